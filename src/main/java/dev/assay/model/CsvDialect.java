package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a delimited text file is written.
 *
 * @param charset IANA name of the encoding
 * @param delimiter the one character between cells
 * @param quote the quote character, or null when the file has none
 * @param header whether the first row names the columns
 * @param skipLines lines before the table that are not part of it
 * @param confidence how sure the detection is, from 0 to 1; 1 where the user decided
 * @param escape the character that takes the meaning from a delimiter, a quote or itself, or null
 *     when quotes are doubled, as is usual
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CsvDialect(
    String charset,
    char delimiter,
    Character quote,
    boolean header,
    int skipLines,
    double confidence,
    Character escape) {

  @JsonCreator
  public CsvDialect {}

  /** A dialect without an escape character. */
  public CsvDialect(
      String charset,
      char delimiter,
      Character quote,
      boolean header,
      int skipLines,
      double confidence) {
    this(charset, delimiter, quote, header, skipLines, confidence, null);
  }
}
