package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How the rows of two sources belong together, measured on all rows of both.
 *
 * @param id stable for the same columns
 * @param from the side whose rows look something up
 * @param to the side that is looked up
 * @param cardinality how many rows of each side match one of the other
 * @param matched the share of {@code from}'s rows with a value that {@code to} has, 0 to 1
 * @param orphans how many rows of {@code from} have a value that {@code to} lacks
 * @param orphanExamples some of those values; none where the column is masked
 * @param missing how many rows of {@code from} have no value
 * @param unused how many rows of {@code to} no row of {@code from} names
 * @param mostMatches the most rows of {@code to} that one row of {@code from} matches: more than 1
 *     would count rows twice
 * @param confidence that they are meant to belong together, 0 to 1
 * @param because why, in one sentence
 * @param grounds what {@code because} says beside figures, as data; null where it alone tells
 * @param status what a person said of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Relationship(
    String id,
    Side from,
    Side to,
    Cardinality cardinality,
    double matched,
    long orphans,
    List<String> orphanExamples,
    long missing,
    long unused,
    long mostMatches,
    double confidence,
    String because,
    Grounds grounds,
    Status status) {
  public Relationship {
    orphanExamples = orphanExamples == null ? List.of() : List.copyOf(orphanExamples);
  }

  /** As people write it, such as {@code orders.customer_id=customers.id}. */
  public String written() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < from.columns().size(); i++) {
      text.append(i == 0 ? "" : ",")
          .append(from.source())
          .append('.')
          .append(from.columns().get(i))
          .append('=')
          .append(to.source())
          .append('.')
          .append(to.columns().get(i));
    }
    return text.toString();
  }

  /** The same without values of rows. */
  public Relationship withoutExamples() {
    return with(List.of(), status);
  }

  /** The same between columns that have other names by now. */
  public Relationship between(Side presentFrom, Side presentTo) {
    return new Relationship(
        id,
        presentFrom,
        presentTo,
        cardinality,
        matched,
        orphans,
        orphanExamples,
        missing,
        unused,
        mostMatches,
        confidence,
        because,
        grounds,
        status);
  }

  /** The same, of which a person has said something. */
  public Relationship withStatus(Status other) {
    return with(orphanExamples, other);
  }

  private Relationship with(List<String> examples, Status other) {
    return new Relationship(
        id,
        from,
        to,
        cardinality,
        matched,
        orphans,
        examples,
        missing,
        unused,
        mostMatches,
        confidence,
        because,
        grounds,
        other);
  }

  /** Columns of one source's Silver table. */
  public record Side(String source, String table, List<String> columns) {
    public Side {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Why two sides are thought to belong together.
   *
   * @param asText whether one side holds texts where the other does not
   */
  public record Grounds(Sign sign, boolean asText) {}

  /** What speaks for a relationship before its rows are looked at. */
  public enum Sign {
    /** A person said so. */
    SAID,
    /** A foreign key of the database. */
    DECLARED,
    /** One column is named after the key of the other table. */
    NAMED_AFTER_KEY,
    /** Both columns have the same name. */
    SAME_NAME,
    /** One column is named after what the other table names. */
    NAMED_AFTER_LABEL,
    /** A column names another row of its own table. */
    SAME_TABLE,
    /** One column names somebody, and so does the key of the other table. */
    NAMES_SOMEBODY,
    /** The other table is a calendar. */
    DAYS,
    /** Two columns have the same names on both sides and together name a row. */
    PAIR,
    /** The names differ, the texts are the same. */
    SAME_TEXTS
  }

  /** How many rows of each side match one of the other. */
  public enum Cardinality {
    ONE_TO_ONE,
    MANY_TO_ONE,
    MANY_TO_MANY
  }

  /** What a person said of a relationship. */
  public enum Status {
    PROPOSED,
    CONFIRMED,
    REJECTED
  }
}
