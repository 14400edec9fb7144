package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Filter;
import java.util.List;
import java.util.Optional;

/**
 * What a Silver table is about, in the words of those who ask: inferred from its rows, edited by
 * people, kept as a file of the workspace.
 *
 * @param table the Silver table
 * @param rowNoun what a row is, in the singular, such as {@code order}; null when not known
 * @param grain the columns that name a row; empty when none do
 * @param time the name of the dimension that a period means unless said otherwise; null for none
 * @param dimensions what rows can be grouped and filtered by
 * @param measures what can be computed, the most telling first
 * @param hierarchies dimensions of which each value lies in one of the next coarser
 * @param notes what is said aloud, such as which of a person's words no longer fit Silver; ignored
 *     when sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SemanticModel(
    String table,
    String rowNoun,
    List<String> grain,
    String time,
    List<Dimension> dimensions,
    List<Measure> measures,
    List<Hierarchy> hierarchies,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {
  public SemanticModel {
    grain = grain == null ? List.of() : List.copyOf(grain);
    dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    measures = measures == null ? List.of() : List.copyOf(measures);
    hierarchies = hierarchies == null ? List.of() : List.copyOf(hierarchies);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  public SemanticModel withNotes(List<String> others) {
    return new SemanticModel(
        table, rowNoun, grain, time, dimensions, measures, hierarchies, others);
  }

  /** The dimension of that name. */
  public Optional<Dimension> dimension(String wanted) {
    return dimensions.stream().filter(one -> one.name().equals(wanted)).findFirst();
  }

  /** The measure of that name. */
  public Optional<Measure> measure(String wanted) {
    return measures.stream().filter(one -> one.name().equals(wanted)).findFirst();
  }

  /** The column that a period means unless said otherwise. */
  public Optional<String> timeColumn() {
    return time == null ? Optional.empty() : dimension(time).map(Dimension::column);
  }

  /** What a dimension is good for. */
  public enum Kind {
    /** When something was. */
    TIME,
    /** One of few values that sort rows into groups. */
    CATEGORY,
    /** Something that rows belong to and that has several rows, such as a customer. */
    ENTITY,
    /** Names a row, or nearly. */
    IDENTIFIER,
    /** A name or a text, for filters and lists rather than for groups. */
    LABEL
  }

  /**
   * What rows can be grouped and filtered by.
   *
   * @param name in words with underscores; unique among dimensions and measures
   * @param column of the Silver table
   * @param finest the finest grain that its values have, for times; else null
   * @param description a sentence, or null
   * @param synonyms what people call it too, in any language
   * @param author who said so: a person's word stays when the model is inferred anew
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Dimension(
      String name,
      String column,
      Kind kind,
      Grain finest,
      String description,
      List<String> synonyms,
      Author author) {
    public Dimension {
      synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
    }

    public Dimension withAuthor(Author other) {
      return new Dimension(name, column, kind, finest, description, synonyms, other);
    }
  }

  /**
   * What can be computed. Either an aggregate of a column or of a formula over the columns of a
   * row, or, where {@code aggregate} is null, a formula over other measures such as {@code revenue
   * / orders}.
   *
   * @param name in words with underscores; unique among dimensions and measures
   * @param aggregate how rows become one, or null
   * @param column of the Silver table; null for COUNT_ROWS and where there is a formula
   * @param formula see {@link RowCondition#term}, or null
   * @param filters only rows for which all hold count
   * @param unit the column whose values say of what unit an amount is, or null where all are of one
   * @param format how its figures are written
   * @param currency of all its amounts, such as {@code USD}; null when not known
   * @param description a sentence, or null
   * @param synonyms what people call it too, in any language
   * @param author who said so: a person's word stays when the model is inferred anew
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Measure(
      String name,
      Aggregate aggregate,
      String column,
      String formula,
      List<Filter> filters,
      Additivity additivity,
      String unit,
      NumberFormat format,
      String currency,
      String description,
      List<String> synonyms,
      Author author) {
    public Measure {
      filters = filters == null ? List.of() : List.copyOf(filters);
      synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
    }

    public Measure withAuthor(Author other) {
      return new Measure(
          name,
          aggregate,
          column,
          formula,
          filters,
          additivity,
          unit,
          format,
          currency,
          description,
          synonyms,
          other);
    }
  }

  /** How the figures of a measure are written. */
  public enum NumberFormat {
    /** Whole. */
    COUNT,
    /** With its own digits. */
    NUMBER,
    /** With two decimals, or as its currency has them. */
    MONEY,
    /** 0.12 is written 12 %. */
    PERCENT
  }

  /**
   * Dimensions of which each value lies in one value of the level before.
   *
   * @param name such as {@code place}
   * @param levels names of dimensions, the coarsest first
   */
  public record Hierarchy(String name, List<String> levels) {
    public Hierarchy {
      levels = List.copyOf(levels);
    }
  }
}
