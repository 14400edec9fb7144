package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One business table.
 *
 * @param name its table name, unique in the workspace
 * @param description what it holds
 * @param businessQuestion the question that it answers
 * @param sql the rendering of {@code query}; alone, or where it differs from the rendering, guarded
 *     SQL that a person or a model wrote, which is fully rebuilt, and routable where it can be read
 * @param dimensions names of the columns that rows are grouped by
 * @param measures names of the computed columns
 * @param query the typed query; null for written SQL
 * @param expectedRows how many rows it would have; only in suggestions
 * @param expectedBytes about how many bytes they would take; only in suggestions
 * @param because why it is suggested, in one sentence; only in suggestions
 * @param reason the same as data; kept with a table that was built as it was suggested
 * @param author who suggested it; only in suggestions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoldTable(
    String name,
    String description,
    String businessQuestion,
    String sql,
    List<String> dimensions,
    List<String> measures,
    Query query,
    Long expectedRows,
    Long expectedBytes,
    String because,
    Reason reason,
    Author author) {
  /**
   * Why a table is suggested.
   *
   * @param answers how many plausible questions it answers; null where it is not of that kind
   * @param questions of how many
   * @param added how many of them no table before it answers
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reason(Kind kind, Integer answers, Integer questions, Integer added) {
    /** What speaks for it. */
    public enum Kind {
      /** Questions that it answers. */
      ANSWERS,
      /** Another table that it looks things up in, once a row. */
      LOOKS_UP,
      /** A sentence of a person. */
      ASKED_FOR
    }

    /** One that needs no figures. */
    public static Reason of(Kind kind) {
      return new Reason(kind, null, null, null);
    }
  }

  public GoldTable(
      String name,
      String description,
      String businessQuestion,
      String sql,
      List<String> dimensions,
      List<String> measures,
      Query query,
      Long expectedRows) {
    this(
        name,
        description,
        businessQuestion,
        sql,
        dimensions,
        measures,
        query,
        expectedRows,
        null,
        null,
        null,
        null);
  }

  /** The same made by another query. */
  public GoldTable withQuery(Query other) {
    return new GoldTable(
        name,
        description,
        businessQuestion,
        null,
        dimensions,
        measures,
        other,
        expectedRows,
        expectedBytes,
        because,
        reason,
        author);
  }

  /** The same suggestion with what was measured of it. */
  public GoldTable measured(Long rows, Long bytes, String why) {
    return new GoldTable(
        name,
        description,
        businessQuestion,
        sql,
        dimensions,
        measures,
        query,
        rows,
        bytes,
        why,
        reason,
        author);
  }
}
