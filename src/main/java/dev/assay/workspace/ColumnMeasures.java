package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnMeasurement;
import dev.assay.model.Evidence;
import dev.assay.model.Shape;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.profile.EditedColumn;
import dev.assay.sql.Dialect;
import java.util.List;

/** Measures one column as it was edited, by the very check and the very SQL that a build uses. */
final class ColumnMeasures {
  private final Dialect dialect;
  private final Advice advice;
  private final Stages stages;
  private final MaskedColumns masked;
  private final Trials trials;
  private final EditedColumn edited;

  ColumnMeasures(
      Engine engine,
      Dialect dialect,
      Advice advice,
      Stages stages,
      MaskedColumns masked,
      Trials trials) {
    this.dialect = dialect;
    this.advice = advice;
    this.stages = stages;
    this.masked = masked;
    this.trials = trials;
    this.edited = new EditedColumn(engine, dialect);
  }

  /** Throws UserError that lists every problem of the column. */
  ColumnMeasurement measure(Source source, SilverColumn column) {
    return trials.run(work -> measure(source, column, work));
  }

  private ColumnMeasurement measure(Source source, SilverColumn column, Work work) {
    SilverSpec spec = checked(source, column);
    SilverSpec.Column checked = spec.columns().getFirst();
    EditedColumn.Found found = edited.measure(spec, checked, repeated(source, checked), work);
    boolean hidden = column.mask() != null || masked.shows(source, spec, checked);
    return new ColumnMeasurement(
        settled(column, checked),
        hidden ? withoutValues(found.evidence()) : found.evidence(),
        found.violated(),
        hidden ? List.of() : found.examples());
  }

  /** As the profile knows; a column that came of the recipe's shape has none. */
  private double repeated(Source source, SilverSpec.Column column) {
    return advice.knownProfile(source).stream()
        .flatMap(profile -> profile.columns().stream())
        .filter(profiled -> profiled.name().equals(column.source()) && profiled.distinct() > 0)
        .mapToDouble(profiled -> (double) profiled.count() / profiled.distinct())
        .findFirst()
        .orElse(1);
  }

  /** The column alone, over the table in the shape that the recipe in force gives it. */
  private SilverSpec checked(Source source, SilverColumn column) {
    List<Shape> shape =
        advice.silverInForce(source).map(known -> known.recipe().shape()).orElse(List.of());
    SilverRecipe alone = new SilverRecipe(List.of(column), null).withShape(shape);
    return planned(source, alone);
  }

  /** Problems are told of the column that was sent, not of the recipe around it. */
  private SilverSpec planned(Source source, SilverRecipe alone) {
    try {
      return Previews.spec(stages.planSilver(source, alone));
    } catch (UserError e) {
      if (e.problems().isEmpty()) {
        throw e;
      }
      throw UserError.of(
          e.problems().stream()
              .map(problem -> problem.at(problem.pointer().replaceFirst("^/columns/0", "")))
              .toList());
    }
  }

  private SilverColumn settled(SilverColumn column, SilverSpec.Column checked) {
    return new SilverColumn(
        checked.source(),
        checked.name(),
        checked.type(),
        checked.custom() == null ? dialect.cast(checked) : column.castExpression(),
        checked.cleaning(),
        checked.nullStrategy(),
        checked.defaultValue(),
        column.validation(),
        checked.severity(),
        column.mask(),
        null);
  }

  private static Evidence withoutValues(Evidence evidence) {
    return new Evidence(
        evidence.rows(),
        evidence.missing(),
        evidence.parsed(),
        evidence.failed(),
        evidence.changed(),
        evidence.lossy(),
        List.of(),
        evidence.because() + " The column is masked, so its values are not shown.",
        evidence.confidence(),
        List.of());
  }
}
