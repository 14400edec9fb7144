package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Query;
import dev.assay.model.Relationship;
import dev.assay.model.Rows;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.semantic.Told;
import java.util.List;
import java.util.Optional;

/**
 * What readers see of one source: its published tables and what became of them.
 *
 * @param source the source
 * @param bronze its landed rows, empty before the first build
 * @param silver its cleaned rows, empty before the first build
 * @param gold its business tables
 * @param excluded rows of Bronze that Silver leaves out (rejected, duplicates and filtered), or
 *     null when not known
 * @param rejected those of them that were refused, or null when not known
 * @param made how the published Silver was made, or null when not known
 * @param told what is known of Silver beside its rows: its recipe, its masks, and what people have
 *     made of its semantic model; {@link Vocabulary#model} is the model in force
 */
public record Catalog(
    Source source,
    Optional<Table> bronze,
    Optional<Table> silver,
    List<GoldTable> gold,
    Long excluded,
    Long rejected,
    SilverSpec made,
    Told told) {
  public Catalog {
    gold = List.copyOf(gold);
  }

  /** Of which nothing is known beside its rows. */
  public Catalog(
      Source source,
      Optional<Table> bronze,
      Optional<Table> silver,
      List<GoldTable> gold,
      Long excluded) {
    this(source, bronze, silver, gold, excluded, null, null, Told.NOTHING);
  }

  /** Reads the catalogs inside the transaction in which the question is answered. */
  @FunctionalInterface
  public interface Published {
    List<Catalog> at(Engine.Reader reader);

    /** Every source, for what those that may be meant look up in others. */
    default List<Catalog> all(Engine.Reader reader) {
      return at(reader);
    }

    /** How people have confirmed that sources belong together. */
    default List<Relationship> confirmed() {
      return List.of();
    }

    /** As {@link #confirmed}, with what was found and nobody has said anything of yet. */
    default List<Relationship> likely() {
      return confirmed();
    }
  }

  /**
   * One published table.
   *
   * @param name as SQL names it
   * @param build the id of the build that readers see
   * @param columns in order
   * @param rows how many
   * @param status what became of the latest attempt to build it
   */
  public record Table(
      String name, String build, List<Rows.Column> columns, long rows, LayerStatus status) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * One published Gold table.
   *
   * @param query what it was made from, or null for written SQL
   * @param question the business question that it was made to answer, or null
   */
  public record GoldTable(Table table, Query query, String question) {
    public GoldTable(Table table, Query query) {
      this(table, query, null);
    }
  }

  /** The same with another Silver; how it was made is not known any more. */
  Catalog withSilver(Table other) {
    return new Catalog(source, bronze, Optional.of(other), gold, excluded, rejected, null, told);
  }

  /** The table that questions are read against: Silver, else Bronze. */
  Optional<Table> asked() {
    return silver.or(() -> bronze);
  }

  Layer askedLayer() {
    return silver.isPresent() ? Layer.SILVER : Layer.BRONZE;
  }
}
