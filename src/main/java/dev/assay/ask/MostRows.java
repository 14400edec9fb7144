package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "Which party has the most members": the value that most rows have. */
final class MostRows {
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
    int best =
        superlative.largest()
            ? counts.values().stream().mapToInt(i -> i).max().orElse(0)
            : counts.values().stream().mapToInt(i -> i).min().orElse(0);
    if (best == 0 || counts.values().stream().filter(count -> count == best).count() != 1) {
      return Optional.empty();
    }
    question.mean(
        target.get().name() + " of the " + (superlative.largest() ? "most" : "fewest") + " rows");
    List<Filter> typed =
        new ArrayList<>(RowAnswer.filters(question.table(), question.conditions().filters()));
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
