package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How Bronze is read from its origin.
 *
 * @param format as detected or decided
 * @param columns the Bronze columns, in the origin's order
 */
public record Landing(@JsonAlias("dialect") Format format, List<Column> columns) implements Recipe {
  /**
   * One Bronze column.
   *
   * @param header exactly as the origin has it; empty when it has none
   * @param name the column's name in the Bronze table: the header itself unless that is blank,
   *     taken (names ignore case) or reserved
   * @param type what the origin itself says that the column holds, such as {@code numeric(12,2)};
   *     null where it says nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Column(String header, String name, String type) {
    /** A column whose origin knows no types. */
    public Column(String header, String name) {
      this(header, name, null);
    }
  }

  @Override
  public Layer layer() {
    return Layer.BRONZE;
  }
}
