package dev.assay.silver;

import dev.assay.model.Problem;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverSpec;
import dev.assay.model.Slug;
import java.util.List;

/** Checks that what one column of a recipe masks no other column shows. */
final class MaskRules {
  private final List<SilverSpec.Column> columns;
  private final List<Problem> problems;

  /** {@code columns} are those that could be settled. */
  MaskRules(List<SilverSpec.Column> columns, List<Problem> problems) {
    this.columns = columns;
    this.problems = problems;
  }

  void check(List<SilverColumn> written) {
    for (SilverSpec.Column masked : columns) {
      if (masked.mask() == null) {
        continue;
      }
      for (SilverSpec.Column other : columns) {
        if (other.mask() != null) {
          continue;
        }
        // Written SQL that so much as names a column is taken to show it.
        other.uses().stream()
            .filter(masked.uses()::contains)
            .findFirst()
            .ifPresent(shown ->
                problems.add(
                    new Problem(
                        "/columns/" + index(written, other) + "/mask",
                        Sentences.MASKED_IS_SHOWN.with(other.name(), shown, masked.name()))));
      }
    }
  }

  private static int index(List<SilverColumn> written, SilverSpec.Column column) {
    for (int i = 0; i < written.size(); i++) {
      SilverColumn one = written.get(i);
      if (one != null
          && column
              .name()
              .equals(
                  one.silverName() == null
                      ? Slug.of(one.sourceColumn(), "column")
                      : one.silverName())) {
        return i;
      }
    }
    return 0;
  }
}
