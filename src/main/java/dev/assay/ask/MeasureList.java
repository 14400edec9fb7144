package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;

/** The measures found so far, each with the words that it was read from. */
final class MeasureList {
  private final Words words;
  private final Vocabulary vocabulary;
  private final List<Measure> measures = new ArrayList<>();
  private final List<String> interpretation = new ArrayList<>();

  MeasureList(Words words, Vocabulary vocabulary) {
    this.words = words;
    this.vocabulary = vocabulary;
  }

  List<Measure> measures() {
    return measures;
  }

  List<String> interpretation() {
    return interpretation;
  }

  /** Whether a word is what a row is called. */
  boolean isRow(int i) {
    return words.free(i)
        && (words.at(i, "rows|records|entries|row|record|entry")
            || RowNames.is(vocabulary, words.get(i)));
  }

  /** What rows are called. */
  String rows() {
    return vocabulary.rowNoun().map(NameWords::plural).orElse(words.say("word.rows"));
  }

  /** The question's own text over some words. */
  String phrase(int from, int count) {
    return words.phrase(from, count);
  }

  /** Adds a measure unless it is there; {@code phrase} is what it was read from. */
  void add(String phrase, Aggregate aggregate, String column) {
    add(phrase, of(aggregate, column));
  }

  void add(String phrase, Measure measure) {
    if (!measures.contains(measure)) {
      measures.add(measure);
      interpretation.add(phrase + " = " + new Phrasing(words.language()).measure(measure));
    }
  }

  /** Adds a measure that is explained elsewhere, unless it is there. */
  void include(Measure measure) {
    if (!measures.contains(measure)) {
      measures.add(measure);
    }
  }

  /** Takes all measures out again, with what was said of them. */
  void clear() {
    measures.clear();
    interpretation.clear();
  }

  /** Whether groups are compared by what grows with their rows. */
  boolean addUp() {
    return measures.stream()
        .allMatch(measure ->
            switch (measure.aggregate()) {
              case SUM, COUNT, COUNT_ROWS, COUNT_DISTINCT -> true;
              case AVG, MEDIAN, MIN, MAX -> false;
            });
  }

  /** A measure under the name that it has everywhere. */
  Measure of(Aggregate aggregate, String column) {
    return new Measure(name(aggregate, column), aggregate, column);
  }

  private String name(Aggregate aggregate, String column) {
    return switch (aggregate) {
      case COUNT_ROWS -> vocabulary.rowNoun().orElse("row") + "_count";
      case COUNT -> "count_of_" + column;
      case COUNT_DISTINCT -> "unique_" + NameWords.plural(NameWords.subject(column));
      case SUM -> NameWords.of(column).contains("total") ? "sum_of_" + column : "total_" + column;
      case AVG -> "average_" + column;
      case MEDIAN -> "median_" + column;
      case MIN -> (isTime(column) ? "first_" : "smallest_") + column;
      case MAX -> (isTime(column) ? "last_" : "largest_") + column;
    };
  }

  private boolean isTime(String column) {
    ValueKind kind = vocabulary.role(column).column().kind();
    return kind.isTemporal();
  }
}
