package dev.assay.ask;

import dev.assay.model.Author;
import dev.assay.model.Calculation;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.model.SemanticModel;
import java.util.List;
import java.util.Optional;

/** Reads measures that the semantic model names and that are more than an aggregate of a column. */
final class NamedReader {
  private final Words words;
  private final MeasureList measures;
  private final Figures figures;
  private final NamedMeasures named;

  NamedReader(Words words, Vocabulary vocabulary, MeasureList measures, Figures figures) {
    this.words = words;
    this.measures = measures;
    this.figures = figures;
    this.named = new NamedMeasures(vocabulary.model());
  }

  /** Whether a named measure stands at word {@code i}, which is then taken. */
  boolean at(int i) {
    Aggregate said = said(i);
    int at = said == null ? i : i + 1 + (words.at(i + 1, "of") ? 1 : 0);
    at += said != null && words.at(at, "the") ? 1 : 0;
    Optional<NamedMeasures.Match> match = match(at);
    if (match.isEmpty()) {
      return false;
    }
    SemanticModel.Measure measure = match.get().measure();
    int end = at + match.get().words();
    boolean same = said == null || said == measure.aggregate();
    boolean perRow = measure.formula() != null && measure.aggregate() != null;
    if (!same && !perRow) {
      return false;
    }
    String phrase = words.phrase(i, end - i);
    if (!same) {
      measures.add(
          phrase,
          new Measure(
              said.name().toLowerCase(java.util.Locale.ROOT) + "_" + measure.name(),
              said,
              null,
              measure.formula(),
              measure.filters()));
    } else {
      NamedMeasures.Parts parts = named.parts(measure);
      if (parts.calculations().isEmpty()) {
        parts.measures().forEach(part -> measures.add(phrase, part));
      } else {
        parts.measures().forEach(measures::include);
        for (Calculation calculation : parts.calculations()) {
          figures.add(calculation);
          figures.orderBy(calculation.name());
        }
        figures.meaning(phrase + " = " + measure.formula());
      }
    }
    words.use(i, end - i);
    return true;
  }

  /** The one measure that is named, if it is one that no column alone stands for. */
  private Optional<NamedMeasures.Match> match(int at) {
    List<NamedMeasures.Match> found =
        named.at(words, at).stream().filter(match -> isOwn(match.measure())).toList();
    if (found.size() > 1) {
      String phrase = words.phrase(at, found.getFirst().words());
      List<String> names = found.stream().map(match -> match.measure().name()).toList();
      throw Reading.Stopped.choice(
          words.say("several-columns", phrase, String.join(" " + words.say("or") + " ", names)),
          names.stream().map(name -> words.replaced(at, found.getFirst().words(), name)).toList());
    }
    return found.stream().findFirst();
  }

  private static boolean isOwn(SemanticModel.Measure measure) {
    return measure.formula() != null
        || !measure.filters().isEmpty()
        || measure.author() == Author.PERSON;
  }

  private Aggregate said(int i) {
    if (words.at(i, "total|sum")) {
      return Aggregate.SUM;
    }
    if (words.at(i, "average|avg|mean")) {
      return Aggregate.AVG;
    }
    return words.at(i, "median") ? Aggregate.MEDIAN : null;
  }
}
