package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * A table that an origin was found to hold.
 *
 * @param schema the schema or dataset, the entry of an archive, or null
 * @param name the table's, the sheet's or, in a text with several, its number from 1; null where
 *     the file or entry is but one table
 * @param rows how many it has, or null where only reading it all would tell
 * @param exact whether {@code rows} was counted, not estimated
 * @param primaryKey its columns, empty where none is known
 * @param note what a user should know before choosing it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundTable(
    String schema,
    String name,
    Kind kind,
    Long rows,
    boolean exact,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    String note) {
  public FoundTable {
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /** A table of which nothing but its place is known. */
  public FoundTable(String schema, String name, Kind kind) {
    this(schema, name, kind, null, false, List.of(), List.of(), null);
  }

  /** What kind of table it is. */
  public enum Kind {
    TABLE,
    VIEW,
    SHEET,
    HIDDEN_SHEET,
    ENTRY,
    TEXT;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Columns whose values are found in another table's.
   *
   * @param schema the other table's, or null
   * @param table the other table
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ForeignKey(
      List<String> columns, String schema, String table, List<String> referencedColumns) {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }
  }
}
