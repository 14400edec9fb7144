package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Author;
import dev.assay.model.Layer;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.semantic.Semantics;
import dev.assay.semantic.Told;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers questions in plain words without a model: a question becomes a typed query, finds its
 * layer, and comes back with its proof.
 */
public final class Asker {
  private static final int KEPT_VOCABULARIES = 64;

  /** One source's reading of the question. */
  private record Attempt(Catalog catalog, Vocabulary vocabulary, Reading reading) {}

  private final Engine engine;

  private final Semantics semantics;

  /** The words of a build of a table never change, but for what people make of its model. */
  private record Known(String table, String build, Told told) {}

  private final Map<Known, Vocabulary> vocabularies =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Known, Vocabulary> eldest) {
              return size() > KEPT_VOCABULARIES;
            }
          });

  public Asker(Engine engine) {
    this(engine, new Semantics());
  }

  /**
   * @param semantics what others have inferred too
   */
  public Asker(Engine engine, Semantics semantics) {
    this.engine = engine;
    this.semantics = semantics;
  }

  /**
   * Answers a question from the published tables; routing and query see the same state.
   *
   * @param published the sources that may be meant, read within the transaction
   * @param clock what "now" is, in the workspace's zone
   */
  public Answer ask(AskRequest request, Catalog.Published published, Clock clock) {
    String question = request.question();
    if (question == null || question.isBlank()) {
      throw UserError.invalid("Ask a question, such as 'how many orders by month'.");
    }
    if (question.length() > 1_000) {
      throw UserError.invalid("The question is too long: ask in at most 1,000 characters.");
    }
    return engine.reading(reader -> answer(question, published.at(reader), reader, clock));
  }

  /**
   * A table that somebody asks for.
   *
   * @param query what it holds
   * @param columns of its Silver table
   * @param notes how the words were taken, and what should be known
   */
  public record Wish(Query query, List<Rows.Column> columns, List<String> notes) {}

  /**
   * Reads a sentence such as "create a monthly revenue summary by product category"; throws
   * UserError that says what is not understood.
   *
   * @param published the one source that is meant
   */
  public Wish wish(String sentence, Catalog.Published published, Clock clock) {
    if (sentence.length() > 1_000) {
      throw UserError.invalid("The sentence is too long: ask in at most 1,000 characters.");
    }
    return engine.reading(reader -> {
      Vocabulary vocabulary = vocabulary(published.at(reader).getFirst(), reader);
      Reading reading =
          new QuestionReader(vocabulary, LocalDate.now(clock)).read(WishWords.question(sentence));
      return switch (reading) {
        case Reading.Understood understood -> {
          List<String> notes = new ArrayList<>(understood.interpretation());
          notes.addAll(understood.warnings());
          yield new Wish(understood.query(), vocabulary.columns(), notes);
        }
        case Reading.NeedsChoice(String text, List<String> choices) ->
            throw UserError.invalid(text + " Say one of: " + String.join("; ", choices));
        case Reading.NotUnderstood(String text) -> throw UserError.invalid(text);
      };
    });
  }

  /** Learns the words of a newly published table, so that the first question need not wait. */
  public void prepare(Catalog catalog) {
    if (catalog.asked().isPresent()) {
      engine.reading(reader -> vocabulary(catalog, reader));
    }
  }

  private Answer answer(
      String question, List<Catalog> catalogs, Engine.Reader reader, Clock clock) {
    List<Attempt> attempts = new ArrayList<>();
    for (Catalog catalog : catalogs) {
      if (catalog.asked().isPresent()) {
        Vocabulary vocabulary = vocabulary(catalog, reader);
        LocalDate today = LocalDate.now(clock);
        Reading reading =
            KnownQuestion.read(question, catalog)
                .orElseGet(() -> new QuestionReader(vocabulary, today).read(question));
        attempts.add(new Attempt(catalog, vocabulary, reading));
      }
    }
    if (attempts.isEmpty()) {
      throw UserError.notFound("There is no table to ask yet. Add a file first.");
    }
    List<Attempt> named = attempts.stream().filter(a -> names(question, a)).toList();
    List<Attempt> candidates = named.isEmpty() ? attempts : named;
    List<Attempt> understood =
        candidates.stream().filter(a -> a.reading() instanceof Reading.Understood).toList();
    if (understood.size() > 1) {
      // "how many orders" is about the table of orders, even where payments name orders too.
      List<Attempt> ownRows = understood.stream().filter(a -> namesRows(question, a)).toList();
      if (ownRows.size() != 1) {
        return chooseSource(question, understood);
      }
      understood = ownRows;
    }
    Attempt chosen =
        !understood.isEmpty()
            ? understood.getFirst()
            : candidates.stream()
                .filter(a -> a.reading() instanceof Reading.NeedsChoice)
                .findFirst()
                .orElse(candidates.getFirst());
    return switch (chosen.reading()) {
      case Reading.Understood reading -> run(question, chosen, reading, reader);
      case Reading.NeedsChoice(String sentence, List<String> choices) ->
          Answer.unanswered(question, "needs_choice", sentence, choices);
      case Reading.NotUnderstood(String sentence) ->
          Answer.unanswered(question, "not_understood", sentence, List.of());
    };
  }

  private Answer run(
      String question, Attempt attempt, Reading.Understood reading, Engine.Reader reader) {
    Query query = reading.query();
    Vocabulary vocabulary = attempt.vocabulary();
    Routing.Route route = Routing.of(query, attempt.catalog(), vocabulary.columns());
    Rows rows = reader.read(route.sql(), Engine.Limits.INTERACTIVE);
    Coverage coverage = Coverage.of(reading, vocabulary);
    List<String> warnings = new ArrayList<>(reading.warnings());
    warnings.addAll(route.warnings());
    warnings.addAll(coverage.warnings());
    if (rows.truncated()) {
      warnings.add(
          "Only the first "
              + rows.rows().size()
              + " rows are shown: ask for fewer groups or a top.");
    }
    String sentence = coverage.nothing().orElseGet(() -> new AnswerSentence(query, rows).text());
    return new Answer(
        question,
        "answered",
        sentence,
        reading.interpretation(),
        Author.RULES,
        route.layer(),
        route.table(),
        route.reason(),
        route.sql(),
        query,
        rows,
        null,
        route.layer() == Layer.BRONZE ? Long.valueOf(0) : attempt.catalog().excluded(),
        null,
        null,
        null,
        null,
        null,
        coverage.offers().isEmpty() ? null : coverage.offers(),
        null,
        null,
        warnings.isEmpty() ? null : warnings,
        null);
  }

  private static Answer chooseSource(String question, List<Attempt> attempts) {
    List<String> names = attempts.stream().map(attempt -> attempt.catalog().source().id()).toList();
    String plain = question.strip().replaceAll("[?.!\\s]+$", "");
    return Answer.unanswered(
        question,
        "needs_choice",
        "The question fits " + String.join(" and ", names) + ". Which one is meant?",
        names.stream().map(name -> plain + " in " + name + "?").toList());
  }

  private static boolean names(String question, Attempt attempt) {
    String id = attempt.catalog().source().id().toLowerCase(Locale.ROOT);
    Words words = new Words(question);
    for (int i = 0; i < words.count(); i++) {
      if (words.get(i).lower().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesRows(String question, Attempt attempt) {
    Words words = new Words(question);
    for (int i = 0; i < words.count(); i++) {
      if (attempt.vocabulary().rowNoun().filter(words.get(i).stem()::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Vocabulary vocabulary(Catalog catalog, Engine.Reader reader) {
    Catalog.Table table = catalog.asked().orElseThrow();
    if (table.build() == null) {
      return Vocabulary.read(catalog, semantics, reader);
    }
    Known key = new Known(table.name(), table.build(), catalog.told());
    Vocabulary known = vocabularies.get(key);
    if (known == null) {
      known = Vocabulary.read(catalog, semantics, reader);
      vocabularies.put(key, known);
    }
    return known;
  }
}
