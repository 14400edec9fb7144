package dev.assay.ask;

import dev.assay.model.AskRequest;
import dev.assay.model.Query;
import dev.assay.model.SemanticModel;
import dev.assay.model.SuggestedQuestion;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Questions that a table can answer, for somebody who has asked none yet; each is read before it is
 * offered, so that none leads nowhere.
 */
final class FirstQuestions {
  private static final int MOST_MADE_GOLD = 3;
  private static final int MOST_GROUPED = 12;
  private static final int MOST_GROUPS = 50;

  /** How many the best are, where one asks for them: of fewer there are no best. */
  private static final int TOP = 5;

  private final Interpreter interpreter;
  private final Catalog catalog;
  private final Vocabulary vocabulary;
  private final Language language;
  private final LocalDate today;

  FirstQuestions(
      Interpreter interpreter,
      Catalog catalog,
      Vocabulary vocabulary,
      Language language,
      LocalDate today) {
    this.interpreter = interpreter;
    this.catalog = catalog;
    this.vocabulary = vocabulary;
    this.language = language;
    this.today = today;
  }

  List<SuggestedQuestion> of(int most) {
    Map<Query, String> offered = new LinkedHashMap<>();
    for (String question : candidates()) {
      if (offered.size() < most) {
        query(question).ifPresent(query -> offered.putIfAbsent(query, question));
      }
    }
    String source = catalog.source().id();
    return offered.values().stream()
        .map(question -> new SuggestedQuestion(question, source))
        .toList();
  }

  private List<String> candidates() {
    List<String> candidates = new ArrayList<>();
    // What Gold was made to answer is written in English.
    if (language == Language.ENGLISH) {
      catalog.gold().stream()
          .map(Catalog.GoldTable::question)
          .filter(question -> question != null && !question.isBlank())
          .limit(MOST_MADE_GOLD)
          .forEach(candidates::add);
    }
    List<ColumnRole> groups =
        vocabulary.with(Role.CATEGORY).stream()
            .filter(role -> role.column().distinct() > 1 && role.column().distinct() <= MOST_GROUPS)
            // Yes or no tells less than what has names.
            .sorted(Comparator.comparing(role -> role.column().kind() == ValueKind.BOOLEAN))
            .limit(MOST_GROUPED)
            .toList();
    Optional<String> amount = amount();
    boolean time = !vocabulary.with(Role.TIME).isEmpty();
    amount.filter(_ -> time).ifPresent(sum -> candidates.add(say("first.total-by-month", sum)));
    for (ColumnRole role : groups) {
      String group = words(role.name());
      boolean several = role.column().distinct() > TOP;
      candidates.add(say("first.count-by", rows(), group));
      amount.ifPresent(sum -> {
        candidates.add(say("first.total-by", sum, group));
        if (several) {
          candidates.add(say("first.top", group, sum));
        }
        candidates.add(say("first.share", sum, group));
      });
      vocabulary.with(Role.AVERAGED).stream()
          .findFirst()
          .map(ColumnRole::name)
          .ifPresent(name -> candidates.add(say("first.average-by", words(name), group)));
    }
    if (time) {
      candidates.add(say("first.count-by-month", rows()));
    }
    amount.ifPresent(sum -> candidates.add(say("first.total", sum)));
    candidates.add(say("first.count", rows()));
    return candidates;
  }

  /** The most telling amount of which a sum means something. */
  private Optional<String> amount() {
    List<String> summable = vocabulary.with(Role.SUMMABLE).stream().map(ColumnRole::name).toList();
    return vocabulary.model().measures().stream()
        .map(SemanticModel.Measure::column)
        .filter(column -> column != null && summable.contains(column))
        .findFirst()
        .or(() -> summable.stream().findFirst())
        .map(FirstQuestions::words);
  }

  private String rows() {
    return language == Language.ENGLISH
        ? vocabulary.rowNoun().map(NameWords::plural).orElse("rows")
        : say("first.rows");
  }

  private String say(String key, Object... values) {
    return Messages.say(language, key, values);
  }

  private static String words(String name) {
    return name.replace('_', ' ').strip();
  }

  /** What it means, where it is understood without a doubt and answered in this language. */
  private Optional<Query> query(String question) {
    if (new Words(question).language() != language) {
      return Optional.empty();
    }
    AskRequest request = new AskRequest(question, catalog.source().id());
    return interpreter
        .read(new Asked(request, catalog, vocabulary, today))
        .filter(Reading.Understood.class::isInstance)
        .map(Reading.Understood.class::cast)
        .filter(reading -> reading.warnings().isEmpty())
        .map(Reading.Understood::query);
  }
}
