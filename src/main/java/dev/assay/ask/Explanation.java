package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says how the parts of a question were taken, and what should be known of its answer. */
final class Explanation {
  private final Words words;
  private final Vocabulary vocabulary;
  private final QuestionParts parts;
  private final Phrasing phrasing;

  Explanation(Vocabulary vocabulary, QuestionParts parts) {
    this.words = parts.words;
    this.vocabulary = vocabulary;
    this.parts = parts;
    this.phrasing = new Phrasing(words.language());
  }

  /** How the words were taken. */
  List<String> interpretation() {
    List<String> interpretation = new ArrayList<>(parts.measures.interpretation());
    interpretation.addAll(parts.figures.interpretation());
    if (parts.figures.summary().isEmpty()) {
      parts.groups.dimensions().stream()
          .map(dimension -> words.say("word.by") + " " + phrasing.dimension(dimension))
          .forEach(interpretation::add);
    }
    parts.filters.filters().forEach(filter -> interpretation.add(phrasing.filter(filter)));
    parts.ranked.present().forEach(filter -> interpretation.add(phrasing.filter(filter)));
    for (Period period : parts.periods.all()) {
      interpretation.add(
          words.phrase(period.at(), period.words())
              + " = "
              + phrasing.filter(parts.periods.filter(period, parts.periods.column())));
    }
    parts.groups.top().map(this::ranked).ifPresent(interpretation::add);
    zoned().forEach(column -> interpretation.add(words.say("hour-in-utc", column)));
    return interpretation;
  }

  private String ranked(TopReader.Top top) {
    if (top.rank() > 0) {
      return words.say(top.descending() ? "rank-largest" : "rank-smallest", top.rank());
    }
    List<String> within = parts.groups.within();
    return words.say(top.descending() ? "top-largest" : "top-smallest", top.limit())
        + (within.isEmpty() ? "" : " " + words.say("within", String.join(", ", within)));
  }

  /** The columns that tell moments of all zones, of which days or periods are asked for. */
  private Set<String> zoned() {
    Set<String> columns = new LinkedHashSet<>();
    parts.groups.dimensions().stream()
        .filter(d -> d.grain() != null || d.part() != null)
        .forEach(d -> columns.add(d.column()));
    parts.filters.filters().stream()
        .filter(f -> f.part() != null)
        .forEach(f -> columns.add(f.column()));
    if (!parts.periods.all().isEmpty()) {
      columns.add(parts.periods.column());
    }
    columns.removeIf(column -> vocabulary.role(column).column().kind() != ValueKind.TIMESTAMPTZ);
    return columns;
  }

  /** What follows from values that are missing. */
  List<String> caveats() {
    return parts.allFilters().stream()
        .filter(filter -> filter.comparison() == Comparison.NOT_EQUAL && filter.part() == null)
        .map(Filter::column)
        .filter(column -> vocabulary.role(column).column().present() < vocabulary.rows())
        .map(column -> words.say("missing-left-out", column))
        .toList();
  }
}
