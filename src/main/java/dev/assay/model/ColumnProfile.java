package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What all values of one column look like.
 *
 * @param name Bronze column
 * @param header as received
 * @param type the type that the rules propose
 * @param count rows
 * @param missing cells without a value
 * @param empty cells with an empty text
 * @param distinct how many different texts, approximately
 * @param distinctApproximate always true: said so
 * @param min smallest text
 * @param max largest text
 * @param minLength in characters
 * @param maxLength in characters
 * @param averageLength in characters
 * @param topValues the most frequent texts with approximate counts
 * @param shapes the most frequent character shapes (letters A, digits 9) with counts
 * @param numeric measures of the readable numbers, or null when few are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnProfile(
    String name,
    String header,
    ColumnType type,
    long count,
    long missing,
    long empty,
    long distinct,
    boolean distinctApproximate,
    String min,
    String max,
    long minLength,
    long maxLength,
    double averageLength,
    List<ValueCount> topValues,
    List<ValueCount> shapes,
    Numeric numeric) {

  /** A text and how often it occurs. */
  public record ValueCount(String value, long count) {}

  /** Measures over readable numbers; quantiles are approximate. */
  public record Numeric(
      long count, double min, double max, double mean, double q25, double median, double q75) {}
}
