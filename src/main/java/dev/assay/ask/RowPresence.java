package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;

/** Reads whether anything stands in a column, or more than nothing: "no website", "won medals". */
final class RowPresence {
  private final RowWords words;
  private final RowLinks links;
  private final SmallTable table;
  private final RowComparisons comparisons;
  private final List<RowFilter> filters;

  RowPresence(
      RowWords words,
      RowLinks links,
      SmallTable table,
      RowComparisons comparisons,
      List<RowFilter> filters) {
    this.words = words;
    this.links = links;
    this.table = table;
    this.comparisons = comparisons;
    this.filters = filters;
  }

  /** "no nickname listed", "without a website": whether anything stands there. */
  void missing() {
    for (RowLinks.Named named : links.named()) {
      int before = named.at() - 1;
      while (words.at(before, "a|an|any")) {
        before--;
      }
      if (!words.at(before, "no|without")
          || named.level() > 1
          || named.column().isNumber() && !named.column().isText()
          || !words.free(named.at(), named.length())) {
        continue;
      }
      BitSet rows = table.ordinary();
      for (int row = 0; row < table.rows(); row++) {
        if (!CellNumbers.isMissing(named.column().cells().get(row))) {
          rows.clear(row);
        }
      }
      words.use(before, named.end() - before);
      filters.add(
          RowFilter.numbered(
              table, named.column(), rows, named.column().name() + " says nothing", before, true));
    }
  }

  /** "received gold medals", "had no wins": whether a figure is more than nothing. */
  void any() {
    for (RowLinks.Named named : links.named()) {
      SmallColumn column = named.column();
      int before = named.at() - 1;
      boolean none = words.at(before, "no|zero|any|a|an");
      boolean negated = words.at(before, "no|zero");
      int verb = none ? before - 1 : before;
      boolean had =
          words.at(
              verb, "have|has|had|with|received|receive|won|win|earned|got|scored|score|recorded");
      if (!had
          || !column.isNumber()
          || column.isTime()
          || column.isRank()
          || !words.free(named.at(), named.length())) {
        continue;
      }
      words.use(verb, named.end() - verb);
      filters.add(
          comparisons.number(
              column,
              negated ? Comparison.EQUAL : Comparison.GREATER,
              BigDecimal.ZERO,
              named.at()));
    }
  }
}
