package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query;
import dev.assay.model.RowCondition;
import dev.assay.model.SemanticModel;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The measures of a semantic model by their names and synonyms, and as parts of typed queries. */
final class NamedMeasures {
  /**
   * A measure that words name.
   *
   * @param at first word
   * @param words how many
   */
  record Match(SemanticModel.Measure measure, int at, int words) {}

  /** What a measure adds to a query; a formula over measures brings those along. */
  record Parts(List<Query.Measure> measures, List<Calculation> calculations) {}

  private static final int LONGEST = 5;

  private final SemanticModel model;

  NamedMeasures(SemanticModel model) {
    this.model = model;
  }

  /** The measures that the free words from {@code at} on name, longest phrase first. */
  List<Match> at(Words words, int at) {
    for (int length = LONGEST; length > 0; length--) {
      if (IntStream.range(at, at + length).allMatch(words::free)) {
        List<String> phrase =
            IntStream.range(at, at + length).mapToObj(i -> words.get(i).stem()).toList();
        int count = length;
        List<Match> found =
            model.measures().stream()
                .filter(measure -> called(measure).contains(phrase) || alike(measure, phrase))
                .map(measure -> new Match(measure, at, count))
                .toList();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** "receita" is what a measure called revenue is. */
  private static boolean alike(SemanticModel.Measure measure, List<String> phrase) {
    return phrase.size() == 1
        && called(measure).stream()
            .anyMatch(
                name -> name.size() == 1 && Concepts.same(name.getFirst(), phrase.getFirst()));
  }

  private static Set<List<String>> called(SemanticModel.Measure measure) {
    Set<List<String>> called = new LinkedHashSet<>();
    List<String> names = new ArrayList<>(measure.synonyms());
    names.add(measure.name());
    for (String name : names) {
      called.add(ColumnIndex.plain(name).stream().map(NameWords::singular).toList());
      called.add(NameWords.of(name).stream().map(NameWords::singular).toList());
    }
    return called;
  }

  /** What {@code measure} is in a typed query. */
  Parts parts(SemanticModel.Measure measure) {
    if (measure.aggregate() != null) {
      return new Parts(List.of(query(measure)), List.of());
    }
    List<Query.Measure> needed = new ArrayList<>();
    for (String name : RowCondition.columns(RowCondition.term(measure.formula()))) {
      Optional<SemanticModel.Measure> other = model.measure(name);
      other.ifPresent(one -> needed.add(query(one)));
    }
    return new Parts(needed, List.of(new Calculation.Formula(measure.name(), measure.formula())));
  }

  private static Query.Measure query(SemanticModel.Measure measure) {
    return new Query.Measure(
        measure.name(),
        measure.aggregate(),
        measure.column(),
        measure.formula(),
        measure.filters());
  }
}
