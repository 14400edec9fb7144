package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A kept recipe as it would serve a source, measured on all its rows; nothing is built.
 *
 * @param name of the kept recipe
 * @param source the source's id
 * @param columns which of its columns were found for those of the recipe
 * @param missing what the recipe asks for and the source does not have, each in words
 * @param added columns of the source that the recipe does not know; they are as suggested
 * @param rows of the source
 * @param rejected rows that it would reject
 * @param rejectedNow rows that the recipe in force, else the suggestion, rejects
 * @param duplicates rows that it would remove as duplicates
 * @param recipe what a build takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecipeFit(
    String name,
    String source,
    List<FoundColumn> columns,
    List<String> missing,
    List<String> added,
    long rows,
    long rejected,
    long rejectedNow,
    long duplicates,
    SilverRecipe recipe) {

  /** How a column was found. */
  public enum How {
    /** Its header is the very same. */
    EXACT,
    /** Its header is the same but for case, accents and separators. */
    FOLDED,
    /** Its header is known to mean the same. */
    SYNONYM
  }

  /**
   * A column of the recipe and that of the source.
   *
   * @param column Silver name
   * @param sourceColumn of the source's Bronze table
   */
  public record FoundColumn(String column, String sourceColumn, How how) {}
}
