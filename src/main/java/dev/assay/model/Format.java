package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the table of an origin is written. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = CsvDialect.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = CsvDialect.class, name = "delimited"),
  @JsonSubTypes.Type(value = Format.Sheet.class, name = "sheet"),
  @JsonSubTypes.Type(value = Format.Parquet.class, name = "parquet"),
  @JsonSubTypes.Type(value = Format.JsonRecords.class, name = "json"),
  @JsonSubTypes.Type(value = Format.DatabaseRows.class, name = "database")
})
public sealed interface Format
    permits CsvDialect, Format.Sheet, Format.Parquet, Format.JsonRecords, Format.DatabaseRows {

  /**
   * A table inside a sheet of a workbook. Rows and columns count from 1, as in Excel.
   *
   * @param sheet its name
   * @param hidden whether the workbook hides it
   * @param firstRow the first row of the header, or of the data where there is none
   * @param headerRows how many rows name the columns
   * @param lastRow the last row of the table, or null for the end of the sheet
   * @param firstColumn the first column
   * @param lastColumn the last column
   * @param date1904 whether dates count from 1904
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sheet(
      String sheet,
      boolean hidden,
      int firstRow,
      int headerRows,
      Integer lastRow,
      int firstColumn,
      int lastColumn,
      boolean date1904)
      implements Format {}

  /** A Parquet file. */
  record Parquet() implements Format {}

  /**
   * JSON records.
   *
   * @param lines whether each line is a document; else one array of records
   * @param pointer where in the document the array is, as a JSON pointer; empty for the document
   */
  record JsonRecords(boolean lines, String pointer) implements Format {}

  /** Rows that a database hands out with their types. */
  record DatabaseRows() implements Format {}
}
