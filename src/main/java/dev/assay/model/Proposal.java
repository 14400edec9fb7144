package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A change of the recipe that the data speaks for and nobody has asked for: measured on all rows,
 * shown, and made only when a person accepts it.
 *
 * @param id a short name, unique in its suggestion and the same whenever the data is
 * @param kind what it is about
 * @param columns Silver columns that it touches
 * @param because one sentence: what was found
 * @param rows rows that it concerns, of all
 * @param examples up to five values or rows in words, masked as the recipe says
 * @param confidence from 0 to 1
 * @param author who says so
 * @param edits what accepting it does to the recipe
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proposal(
    String id,
    Kind kind,
    List<String> columns,
    String because,
    long rows,
    List<String> examples,
    double confidence,
    Author author,
    List<RecipeEdit> edits) {
  public Proposal {
    columns = List.copyOf(columns);
    examples = examples == null ? List.of() : List.copyOf(examples);
    edits = List.copyOf(edits);
  }

  /** What a proposal is about. */
  public enum Kind {
    /** Personal data that could be masked. */
    PERSONAL_DATA,
    /** Values that can hardly be true: outliers and impossible ones. */
    VALIDATION,
    /** A value that stands for "missing". */
    SENTINEL,
    /** Several spellings of one thing. */
    SPELLING,
    /** Several things in one cell. */
    SPLIT,
    /** Several units or currencies in one column. */
    UNIT,
    /** A rule between columns. */
    RULE,
    /** A column that another one determines. */
    DEPENDENCY,
    /** Another key, or rows that are nearly alike. */
    DUPLICATES,
    /** The table is not a table yet: subtotals, blank labels, categories as columns. */
    SHAPE,
    /** A ready-made recipe that fits. */
    RECIPE,
    /** Another reading of a column. */
    CAST
  }
}
