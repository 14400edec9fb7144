package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a delimited text file is written.
 *
 * @param charset IANA name of the encoding
 * @param delimiter what stands between cells, usually one character
 * @param quote the quote character, or null when the file has none
 * @param escape the character that takes the meaning from a delimiter, a quote or itself, or null
 *     when quotes are doubled, as is usual
 * @param headerRows how many rows name the columns; 0 where none does
 * @param skipLines lines before the table that are not part of it
 * @param lastLine the last line of the table, from 1; null for the end of the file
 * @param confidence how sure the detection is, from 0 to 1; 1 where the user decided
 * @param runnerUp the next best way to read the file, or null where nothing else comes near
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CsvDialect(
    String charset,
    String delimiter,
    Character quote,
    Character escape,
    int headerRows,
    int skipLines,
    Long lastLine,
    double confidence,
    RunnerUp runnerUp)
    implements Format {

  /**
   * Another way to read the same file.
   *
   * @param confidence comparable with the dialect's own
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RunnerUp(String delimiter, Character quote, Character escape, double confidence) {}

  /** Whether the first rows name the columns. */
  public boolean hasHeader() {
    return headerRows > 0;
  }
}
