package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnMeasurement;
import dev.assay.model.Evidence;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.profile.EditedColumn;
import dev.assay.sql.Dialect;
import dev.assay.sql.TableSql;
import java.util.List;

/** Measures one column as it was edited, by the very check and the very SQL that a build uses. */
final class ColumnMeasures {
  private final Engine engine;
  private final Dialect dialect;
  private final TableSql tables;
  private final Stages stages;
  private final MaskedColumns masked;
  private final EditedColumn edited;

  ColumnMeasures(Engine engine, Dialect dialect, Stages stages, MaskedColumns masked) {
    this.engine = engine;
    this.dialect = dialect;
    this.tables = new TableSql(dialect);
    this.stages = stages;
    this.masked = masked;
    this.edited = new EditedColumn(engine, dialect);
  }

  /** Throws UserError that lists every problem of the column. */
  ColumnMeasurement measure(Source source, SilverColumn column) {
    SilverSpec.Column checked = checked(source, column);
    long rows =
        ((Number)
                engine.query(tables.count(source.bronzeTable())).rows().getFirst().getFirst())
            .longValue();
    EditedColumn.Found found =
        edited.measure(source.bronzeTable(), rows, checked, Work.unwatched());
    boolean hidden =
        column.mask() != null || MaskedColumns.among(masked.of(source), checked.source());
    return new ColumnMeasurement(
        settled(column, checked),
        hidden ? withoutValues(found.evidence()) : found.evidence(),
        found.violated(),
        hidden ? List.of() : found.examples());
  }

  private SilverSpec.Column checked(Source source, SilverColumn column) {
    SilverRecipe alone = new SilverRecipe(List.of(column), null);
    for (Step step : stages.planSilver(source, alone).steps()) {
      if (step instanceof Step.Clean clean) {
        return clean.spec().columns().getFirst();
      }
    }
    throw new IllegalStateException("A plan of Silver cleans nothing");
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
