package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads what a question wants computed. */
final class MeasureReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;
  private final NamedReader named;
  private final MomentReader moments;
  private final CountReader counts;
  private final AverageReader averages;
  private final AggregateReader aggregates;
  private final AmountReader amounts;
  private final AmountMeasures taken;
  private final RowsOrAmount rows;
  private final List<String> warnings = new ArrayList<>();

  MeasureReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures,
      RatioReader ratios,
      OverGroups over,
      NamedReader named,
      BooleanSupplier filtersAmount) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
    this.named = named;
    this.moments = new MomentReader(words, lexicon, vocabulary, measures);
    this.counts = new CountReader(words, lexicon, vocabulary, measures);
    this.averages = new AverageReader(words, lexicon, groups, measures, ratios, over);
    this.taken = new AmountMeasures(words, vocabulary, groups, measures, ratios, warnings);
    this.rows = new RowsOrAmount(words, vocabulary, filtersAmount, warnings);
    this.amounts = new AmountReader(words, lexicon, vocabulary, groups, measures, taken, rows);
    this.aggregates =
        new AggregateReader(
            words, lexicon, vocabulary, groups, measures, taken, rows, averages, counts, amounts);
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>(this.warnings);
    warnings.addAll(counts.warnings());
    return warnings;
  }

  void read() {
    onAverage();
    for (int i = 0; i < words.count(); i++) {
      if (words.free(i) && !AmountNames.isVerb(words.get(i).lower())) {
        boolean _ =
            named.at(i)
                || moments.at(i)
                || counts.count(i)
                || counts.different(i)
                || aggregates.at(i)
                || amounts.at(i);
      }
    }
    howMuchWasPaid();
    for (int i = 0; i < words.count() && measures.measures().isEmpty(); i++) {
      if (words.free(i) && AmountNames.isVerb(words.get(i).lower())) {
        boolean _ = amounts.at(i);
      }
    }
    rowsAlone();
  }

  /** "revenue per customer on average": the word for how stands at the end. */
  private void onAverage() {
    int last = words.count() - 1;
    if (!words.at(last, "average")) {
      return;
    }
    int said = words.at(last - 1, "on|in") ? last - 1 : last;
    if (averages.ofRows()) {
      words.use(0, 3);
      words.use(said, last + 1 - said);
      return;
    }
    AggregateWords how = new AggregateWords(words, lexicon, vocabulary);
    for (int i = 0; i < said; i++) {
      Optional<Lexicon.Match> amount = lexicon.measure(i);
      boolean bare = i == 0 || how.at(i - 1) == null;
      if (amount.isPresent() && bare) {
        taken.take(i, Aggregate.AVG, amount.get());
        words.use(said, last + 1 - said);
        return;
      }
    }
  }

  /** "how much was paid by each city". */
  private void howMuchWasPaid() {
    for (int i = 0; i < words.count() && measures.measures().isEmpty(); i++) {
      if (words.at(i, "how", "much") && rows.paid().isPresent()) {
        int noun = words.at(i + 2, "is|was|were|did|do|we|has|been") ? i + 3 : i + 2;
        measures.add(words.phrase(i, 2), Aggregate.SUM, rows.paid().get().name());
        words.use(i, 2);
        words.use(noun, words.free(noun) && measures.isRow(noun) ? 1 : 0);
      }
    }
  }

  /** "orders by month": what rows are called counts them, where nothing else is asked for. */
  private void rowsAlone() {
    for (int i = 0; i < words.count(); i++) {
      boolean and = words.at(i - 1, "and") || words.at(i + 1, "and");
      boolean none = measures.measures().isEmpty();
      if (words.free(i) && measures.isRow(i) && (none || and && !saysCount())) {
        rows.refuseText(i);
        rows.refuseMoney(i);
        // "how much did we refund" is no number of refunds.
        Choice.refuseHowMuch(words, vocabulary.with(Role.SUMMABLE));
        measures.add(measures.phrase(i, 1), Aggregate.COUNT_ROWS, null);
        words.use(i, 1);
      }
    }
  }

  private boolean saysCount() {
    return measures.measures().stream()
        .anyMatch(measure -> measure.aggregate() == Aggregate.COUNT_ROWS);
  }
}
