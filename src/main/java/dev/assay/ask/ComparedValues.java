package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import java.util.List;
import java.util.Optional;

/**
 * Reads "the difference in price between Porto and Lyon": a measure of both, and how they differ.
 */
final class ComparedValues {
  private final Words words;
  private final FilterReader filters;
  private final MeasureList measures;
  private final Figures figures;

  ComparedValues(Words words, FilterReader filters, MeasureList measures, Figures figures) {
    this.words = words;
    this.filters = filters;
    this.measures = measures;
    this.figures = figures;
  }

  /** The condition that names two values; empty where there is none, or more than one. */
  Optional<Filter> pair() {
    List<Filter> pairs =
        filters.filters().stream()
            .filter(filter -> filter.comparison() == Comparison.IN && filter.values().size() == 2)
            .toList();
    return pairs.size() == 1 && measures.measures().size() == 1
        ? Optional.of(pairs.getFirst())
        : Optional.empty();
  }

  /** What the result shows: how they differ, and then both. */
  List<String> compare(Filter pair) {
    Measure measure = measures.measures().getFirst();
    for (int i = 0; i < words.count(); i++) {
      words.use(i, words.at(i, "between|and|than|versus") ? 1 : 0);
    }
    filters.remove(pair);
    measures.clear();
    Measure one = of(measure, pair, pair.values().getFirst());
    Measure other = of(measure, pair, pair.values().getLast());
    measures.add(pair.values().getFirst(), one);
    measures.add(pair.values().getLast(), other);
    String difference = measure.name() + "_difference";
    figures.add(
        new Calculation.Formula(
            difference, RatioReader.quoted(one) + " - " + RatioReader.quoted(other)));
    return List.of(difference, one.name(), other.name());
  }

  private static Measure of(Measure measure, Filter pair, String value) {
    return FilteredMeasure.of(
        measure, List.of(new Filter(pair.column(), Comparison.EQUAL, List.of(value), pair.part())));
  }
}
