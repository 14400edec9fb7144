package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import dev.assay.model.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "Which team has the most wins", "the first city listed", "the oldest locomotive". */
final class Extremes implements RowQuestion.Kind {
  private static final Set<String> LISTED =
      Set.of("listed", "chart", "table", "list", "top", "bottom", "shown");

  @Override
  public Optional<RowAnswer> read(RowQuestion question) {
    RowWords words = question.words();
    if (words.find("how", "many") >= 0 || words.find("difference") >= 0) {
      return Optional.empty();
    }
    Optional<Superlative> found = Superlative.find(words);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Superlative superlative = found.get();
    words.use(superlative.at(), superlative.length());
    if (superlative.of() == Superlative.Of.ORDER) {
      return ordered(question, superlative);
    }
    Optional<SmallColumn> measure = measure(question, superlative);
    if (measure.isEmpty()) {
      return superlative.of() == Superlative.Of.NAMED
          ? MostRows.read(question, superlative)
          : Optional.empty();
    }
    return compared(question, superlative, measure.get());
  }

  /** What is compared: the column behind the word, or one that the word compares by itself. */
  private static Optional<SmallColumn> measure(RowQuestion question, Superlative superlative) {
    RowWords words = question.words();
    if (superlative.of() == Superlative.Of.TIME) {
      return question.table().onlyTime();
    }
    int at = superlative.at() + superlative.length();
    while (words.at(at, "number|amount|total|of|the|in|if|recorded|overall|total")) {
      at++;
    }
    Optional<RowLinks.Named> named = question.inPhrase(at);
    if (named.isPresent() && (named.get().column().isNumber())) {
      for (int i = superlative.at() + 1; i < at; i++) {
        words.use(i, 1);
      }
      return Optional.of(question.use(named.get()));
    }
    int end = superlative.at();
    Optional<RowLinks.Named> before =
        question.links().named().stream()
            .filter(n -> n.end() == end || n.end() == end - 1 && words.word(end - 1).equals("the"))
            .filter(n -> n.column().isNumber() && words.free(n.at(), n.length()))
            .findFirst();
    if (named.isEmpty() && before.isPresent()) {
      return Optional.of(question.use(before.get()));
    }
    List<SmallColumn> kindred =
        question.table().holding(superlative.columns()).stream().filter(SmallColumn::isNumber).toList();
    return named.isEmpty() && kindred.size() == 1 ? Optional.of(kindred.getFirst()) : Optional.empty();
  }

  private static Optional<RowAnswer> compared(
      RowQuestion question, Superlative superlative, SmallColumn measure) {
    RowWords words = question.words();
    int figure = words.find("what", "is|was|are|were");
    boolean figureAsked =
        figure >= 0
            && (superlative.at() == figure + 2 || superlative.at() == figure + 3)
            && superlative.of() == Superlative.Of.NAMED;
    Optional<SmallColumn> target =
        figureAsked
            ? Optional.of(measure)
            : question.target(question.table().subject());
    if (target.isEmpty() || !question.conditions().read()) {
      return Optional.empty();
    }
    if (target.get() == measure) {
      words.use(Math.max(0, words.find("what|which|name")), 1);
    }
    boolean time = superlative.of() == Superlative.Of.TIME;
    List<BigDecimal> readings = time ? measure.times() : measure.numbers();
    BitSet rows = question.conditions().rows();
    boolean largest =
        superlative.largest() != (measure.isRank() && superlative.of() != Superlative.Of.SIZE
            || superlative.of() == Superlative.Of.SPEED && !measure.name().contains("speed"));
    BitSet best = SmallColumn.extreme(readings, rows, largest);
    if (best.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = target.get().texts(best);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    if (shown.size() > 1 && !question.plural()) {
      return Optional.empty();
    }
    question.tolerate(0);
    if (superlative.of() == Superlative.Of.QUALITY && !measure.isRank() || question.assumed() != null && !generic(target.get())) {
      return Optional.empty();
    }
    if (question.unsure() || loose(question, measure)) {
      question.caveat("It was taken to be asked which row has the "
          + (largest ? "largest " : "smallest ")
          + measure.name()
          + ".");
    }
    if (question.assumed() != null) {
      question.caveat(
          "'" + question.assumed() + "' was taken to ask for " + target.get().name() + ".");
    }
    if (!time && target.get() != measure && target.get().different() < 0.85) {
      if (!MostRows.sameBySum(question, target.get(), measure, rows, shown, largest)) {
        question.caveat(
            "Single rows were compared: added up by " + target.get().name() + " another may lead.");
      }
    }
    if (measure.isRank() && superlative.of() == Superlative.Of.NAMED) {
      question.caveat("The best " + measure.name() + " was taken to be the smallest number.");
    }
    question.mean((largest ? "largest " : "smallest ") + measure.name());
    return Optional.of(
        extreme(question, target.get(), measure, best, shown.size() == 1, largest));
  }

  /** A column that may hold whatever rows are about. */
  private static boolean generic(SmallColumn column) {
    return column.name().matches("(.*_)?(names?|title|item|entry|model)");
  }

  /** Whether the words for a column are only a part of its name. */
  private static boolean loose(RowQuestion question, SmallColumn measure) {
    return question.links().named().stream()
        .anyMatch(named -> named.column() == measure && (named.level() == 2 || named.level() == 3));
  }

  /** Ordered by the engine where it reads the column as such; else the very rows are named. */
  private static RowAnswer extreme(
      RowQuestion question,
      SmallColumn target,
      SmallColumn measure,
      BitSet best,
      boolean one,
      boolean largest) {
    List<RowFilter> filters = question.conditions().filters();
    int limit = one ? 1 : best.cardinality();
    if (measure.isText()) {
      question.mean(measure.name() + " is text, whose numbers or times were compared");
      return question.answer(
          RowAnswer.rows(
              question.tableName(),
              target,
              List.of(RowFilter.rows(question.table(), best)),
              RowAnswer.AS_RECEIVED,
              limit));
    }
    List<Filter> typed = new ArrayList<>(RowAnswer.filters(question.table(), filters));
    typed.add(new Filter(measure.name(), Query.Comparison.IS_NOT_NULL, List.of()));
    return question.answer(
        RowAnswer.rows(
            question.tableName(),
            target,
            typed,
            List.of(new Order(measure.name(), largest), new Order("_row_no", false)),
            limit));
  }

  /** The first or last row as received, or in time; where both differ, it is said. */
  private static Optional<RowAnswer> ordered(RowQuestion question, Superlative superlative) {
    RowWords words = question.words();
    question.tolerate(0);
    boolean listed = false;
    for (int i = 0; i < words.count(); i++) {
      listed |= LISTED.contains(words.word(i));
    }
    Optional<RowLinks.Named> named = question.inPhrase(superlative.at() + superlative.length());
    Optional<SmallColumn> target =
        named.isPresent() && !words.at(0, "when|where|in|which|what|who", "year|what|country|which")
            ? Optional.of(question.useTarget(named.get()))
            : question.target(question.table().subject());
    if (target.isEmpty()) {
      return Optional.empty();
    }
    noun(question, superlative.at() + superlative.length());
    if (!question.conditions().read()) {
      return Optional.empty();
    }
    BitSet rows = question.conditions().rows();
    rows.and(target.get().presentRows());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    int first = rows.nextSetBit(0);
    int last = rows.length() - 1;
    int row = superlative.largest() ? last : first;
    Optional<SmallColumn> time = question.table().onlyTime();
    if (time.isPresent() && !listed) {
      BitSet byTime = SmallColumn.extreme(time.get().times(), rows, superlative.largest());
      if (byTime.isEmpty()) {
        return Optional.empty();
      }
      boolean same = byTime.get(row) || target.get().texts(byTime).equals(List.of(target.get().cells().get(row)));
      if (!same) {
        if (byTime.cardinality() > 1) {
          return Optional.empty();
        }
        row = byTime.nextSetBit(0);
        if (!descends(time.get(), rows)) {
          question.caveat("The first or last in time was taken, not in the order of the rows.");
        }
      }
    } else if (!listed) {
      if (hasUnreadTimes(question.table()) || !question.caveats().isEmpty()) {
        return Optional.empty();
      }
      question.caveat("The order of the rows as received was taken.");
    }
    BitSet only = new BitSet();
    only.set(row);
    question.mean((superlative.largest() ? "the last" : "the first") + " row");
    List<Filter> typed =
        RowAnswer.filters(question.table(), question.conditions().filters());
    boolean asReceived = row == (superlative.largest() ? last : first);
    boolean simple = asReceived && rows.cardinality() == question.conditions().rows().cardinality();
    return Optional.of(
        question.answer(
            simple
                ? RowAnswer.rows(
                    question.tableName(),
                    target.get(),
                    typed,
                    List.of(new Order("_row_no", superlative.largest())),
                    1)
                : RowAnswer.rows(
                    question.tableName(),
                    target.get(),
                    List.of(RowFilter.rows(question.table(), only)),
                    List.of(),
                    null)));
  }

  /** Times that cannot be read, such as days without a year, may be in another order than rows. */
  private static boolean hasUnreadTimes(SmallTable table) {
    return table.holding(Set.of("date", "year", "season", "day", "when", "month")).stream()
        .anyMatch(column -> !column.isTime());
  }

  private static boolean descends(SmallColumn time, BitSet rows) {
    BigDecimal before = null;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      BigDecimal value = time.times().get(row);
      if (value != null) {
        if (before != null && value.compareTo(before) > 0) {
          return false;
        }
        before = value;
      }
    }
    return true;
  }

  private static void noun(RowQuestion question, int at) {
    RowWords words = question.words();
    if (words.free(at)
        && question.links().spanAt(at).isEmpty()
        && question.links().namedAt(at).isEmpty()
        && !RowQuestion.isBreak(words.word(at))
        && question.assumed() == null) {
      words.use(at, 1);
    }
  }

  /** "Which party has the most members": the value that most rows have. */
  static final class MostRows {
    private MostRows() {}

    static Optional<RowAnswer> read(RowQuestion question, Superlative superlative) {
      RowWords words = question.words();
      Optional<SmallColumn> target = question.target(Optional.empty());
      if (target.isEmpty() || target.get().different() > 0.8) {
        return Optional.empty();
      }
      int noun = superlative.at() + superlative.length();
      if (question.links().spanAt(noun).isPresent()) {
        return Optional.empty();
      }
      Optional<RowLinks.Named> named = question.inPhrase(noun);
      if (named.isPresent()) {
        SmallColumn counted = question.use(named.get());
        if (counted.isNumber() || counted.different() < 0.85) {
          return Optional.empty();
        }
      } else if (!RowQuestion.isBreak(words.word(noun)) && words.free(noun)) {
        words.use(noun, 1);
      } else {
        return Optional.empty();
      }
      if (!question.conditions().read()) {
        return Optional.empty();
      }
      BitSet rows = question.conditions().rows();
      Map<String, Integer> counts = new HashMap<>();
      rows.stream()
          .filter(target.get()::present)
          .forEach(row -> counts.merge(target.get().cells().get(row), 1, Integer::sum));
      int best = superlative.largest()
          ? counts.values().stream().mapToInt(i -> i).max().orElse(0)
          : counts.values().stream().mapToInt(i -> i).min().orElse(0);
      if (best == 0 || counts.values().stream().filter(count -> count == best).count() != 1) {
        return Optional.empty();
      }
      question.mean(target.get().name() + " of the " + (superlative.largest() ? "most" : "fewest") + " rows");
      List<Filter> typed = new ArrayList<>(RowAnswer.filters(question.table(), question.conditions().filters()));
      typed.add(new Filter(target.get().name(), Query.Comparison.IS_NOT_NULL, List.of()));
      Query query =
          new Query(
              question.tableName(),
              List.of(new Dimension(target.get().name(), target.get().name(), null)),
              List.of(new Measure("rows", Aggregate.COUNT_ROWS, null)),
              typed,
              List.of(new Order("rows", superlative.largest())),
              1,
              null);
      return Optional.of(question.answer(query, List.of(target.get().name())));
    }

    /** Whether added up by the target, the same one leads. */
    static boolean sameBySum(
        RowQuestion question,
        SmallColumn target,
        SmallColumn measure,
        BitSet rows,
        List<String> shown,
        boolean largest) {
      Map<String, BigDecimal> sums = new HashMap<>();
      for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
        if (target.present(row) && measure.numbers().get(row) != null) {
          sums.merge(target.cells().get(row), measure.numbers().get(row), BigDecimal::add);
        }
      }
      BigDecimal own = sums.get(shown.getFirst());
      return shown.size() == 1
          && own != null
          && sums.values().stream()
              .allMatch(sum -> largest ? sum.compareTo(own) <= 0 : sum.compareTo(own) >= 0)
          && sums.values().stream().filter(sum -> sum.compareTo(own) == 0).count() == 1;
    }
  }
}
