package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One way in which two silver recipes differ.
 *
 * @param column the Silver column, or null
 * @param field the field of the column, or the part of the recipe, or null
 * @param before in plain words; null where there was nothing
 * @param after in plain words; null where there is nothing any more
 * @param text all of it in one sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecipeChange(
    Kind kind, String column, String field, String before, String after, String text) {

  /** What has changed. */
  public enum Kind {
    COLUMN_ADDED,
    COLUMN_REMOVED,
    COLUMN_RENAMED,
    COLUMN_CHANGED,
    TABLE_CHANGED;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
