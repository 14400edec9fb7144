package dev.assay.ask;

import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Order;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "The first city listed", "the last year in which X won": first and last rows. */
final class Ordered {
  private static final Set<String> LISTED =
      Set.of("listed", "chart", "table", "list", "top", "bottom", "shown");

  private Ordered() {}

  /** The first or last row as received, or in time; where both differ, it is said. */
  static Optional<RowAnswer> read(RowQuestion question, Superlative superlative) {
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
    Optional<RowLinks.Named> own =
        question.links().named().stream()
            .filter(n -> n.column().isTime() && words.free(n.at(), n.length()))
            .filter(n -> n.at() > superlative.at())
            .findFirst();
    own.ifPresent(question::use);
    if (!question.conditions().read() || !question.caveats().isEmpty()) {
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
    Optional<SmallColumn> time =
        own.map(RowLinks.Named::column).or(() -> question.table().onlyTime());
    if (time.isPresent() && !listed) {
      BitSet byTime = SmallColumn.extreme(time.get().times(), rows, superlative.largest());
      if (byTime.isEmpty()) {
        return Optional.empty();
      }
      boolean same =
          byTime.get(row)
              || target.get().texts(byTime).equals(List.of(target.get().cells().get(row)));
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
    List<Filter> typed = RowAnswer.filters(question.table(), question.conditions().filters());
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
}
