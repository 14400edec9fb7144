package dev.assay.workspace;

import dev.assay.model.ColumnMeasurement;
import dev.assay.model.Layer;
import dev.assay.model.Lineage;
import dev.assay.model.ReasonCount;
import dev.assay.model.RecipeDifference;
import dev.assay.model.RecipeInForce;
import dev.assay.model.RecipeVersion;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import dev.assay.model.SilverChanges;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverRecipe;
import java.io.OutputStream;
import java.util.List;

/** The verbs that show what a change of Silver would do, and what it has left out. */
public interface Sight {
  /**
   * What an edited recipe would change of the published Silver, its rejects and its Gold, on all
   * rows; nothing is published.
   *
   * @param recipe null for the one in force, else the suggestion
   */
  SilverDifference diffSilver(String source, SilverRecipe recipe);

  /** The recipe that the next build of Silver goes by: the one in force, else the suggestion. */
  RecipeInForce silverRecipe(String source);

  /** Every recipe that Silver was ever built by, newest first. */
  List<RecipeVersion> silverRecipes(String source);

  /**
   * How two recipes of Silver's history differ.
   *
   * @param from a recipe's number, or a build's id or the beginning of one
   * @param to as {@code from}
   */
  RecipeDifference diffSilverRecipes(String source, String from, String to);

  /**
   * A recipe of Silver's history, to be applied again; values of masked columns are left out of it.
   *
   * @param wanted its number, or a build's id or the beginning of one
   */
  SilverRecipe silverRecipe(String source, String wanted);

  /** Where a source's columns come from and what becomes of them. */
  Lineage lineage(String source);

  /** What all rows say about one column as it was edited; nothing is built. */
  ColumnMeasurement measureSilver(String source, SilverColumn column);

  /**
   * The rejected rows, as {@link Workspace#rejects(String, long, long)}.
   *
   * @param reason one reason, or the beginning of several where it ends in an underscore, such as
   *     {@code invalid_}; null for all
   */
  Rows rejects(String source, String reason, long limit, long offset);

  /**
   * Rows of a layer's table as somebody looks at them; {@code table} names a Gold table, else null.
   */
  Rows rows(String source, Layer layer, String table, RowView view, long limit, long offset);

  /** Rows of Bronze beside what Silver made of them, in load order. */
  SilverChanges changes(String source, ChangesView view, long limit, long offset);

  /** All rows of Bronze by what became of them. */
  List<SilverChanges.FateCount> fates(String source);

  /** The reasons why rows were rejected, most frequent first; a row may have several. */
  List<ReasonCount> rejectReasons(String source);

  /**
   * Writes the rejected rows; {@code format} is csv, xlsx or parquet, {@code reason} null for all.
   */
  void exportRejects(String source, String reason, String format, OutputStream out);
}
