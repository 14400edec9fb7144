package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Rows of Bronze beside what Silver made of them.
 *
 * @param columns Silver's in its order, then those of Bronze that it does without
 * @param total the rows of the fate and reason that were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SilverChanges(List<Column> columns, List<Row> rows, long total) {

  /** How many rows there are of a fate; every row has one. */
  public record FateCount(Fate fate, long rows) {}

  /** What became of a row. */
  public enum Fate {
    /** It is in Silver, and every cell reads as it was received. */
    @JsonProperty("kept")
    KEPT,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("duplicate")
    DUPLICATE,
    /** Left out on purpose. */
    @JsonProperty("filtered")
    FILTERED,
    /** It came after Silver was built. */
    @JsonProperty("waiting")
    WAITING;

    /** As JSON and SQL write it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param source its name as received
   * @param name in Silver; null where Silver does without it
   * @param type in Silver
   * @param masked whether raw values are hidden
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Column(String source, String name, String type, boolean masked) {}

  /**
   * @param row {@code load:row}, with {@code :part} where columns became rows
   * @param line in a text file its line, else its number
   * @param kept of a duplicate, the row that stayed
   * @param changed positions of columns
   * @param before as received, in the order of the columns
   * @param after as Silver has it; null where the row is not in Silver
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String row,
      String file,
      long line,
      Fate fate,
      List<String> reasons,
      String kept,
      List<Integer> changed,
      List<Object> before,
      List<Object> after) {}
}
