package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** "How many games did at least 1,500 people attend": rows counted, or a figure of a row read. */
final class HowMany implements RowQuestion.Kind {
  /** What is measured is not counted by rows. */
  private static final String UNITS =
      "years?|days?|months?|hours?|minutes?|seconds?|points?|goals?|people|dollars?|miles?|feet|votes?|seats?|medals?|percent|percentage|runs?|yards?|weeks?|laps?|sets?|different|total|consecutive|wins?|losses|awards?|seasons?|money|kinds?|types?";

  @Override
  public Optional<RowAnswer> read(RowQuestion question) {
    RowWords words = question.words();
    int noun = trigger(words);
    if (noun < 0) {
      return Optional.empty();
    }
    boolean different = words.at(noun, "different|distinct|unique");
    if (different) {
      words.use(noun, 1);
      noun++;
    }
    boolean total = words.at(noun, "total") || words.has("total|altogether|combined|overall|all");
    if (words.at(noun, "total")) {
      words.use(noun, 1);
      noun++;
    }
    Optional<RowLinks.Named> named = question.inPhrase(noun);
    if (named.isPresent()
        && named.get().column().isNumber()
        && !named.get().column().isTime()
        && named.get().level() < 4) {
      return figure(question, named.get(), total);
    }
    return count(question, noun, named, different);
  }

  /** Where what is counted begins, or -1. */
  private static int trigger(RowWords words) {
    int at = words.find("how", "many");
    if (at >= 0) {
      words.use(at, 2);
      return at + 2;
    }
    at = words.find("number|count", "of");
    if (at >= 0) {
      words.use(at, 2);
      if (words.at(at - 1, "total")) {
        words.use(at - 1, 1);
      }
      useWhat(words);
      return at + 2;
    }
    at = words.find("what", "number");
    if (at < 0) {
      at = words.find("what", "total|sum");
    }
    if (at >= 0) {
      words.use(at, 2);
      return at + 2;
    }
    return -1;
  }

  private static void useWhat(RowWords words) {
    int what = words.find("what|tell|give");
    if (what >= 0) {
      words.use(what, 1);
    }
  }

  private static Optional<RowAnswer> figure(
      RowQuestion question, RowLinks.Named named, boolean total) {
    question.tolerate(2);
    SmallColumn column = question.use(named);
    if (!question.conditions().read()) {
      return Optional.empty();
    }
    List<RowFilter> filters = question.conditions().filters();
    BitSet rows = question.conditions().rows();
    rows.and(column.presentRows());
    if (rows.isEmpty() || filters.stream().anyMatch(f -> f.column() == column)) {
      return Optional.empty();
    }
    if (rows.cardinality() == 1) {
      return Optional.of(question.ofThatRow(column));
    }
    BitSet sums = question.table().summaries();
    if (filters.isEmpty() && sums.cardinality() == 1 && column.present(sums.nextSetBit(0))) {
      return total(question, column, rows, sums);
    }
    if (column.isText() || column.isRank()) {
      return Optional.empty();
    }
    question.tolerate(0);
    if (!total && !filters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(sum(question, column, filters));
  }

  /** The row that sums up says it, and its figure is compared with the sum. */
  private static Optional<RowAnswer> total(
      RowQuestion question, SmallColumn column, BitSet rows, BitSet sums) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      BigDecimal value = column.numbers().get(row);
      sum = value == null ? sum : sum.add(value);
    }
    BigDecimal said = column.numbers().get(sums.nextSetBit(0));
    if (said == null || said.compareTo(sum) != 0) {
      question.caveat(
          "The table's own total of "
              + column.name()
              + " is not the sum of its rows, "
              + sum.toPlainString()
              + ".");
    }
    question.mean(column.name() + " in the row that sums the others up");
    return Optional.of(
        question.answer(
            RowAnswer.rows(
                question.tableName(),
                column,
                List.of(RowFilter.rows(question.table(), sums)),
                List.of(),
                null)));
  }

  private static RowAnswer sum(RowQuestion question, SmallColumn column, List<RowFilter> filters) {
    question.mean("sum of " + column.name());
    return question.answer(
        RowAnswer.figure(
            question.tableName(),
            new Measure("total_" + column.name(), Aggregate.SUM, column.name()),
            RowAnswer.filters(question.table(), filters)));
  }

  private static Optional<RowAnswer> count(
      RowQuestion question, int noun, Optional<RowLinks.Named> named, boolean different) {
    RowWords words = question.words();
    question.tolerate(1);
    question.conditions().counting();
    SmallColumn counted = null;
    if (named.isPresent()) {
      counted = question.use(named.get());
    } else {
      noun(question, noun);
    }
    if (!question.conditions().read()) {
      return Optional.empty();
    }
    List<RowFilter> filters = question.conditions().filters();
    BitSet rows = question.conditions().rows();
    if (filters.isEmpty() && !words.has("table|chart|list|listed|shown|there|total|all")) {
      return Optional.empty();
    }
    if (rows.isEmpty() || pinned(question, filters, rows) || question.conditions().inProse()) {
      return Optional.empty();
    }
    if (words.softLeftOver().stream()
        .anyMatch(w ->
            w.matches(
                "win|won|score|scored|finish|finished|receive|received|earn|earned|achieved|reached|reach|became|represented"))) {
      question.caveat("What was done was not looked for in the rows.");
    }
    if (question.unsure()) {
      question.tolerate(0);
    }
    if (filters.isEmpty()
        && words.softLeftOver().stream()
            .anyMatch(w ->
                !w.matches("total|all|altogether|overall|featured|included|contain|contains"))) {
      return Optional.empty();
    }
    List<Filter> typed = RowAnswer.filters(question.table(), filters);
    if (counted != null) {
      int texts = counted.texts(rows).size();
      if (different) {
        question.mean("different values of " + counted.name());
        return Optional.of(
            question.answer(
                RowAnswer.figure(
                    question.tableName(),
                    new Measure(
                        "different_" + counted.name(), Aggregate.COUNT_DISTINCT, counted.name()),
                    typed)));
      }
      // "games" beside a column game_site says what a row is: only a whole name names its values.
      boolean loose = named.get().level() >= 2 && !filters.isEmpty();
      if (texts != rows.cardinality() && !loose) {
        return Optional.empty();
      }
    } else if (different) {
      return Optional.empty();
    }
    for (RowFilter filter : filters) {
      if (!filter.sure() && filter.column().texts(filter.rows()).size() > 1 && !isPart(filter)) {
        return Optional.empty();
      }
      if (!filter.sure() && filter.column().texts(filter.rows()).size() > 1) {
        question.caveat("Rows that name it among other words were counted: " + filter.said() + ".");
      }
    }
    question.mean("count of rows");
    return Optional.of(
        question.answer(
            RowAnswer.figure(
                question.tableName(), new Measure("rows", Aggregate.COUNT_ROWS, null), typed)));
  }

  /** One row that its very name finds is no count: a figure of it is asked for. */
  private static boolean pinned(RowQuestion question, List<RowFilter> filters, BitSet rows) {
    return rows.cardinality() == 1
        && filters.stream()
            .anyMatch(filter ->
                filter.rows().cardinality() == 1
                    && (question.table().subject().filter(s -> s == filter.column()).isPresent()
                        || filter.column().isName()));
  }

  /** Where a value is a part of short texts or of parted ones: "Leeuwarden, Netherlands". */
  private static boolean isPart(RowFilter filter) {
    return filter.column().texts(filter.rows()).stream()
        .allMatch(text -> text.length() < 25 || text.matches("(?s).*[,(/;\\n].*"));
  }

  /** The last word of the phrase behind "how many" says what a row is. */
  private static void noun(RowQuestion question, int at) {
    RowWords words = question.words();
    int end = at;
    while (words.free(end)
        && question.links().spanAt(end).isEmpty()
        && question.links().namedAt(end).isEmpty()
        && !RowQuestion.isBreak(words.word(end))
        && !Superlative.is(words, end)
        && !RowWords.isSoft(words.word(end))
        && !words.at(end, "over|under|above|below|more|less|fewer|at|listed|not|no")) {
      end++;
    }
    if (end > at && words.word(end - 1).matches(UNITS)) {
      return;
    }
    if (words.at(at, "times|rows")) {
      words.use(at, 1);
    } else if (end > at) {
      words.use(end - 1, 1);
    } else if (question.links().spanAt(at).isPresent()) {
      // "how many friendly games": the noun stands behind the value.
      int behind = question.links().spanAt(at).get().end();
      if (words.free(behind)
          && !RowQuestion.isBreak(words.word(behind))
          && question.links().spanAt(behind).isEmpty()
          && question.links().namedAt(behind).isEmpty()) {
        words.use(behind, 1);
      }
    }
  }
}
