package dev.assay.workspace;

import dev.assay.model.Author;
import dev.assay.model.ColumnMeasurement;
import dev.assay.model.ColumnType;
import dev.assay.model.Evidence;
import dev.assay.model.GoldDifference;
import dev.assay.model.Layer;
import dev.assay.model.Lineage;
import dev.assay.model.ReasonCount;
import dev.assay.model.RecipeChange;
import dev.assay.model.RecipeDifference;
import dev.assay.model.RecipeInForce;
import dev.assay.model.RecipeVersion;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import dev.assay.model.SilverChanges;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverDifference.CellChange;
import dev.assay.model.SilverDifference.Fate;
import dev.assay.model.SilverRecipe;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What canned orders have to show before a change of Silver. */
final class CannedSight implements Sight {
  private static final Instant NOW = Instant.parse("2024-03-01T10:00:00Z");
  private static final SilverColumn ID =
      new SilverColumn("id", "id", null, null, null, null, null, null, null, null);

  @Override
  public SilverDifference diffSilver(String source, SilverRecipe recipe) {
    var cells =
        List.of(
            new CellChange("id", "1", "1", false), new CellChange("amount", "10", "1000", true));
    var changed = new SilverDifference.RowChange(1, 2, null, null, null, null, null, cells);
    var rejected =
        new SilverDifference.RowChange(
            1,
            3,
            null,
            null,
            List.of("invalid_amount"),
            null,
            null,
            List.of(new CellChange("id", "2", null, false)));
    return new SilverDifference(
        "silver_" + source + "_cleaned",
        null,
        null,
        new SilverDifference.Counts(5, 1, 0, 1, 1, 0, 0, 0, 0),
        List.of(
            new SilverDifference.Movement(Fate.SILVER, Fate.SILVER, 1, List.of(changed)),
            new SilverDifference.Movement(Fate.SILVER, Fate.REJECTED, 1, List.of(rejected))),
        List.of(
            new SilverDifference.ColumnChange("id", null, "INTEGER", "INTEGER", 0, 0, 0),
            new SilverDifference.ColumnChange("amount", null, "INTEGER", "INTEGER", 1, 0, 0)),
        List.of(new SilverDifference.ReasonChange("invalid_amount", 0, 1)),
        List.of(change()),
        List.of(
            new GoldDifference(
                "gold_" + source + "_by_month",
                null,
                null,
                2,
                2,
                0,
                0,
                1,
                List.of(new GoldDifference.MeasureChange("total", "60", "1050", true)),
                List.of(
                    new GoldDifference.GroupChange(
                        List.of(new CellChange("month", "2024-01", "2024-01", false)),
                        List.of(new CellChange("total", "10", "1000", true)))))));
  }

  private static RecipeChange change() {
    return new RecipeChange(
        RecipeChange.Kind.COLUMN_CHANGED,
        "amount",
        "cleaning",
        "trim",
        "trim, then parse number (decimal ',')",
        "amount: steps trim → trim, then parse number (decimal ',').");
  }

  @Override
  public RecipeInForce silverRecipe(String source) {
    return new RecipeInForce(
        2,
        Author.PERSON,
        "published",
        NOW,
        new SilverRecipe(List.of(measureSilver(source, ID).column()), null));
  }

  @Override
  public List<RecipeVersion> silverRecipes(String source) {
    return List.of(
        new RecipeVersion(2, Author.PERSON, "published", "b2b2b2", NOW),
        new RecipeVersion(1, Author.RULES, "published", null, NOW));
  }

  @Override
  public RecipeDifference diffSilverRecipes(String source, String from, String to) {
    List<RecipeVersion> all = silverRecipes(source);
    return new RecipeDifference(all.get(1), all.get(0), List.of(change()));
  }

  @Override
  public SilverRecipe silverRecipe(String source, String wanted) {
    return new SilverRecipe(
        List.of(
            new SilverColumn(
                "id", "id", ColumnType.Simple.INTEGER, null, null, null, null, null, null, null)),
        null);
  }

  @Override
  public Lineage lineage(String source) {
    return new Lineage(
        List.of(
            new Lineage.Node(
                "n0", Lineage.Kind.ORIGIN, null, source, null, "orders.csv", null, null),
            new Lineage.Node(
                "n1",
                Lineage.Kind.COLUMN,
                Layer.BRONZE,
                source,
                "bronze_orders_raw",
                "id",
                "int4",
                List.of("trim"))),
        List.of(new Lineage.Edge("n0", "n1", Lineage.Use.VALUE)));
  }

  @Override
  public ColumnMeasurement measureSilver(String source, SilverColumn column) {
    return new ColumnMeasurement(
        new SilverColumn(
            column.sourceColumn(),
            "id",
            ColumnType.Simple.INTEGER,
            "x",
            null,
            null,
            null,
            null,
            null,
            null),
        new Evidence(3, 0, 2, 1, 0, 0, List.of("x"), "Of 3 values 2 can be read.", 0.67, List.of()),
        0,
        List.of(
            new ColumnMeasurement.ValueChange("x", null, true),
            new ColumnMeasurement.ValueChange("1", "1", false)));
  }

  @Override
  public Rows rejects(String source, String reason, long limit, long offset) {
    return new Rows(
        List.of(
            new Rows.Column("_load_id", "BIGINT"),
            new Rows.Column("_row_no", "BIGINT"),
            new Rows.Column("reasons", "VARCHAR[]"),
            new Rows.Column("email ", "VARCHAR"),
            new Rows.Column("id", "VARCHAR")),
        List.of(List.of(1, 3, List.of("invalid_id"), "bob@x.com", "1.2.3")),
        1L,
        false,
        null);
  }

  @Override
  public Rows rows(
      String source, Layer layer, String table, RowView view, long limit, long offset) {
    return rejects(source, null, limit, offset);
  }

  @Override
  public SilverChanges changes(String source, ChangesView view, long limit, long offset) {
    return new SilverChanges(
        List.of(
            new SilverChanges.Column("id", "id", "INTEGER", false),
            new SilverChanges.Column("email ", "email", "VARCHAR", true)),
        List.of(
            new SilverChanges.Row(
                "1:2",
                source + ".csv",
                2,
                SilverChanges.Fate.CHANGED,
                List.of(),
                null,
                List.of(0),
                List.of(" 1", "***"),
                List.of(1, "***")),
            new SilverChanges.Row(
                "1:3",
                source + ".csv",
                3,
                SilverChanges.Fate.DUPLICATE,
                List.of(),
                "1:2",
                List.of(),
                List.of("1", "***"),
                null)),
        2);
  }

  @Override
  public List<SilverChanges.FateCount> fates(String source) {
    return List.of(
        new SilverChanges.FateCount(SilverChanges.Fate.CHANGED, 1),
        new SilverChanges.FateCount(SilverChanges.Fate.DUPLICATE, 1));
  }

  @Override
  public List<ReasonCount> rejectReasons(String source) {
    return List.of(new ReasonCount("invalid_amount", 1));
  }

  @Override
  public void exportRejects(String source, String reason, String format, OutputStream out) {
    try {
      out.write("_load_id,_row_no,reasons\n1,3,invalid_amount\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
