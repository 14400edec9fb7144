package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** "Who came after X", "what is listed before Y": the row beside another. */
final class NextTo implements RowQuestion.Kind {
  @Override
  public Optional<RowAnswer> read(RowQuestion question) {
    RowWords words = question.words();
    if (words.find("how", "many|long|much") >= 0) {
      return Optional.empty();
    }
    for (RowLinks.Span span : question.links().spans()) {
      int before = span.at() - 1;
      while (words.at(before, "the|to|than|of|a|in|on")) {
        before--;
      }
      boolean after =
          words.at(before, "after|following|follows|next|followed|succeeded|below|beneath");
      boolean earlier = words.at(before, "before|previous|prior|preceding|precedes|preceded|above");
      if (after || earlier) {
        boolean passive =
            words.at(before, "followed|preceded|succeeded") && words.at(before + 1, "by");
        return beside(question, span, before, after != passive);
      }
    }
    return Optional.empty();
  }

  private static Optional<RowAnswer> beside(
      RowQuestion question, RowLinks.Span span, int word, boolean after) {
    RowWords words = question.words();
    Optional<RowLinks.Value> value = question.conditions().chosen(span);
    if (value.isEmpty() || value.get().rows().cardinality() != 1) {
      return Optional.empty();
    }
    words.use(word, span.end() - word);
    for (int i = word - 1;
        i >= 0
            && words.at(
                i,
                "right|directly|immediately|just|listed|comes|come|appears|next|ranked|placed|finished");
        i--) {
      words.use(i, 1);
    }
    for (String helper : new String[] {"next", "previous", "directly", "immediately", "comes"}) {
      int at = words.find(helper);
      if (at >= 0) {
        words.use(at, 1);
        noun(question, at + 1);
      }
    }
    SmallColumn named = value.get().column();
    SmallTable table = question.table();
    Optional<SmallColumn> target =
        question.target(named.isLoose() ? Optional.of(named) : table.subject());
    if (target.isEmpty()
        || !question.conditions().read()
        || !question.conditions().filters().isEmpty()) {
      return Optional.empty();
    }
    int became = words.find("became|become|was|is");
    if (became >= 0) {
      noun(question, became + 1);
    }
    int row = value.get().rows().nextSetBit(0);
    boolean down = after;
    boolean listed = words.has("listed|table|chart|list|appears|below|above|comes");
    Optional<SmallColumn> time = table.onlyTime();
    if (time.isPresent() && !listed) {
      BigDecimal up = neighbour(time.get(), row, -1);
      BigDecimal below = neighbour(time.get(), row, 1);
      BigDecimal own = time.get().times().get(row);
      if (own == null || up != null && below != null && up.compareTo(below) == 0) {
        return Optional.empty();
      }
      boolean descending =
          below != null && below.compareTo(own) < 0 || up != null && up.compareTo(own) > 0;
      boolean ascending =
          below != null && below.compareTo(own) > 0 || up != null && up.compareTo(own) < 0;
      if (descending && ascending) {
        return Optional.empty();
      }
      down = descending != after;
    }
    if (!value.get().exact()
        || !words.has(
            "right|directly|immediately|next|previous|comes|come|appears|listed|ranked|followed|placed|finished|above|below")
        || time.isPresent() && down != after) {
      question.caveat("The order of the rows as received was taken.");
    }
    int beside = down ? row + 1 : row - 1;
    while (beside >= 0 && beside < table.rows() && table.summaries().get(beside)) {
      beside += down ? 1 : -1;
    }
    if (beside < 0 || beside >= table.rows() || !target.get().present(beside)) {
      return Optional.empty();
    }
    if (target.get().cells().get(beside).equals(target.get().cells().get(row))) {
      return Optional.empty();
    }
    question.mean(
        "the row "
            + (down ? "after" : "before")
            + " that of "
            + named.cells().get(row).strip()
            + ", in the order as received");
    List<Filter> filters = new ArrayList<>();
    filters.add(
        new Filter(
            "_row_no",
            down ? Comparison.GREATER : Comparison.LESS,
            List.of(table.rowNumbers().get(row).toString())));
    BitSet sums = table.summaries();
    if (!sums.isEmpty()) {
      filters.addAll(RowAnswer.filters(table, List.of()));
    }
    return Optional.of(
        question.answer(
            RowAnswer.rows(
                question.tableName(),
                target.get(),
                filters,
                List.of(new Order("_row_no", !down)),
                1)));
  }

  /** "the next rider": says what a row is. */
  private static void noun(RowQuestion question, int at) {
    if (question.words().free(at)
        && question.links().spanAt(at).isEmpty()
        && question.links().namedAt(at).isEmpty()
        && !RowQuestion.isBreak(question.words().word(at))) {
      question.words().use(at, 1);
    }
  }

  private static BigDecimal neighbour(SmallColumn time, int row, int step) {
    int at = row + step;
    return at < 0 || at >= time.times().size() ? null : time.times().get(at);
  }
}
