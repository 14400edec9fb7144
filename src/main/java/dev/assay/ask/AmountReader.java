package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads amounts without a word for how before them: summed where that means something, else
 * averaged.
 */
final class AmountReader {
  /** What is added up over time without being told to. */
  private static final Set<String> FLOWS =
      Set.of("revenue", "sales", "income", "turnover", "total", "units", "quantity", "spend");

  private static final String MOST_AND_LEAST = TopReader.MOST + "|" + TopReader.LEAST;

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;
  private final AggregateWords aggregates;
  private final AmountMeasures taken;
  private final RowsOrAmount rows;

  AmountReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures,
      AmountMeasures taken,
      RowsOrAmount rows) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
    this.aggregates = new AggregateWords(words, lexicon, vocabulary);
    this.taken = taken;
    this.rows = rows;
  }

  /** Whether an amount stands at word {@code i}; its words are then used. */
  boolean at(int i) {
    if (around(i)) {
      return true;
    }
    Optional<Lexicon.Match> amount = amount(i);
    Optional<Lexicon.Match> things = amount.isPresent() ? Optional.empty() : things(i);
    if (amount.isEmpty() && things.isEmpty()) {
      return false;
    }
    Lexicon.Match match = amount.or(() -> things).get();
    if (match.words() == 1 && measures.isRow(i) && rows.isPartOf(i, match)) {
      return rows.refusePart(i, match);
    }
    ColumnRole column = Choice.only(words, match);
    if (behind(i, match, column)) {
      return true;
    }
    if (column.role() != Role.SUMMABLE && groups.tops().isMost(i)) {
      // "the customer with most weight": as much as there is altogether.
      taken.warn(words.say("sum-of-averaged", column.name()));
      taken.add(i, Aggregate.SUM, match, column);
      return true;
    }
    refuseLargest(match, column);
    boolean adds =
        things.isPresent() || column.role() == Role.SUMMABLE || words.find("altogether") >= 0;
    if (!adds) {
      taken.warn(words.say("average-assumed", column.name()));
    }
    if (adds && groups.tops().isSize(i) && !isFlow(column.name()) && !singleRows()) {
      taken.warn(words.say("sum-by-superlative", column.name()));
    }
    taken.addNamed(i, adds ? Aggregate.SUM : Aggregate.AVG, match, column);
    return true;
  }

  /** "atraso médio na chegada": the word for how stands inside the amount's name. */
  private boolean around(int i) {
    Aggregate inside = words.language() == Language.ENGLISH ? null : aggregates.at(i + 1);
    Optional<Lexicon.Match> around = inside == null ? Optional.empty() : lexicon.measureAround(i);
    around.ifPresent(match -> taken.take(i, inside, match));
    return around.isPresent();
  }

  private Optional<Lexicon.Match> amount(int i) {
    Optional<Lexicon.Match> amount = lexicon.measure(i).filter(one -> !isValueBefore(one));
    if (amount.isEmpty() && groups.tops().isMost(i)) {
      amount = lexicon.column(i, ColumnRole::isNumberedCategory);
    }
    if (amount.isEmpty() && words.language() != Language.ENGLISH) {
      amount =
          lexicon
              .column(i, ColumnRole::isNumberedCategory)
              .filter(code -> aggregates.at(i + code.words()) != null);
    }
    return amount;
  }

  /** "yellow cards": few numbers that say how many of something each row has. */
  private Optional<Lexicon.Match> things(int i) {
    return words.at(i - 1, "by|per|with|without")
        ? Optional.empty()
        : lexicon.column(i, CountReader::countsThings).filter(this::saysThings);
  }

  /** "receita média", "precio máximo", "salario mínimo y máximo". */
  private boolean behind(int i, Lexicon.Match match, ColumnRole column) {
    int end = i + match.words();
    Aggregate behind = aggregates.at(end);
    refuseAverageOfPeople(behind, column);
    boolean said =
        behind != null
            && (!words.at(end, MOST_AND_LEAST) || groups.top().isEmpty())
            && lexicon.measure(end + 1).isEmpty()
            && !measures.isRow(end + 1)
            && (words.language() != Language.ENGLISH
                || words.at(end, "median|average|mean|maximum|minimum|max|min"));
    if (!said) {
      return false;
    }
    Aggregate second = words.at(end + 1, "and") ? aggregates.at(end + 2) : null;
    words.use(end, second == null ? 1 : 3);
    taken.take(i, behind, match);
    if (second != null) {
      measures.add(words.phrase(i, end + 3 - i), second, column.name());
    }
    return true;
  }

  /** "valor médio por cliente": a list, or one figure? */
  private void refuseAverageOfPeople(Aggregate behind, ColumnRole column) {
    if (behind == Aggregate.AVG
        && words.language() != Language.ENGLISH
        && column.role() == Role.SUMMABLE
        && groups.each().isEmpty()
        && groups.dimensions().size() == 1
        && AmountMeasures.isPerson(groups.dimensions().getFirst().column())) {
      String by = groups.dimensions().getFirst().name();
      throw Reading.Stopped.choice(
          words.say("average-per", by),
          List.of(
              words.say("word.average") + " " + column.name() + " " + words.say("by-each", by),
              words.say("word.total") + " " + column.name() + " " + words.say("by-each", by)));
    }
  }

  /** The largest of what does not add up is that of the average, or of one row. */
  private void refuseLargest(Lexicon.Match match, ColumnRole column) {
    if (column.role() == Role.AVERAGED && groups.top().isPresent()) {
      throw Reading.Stopped.choice(
          words.say("by-which", column.name()),
          Stream.of("word.average", "word.maximum")
              .map(how ->
                  words.replaced(match.at(), match.words(), words.say(how) + " " + column.name()))
              .toList());
    }
  }

  /** "in interview" where that is a stage, and no interview_score is meant. */
  private boolean isValueBefore(Lexicon.Match match) {
    return match.words() == 1
        && match.columns().stream().allMatch(one -> NameWords.of(one.name()).size() > 1)
        && vocabulary.values().containsKey(words.get(match.at()).text().toLowerCase(Locale.ROOT))
        && (words.at(match.at() - 1, "in|or|and|not") || words.at(match.at() + 1, "or|and"));
  }

  /** Whether a plural is said: "yellow cards", but not "the card". */
  private boolean saysThings(Lexicon.Match match) {
    return IntStream.range(match.at(), match.at() + match.words())
        .mapToObj(words::get)
        .anyMatch(word -> word.text().toLowerCase(Locale.ROOT).endsWith("s"));
  }

  private boolean singleRows() {
    return groups.dimensions().stream().anyMatch(d -> vocabulary.unique().contains(d.column()));
  }

  /** Whether nobody means a single row's figure who asks which group's is highest. */
  private static boolean isFlow(String column) {
    return NameWords.of(column).stream()
        .anyMatch(word ->
            FLOWS.contains(word)
                || Concepts.same("revenue", word)
                || Concepts.same("quantity", word));
  }
}
