package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one question over one table. */
final class OneQuestion {
  private final Vocabulary vocabulary;
  private final LocalDate today;

  OneQuestion(Vocabulary vocabulary, LocalDate today) {
    this.vocabulary = vocabulary;
    this.today = today;
  }

  /** The reading of a question; words that are nearly a name or value of the table are mended. */
  Reading read(String asked) {
    String question = NameOrder.mended(shortened(asked), vocabulary);
    Words words = new Words(question, new KnownWords(vocabulary));
    Reading reading = attempt(words);
    if (reading instanceof Reading.Understood) {
      return reading;
    }
    Optional<Reading> foreign = ofForeignRows(question);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    Optional<Spelling.Mended> mended = new Spelling(words, vocabulary).mended();
    if (mended.isEmpty()) {
      return reading;
    }
    Reading again = attempt(new Words(mended.get().question(), new KnownWords(vocabulary)));
    if (!(again instanceof Reading.Understood understood)) {
      return again instanceof Reading.NeedsChoice ? again : reading;
    }
    List<String> interpretation = new ArrayList<>(mended.get().said());
    interpretation.addAll(understood.interpretation());
    return new Reading.Understood(
        understood.query(),
        interpretation,
        understood.warnings(),
        understood.asked(),
        understood.period());
  }

  private Optional<Reading> ofForeignRows(String question) {
    Words words = new Words(question, new KnownWords(vocabulary));
    return ForeignRows.of(words, vocabulary)
        .flatMap(replaced ->
            attempt(new Words(replaced.question(), new KnownWords(vocabulary)))
                    instanceof Reading.Understood understood
                ? Optional.of(understood.withWarning(words.say("foreign-rows", replaced.word())))
                : Optional.empty());
  }

  /** "work orders" of a table of that name are its orders: rows go by the last word. */
  private String shortened(String question) {
    List<String> name = NameWords.of(vocabulary.source().id());
    int last = name.size() - 1;
    boolean apart =
        last > 0
            && vocabulary.rowNoun().filter(NameWords.singular(name.getLast())::equals).isPresent()
            && vocabulary.index().holding(NameWords.singular(name.get(last - 1))).isEmpty();
    return apart
        ? question.replaceAll(
            "(?iu)\\b%s[\\s_-]+(%ss?)\\b"
                .formatted(
                    Pattern.quote(name.get(last - 1)),
                    Pattern.quote(vocabulary.rowNoun().orElseThrow())),
            "$1")
        : question;
  }

  private Reading attempt(Words words) {
    try {
      return understood(parts(words));
    } catch (Reading.Stopped stopped) {
      return stopped.reading();
    }
  }

  /** What a question's words say, part by part. */
  QuestionParts parts(Words words) {
    QuestionParts parts = new QuestionParts(words, vocabulary, today);
    useSource(words);
    parts.read();
    return parts;
  }

  private Reading understood(QuestionParts parts) {
    Words words = parts.words;
    if (parts.measures.measures().isEmpty()) {
      needMeasure(parts);
    }
    parts.resolve();
    countRowsOfOneValue(parts);
    refuseGroupFilter(parts);
    refuseThingsThatNever(parts);
    doneToSome(parts);
    parts.leftovers().refuse();
    if (RowList.isAsked(parts, vocabulary)) {
      return RowList.of(parts, vocabulary);
    }
    return new Reading.Understood(
        parts.query(),
        parts.interpretation(),
        parts.warnings(),
        words,
        parts.period(),
        parts.shown());
  }

  /** "orders delivered by city": those that have a time of it. */
  private void doneToSome(QuestionParts parts) {
    for (Words.Word word : parts.leftovers().unused()) {
      if (word.lower().matches(".*(ed|en|[ai]d[oa]s?|aram|eram|iram|aron|ieron)")) {
        TimeColumn.ofSome(vocabulary, word.text())
            .ifPresent(time -> {
              parts.filters.add(new Filter(time.name(), Comparison.IS_NOT_NULL, List.of()));
              parts.figures.warn(parts.words.say("done-to-some", word.text(), time.name()));
              parts.words.use(parts.words.indexOf(word), 1);
            });
      }
    }
  }

  /** The name of the source says which table is asked; it carries no more than that. */
  private void useSource(Words words) {
    String id = vocabulary.source().id().toLowerCase(Locale.ROOT);
    for (int i = 0; i < words.count(); i++) {
      boolean last = i == words.count() - 1 && words.at(i - 1, "in|from");
      if (words.at(i, id) && (last || vocabulary.rowNoun().isEmpty())) {
        words.use(i, 1);
      }
    }
  }

  /** "how many motors were replaced" is about rows: of one value there is but one. */
  private void countRowsOfOneValue(QuestionParts parts) {
    List<Measure> measures = parts.measures.measures();
    if (measures.size() == 1
        && measures.getFirst().aggregate() == Aggregate.COUNT_DISTINCT
        && parts.figures.summary().isEmpty()
        && parts.filters.filters().stream()
            .anyMatch(filter ->
                filter.comparison() == Comparison.EQUAL
                    && filter.column().equals(measures.getFirst().column()))) {
      parts.measures.clear();
      parts.measures.add(parts.measures.rows(), Aggregate.COUNT_ROWS, null);
    }
  }

  /** "which customers spent over 1000" is about totals, and a filter on rows would be wrong. */
  private void refuseGroupFilter(QuestionParts parts) {
    Words words = parts.words;
    boolean onAmount =
        parts.filters.filters().stream()
            .anyMatch(f ->
                isComparison(f.comparison())
                    && f.part() == null
                    && isFigure(vocabulary.role(f.column())));
    boolean which =
        words.count() > 1
            && (words.get(0).lower().matches("which|who")
                || words.get(0).lower().equals("how") && words.get(1).lower().equals("many"));
    boolean row = false;
    for (int i = 0; i < words.count(); i++) {
      row |= RowNames.is(vocabulary, words.get(i));
    }
    boolean twice = onAmount && !parts.figures.having().isEmpty();
    if (twice || onAmount && which && !row) {
      throw Reading.Stopped.unclear(words.say("groups-by-total"));
    }
  }

  /** "how many customers never returned one" is about all rows of a customer, not about some. */
  private void refuseThingsThatNever(QuestionParts parts) {
    boolean never =
        parts.filters.filters().stream()
            .anyMatch(f ->
                f.comparison() == Comparison.IS_NULL
                    && vocabulary.role(f.column()).role() == Role.TIME);
    List<Measure> measures = parts.measures.measures();
    if (never
        && measures.size() == 1
        && measures.getFirst().aggregate() == Aggregate.COUNT_DISTINCT
        && parts.figures.summary().isEmpty()) {
      Words words = parts.words;
      String thing = measures.getFirst().column();
      throw Reading.Stopped.choice(
          words.say("shared-rows", vocabulary.table(), NameWords.subject(thing), thing),
          List.of(words.say("word.number-of") + " " + parts.measures.rows() + "?"));
    }
  }

  private static boolean isFigure(ColumnRole role) {
    return role.isMeasure() || role.isNumberedCategory();
  }

  private static boolean isComparison(Comparison comparison) {
    return switch (comparison) {
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, FROM_TO -> true;
      case EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL -> false;
    };
  }

  private void needMeasure(QuestionParts parts) {
    Words words = parts.words;
    List<ColumnRole> amounts = vocabulary.with(Role.SUMMABLE);
    if (parts.groups.top().isPresent()) {
      List<String> choices = new ArrayList<>();
      amounts.forEach(
          amount -> choices.add(words.followedBy(words.say("word.by") + " " + amount.name())));
      choices.add(words.followedBy(words.say("by-number-of-rows")));
      throw Reading.Stopped.choice(words.say("largest-by-what"), choices);
    }
    Choice.refuseHowMuch(words, amounts);
    boolean nothing =
        parts.groups.dimensions().isEmpty()
            && parts.filters.filters().isEmpty()
            && parts.periods.all().isEmpty();
    Leftovers leftovers = parts.leftovers();
    String sentence = leftovers.sentence();
    if (FollowUp.begins(words)) {
      throw Reading.Stopped.unclear(words.say("follows-nothing"));
    }
    throw Reading.Stopped.unclear(
        (sentence.isEmpty() ? "" : sentence + " ")
            + (nothing ? "" : words.say("nothing-to-compute") + " ")
            + words.say("try", leftovers.examples()));
  }

  /** A condition that says which calculation of a rank is shown. */
  static Filter rankIs(Calculation.Rank rank, int place) {
    return new Filter(rank.name(), Comparison.EQUAL, List.of(Integer.toString(place)));
  }

  /** The first measure's name. */
  static String first(List<Measure> measures) {
    return measures.getFirst().name();
  }

  /** A query's parts put together. */
  static Query query(
      String table,
      List<Query.Dimension> dimensions,
      List<Measure> measures,
      List<Calculation> calculations,
      List<Filter> filters,
      List<Filter> having,
      List<Query.Order> order,
      Integer limit) {
    return new Query(
        table,
        null,
        List.of(),
        dimensions,
        measures,
        calculations,
        filters,
        having,
        order,
        limit,
        null);
  }
}
