package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A change of the table as a whole, made before its cells are cleaned. Columns are Bronze's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Shape.FillDown.class, name = "fill_down"),
  @JsonSubTypes.Type(value = Shape.Unpivot.class, name = "unpivot")
})
public sealed interface Shape {
  /**
   * A blank cell takes the value of the nearest cell above it that has one, in load order within
   * its load: labels of groups that are written once.
   */
  record FillDown(List<String> columns) implements Shape {
    public FillDown {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }
  }

  /**
   * Categories that are spread over columns become rows: one for each of the columns that has a
   * value.
   *
   * @param columns whose headers are values
   * @param nameColumn the new column that holds the headers
   * @param valueColumn the new column that holds the cells
   */
  record Unpivot(List<String> columns, String nameColumn, String valueColumn) implements Shape {
    public Unpivot {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }
  }
}
