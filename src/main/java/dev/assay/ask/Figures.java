package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import java.util.ArrayList;
import java.util.List;

/** What is computed from the groups of a question, as it is read. */
final class Figures {
  private final List<Calculation> calculations = new ArrayList<>();
  private final List<Filter> having = new ArrayList<>();
  private final List<String> interpretation = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<Measure> summary = new ArrayList<>();
  private String ordered;

  void add(Calculation calculation) {
    calculations.add(calculation);
  }

  void having(Filter filter) {
    having.add(filter);
  }

  void meaning(String sentence) {
    interpretation.add(sentence);
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  /** A figure over the groups, in their place. */
  void summary(Measure measure) {
    summary.add(measure);
  }

  List<Measure> summary() {
    return summary;
  }

  /** Whether anything is computed from groups already. */
  boolean computes() {
    return !calculations.isEmpty() || !having.isEmpty() || !summary.isEmpty();
  }

  /** The calculation by which "the highest" goes. */
  void orderBy(String name) {
    ordered = name;
  }

  List<Calculation> calculations() {
    return calculations;
  }

  List<Filter> having() {
    return having;
  }

  List<String> interpretation() {
    return interpretation;
  }

  List<String> warnings() {
    return warnings;
  }

  /** Or null. */
  String ordered() {
    return ordered;
  }
}
