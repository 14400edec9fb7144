package dev.assay.gold;

import dev.assay.model.Misread;
import dev.assay.model.Query;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;

/** Finds everything in the segments of a typed query that does not fit its measures. */
final class SegmentCheck {
  private final Query query;
  private final FoundProblems problem;

  SegmentCheck(Query query, FoundProblems problem) {
    this.query = query;
    this.problem = problem;
  }

  void check() {
    Query.Segment segment = query.segment();
    if (segment == null) {
      return;
    }
    if (query.measures().stream()
        .noneMatch(measure -> measure.name() != null && measure.name().equals(segment.measure()))) {
      problem.accept("/segment/measure", "'" + segment.measure() + "' is not a measure here.");
    }
    if (segment.otherwise() == null) {
      problem.accept("/segment/otherwise", "Name the groups that no band takes.");
    }
    BigDecimal before = null;
    for (int i = 0; i < segment.bands().size(); i++) {
      Query.Band band = segment.bands().get(i);
      String at = "/segment/bands/" + i;
      if (band.label() == null || band.label().isBlank()) {
        problem.accept(at + "/label", "Give the band a label.");
      }
      try {
        FilterValue.parse(band.above(), ValueKind.DECIMAL);
      } catch (Misread e) {
        problem.accept(at + "/above", e.facts());
        continue;
      }
      BigDecimal above = new BigDecimal(band.above().strip());
      if (before != null && above.compareTo(before) >= 0) {
        problem.accept(at + "/above", "List bands from the highest bound to the lowest.");
      }
      before = above;
    }
  }
}
