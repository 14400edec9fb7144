package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Where the columns of a source come from and what becomes of them: from its origin to Bronze,
 * Silver and Gold, as the recipes in force say.
 *
 * @param nodes the origin first, then columns, layer by layer, each in the order of its table
 * @param edges from what is read to what is made of it
 */
public record Lineage(List<Node> nodes, List<Edge> edges) {
  public Lineage {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a node stands for. */
  public enum Kind {
    ORIGIN,
    COLUMN,
    /** A Gold column that rows are grouped by. */
    DIMENSION,
    /** A Gold column that is aggregated from rows. */
    MEASURE,
    /** A Gold column that is computed from the groups. */
    CALCULATION
  }

  /**
   * An origin or a column.
   *
   * @param id unique in this lineage, and nothing else
   * @param layer null for the origin
   * @param sourceId whose table it is in: joined tables are those of other sources
   * @param table null for the origin
   * @param type of its values, where the recipe or the origin says it
   * @param steps how it is made of what it reads, in words; none where it is as it was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Node(
      String id,
      Kind kind,
      Layer layer,
      String sourceId,
      String table,
      String name,
      String type,
      List<String> steps) {
    public Node {
      steps = steps == null ? List.of() : List.copyOf(steps);
    }
  }

  /** How a node is used. */
  public enum Use {
    /** Its values are what the other's are made of. */
    VALUE,
    /** Its values decide which rows count, or which belong together. */
    CONDITION
  }

  /** One node is made with the help of another. */
  public record Edge(String from, String to, Use use) {}
}
