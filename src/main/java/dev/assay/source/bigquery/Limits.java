package dev.assay.source.bigquery;

import dev.assay.model.UserError;
import java.util.Map;
import java.util.Optional;

/**
 * What whoever runs Assay allows BigQuery to do.
 *
 * @param mostBytes that one reading may bill
 * @param storage host and port at which connections that name a host find the Storage Read API;
 *     empty where they are to use REST alone
 */
public record Limits(long mostBytes, Optional<String> storage) {
  /** The environment variable with the most bytes that one reading may bill. */
  public static final String MOST_BYTES = "ASSAY_BIGQUERY_MOST_BYTES";

  /** The environment variable with {@code host:port} of an emulator's Storage Read API. */
  public static final String STORAGE = "ASSAY_BIGQUERY_STORAGE";

  /** 10 GB. */
  public static final long USUAL_BYTES = 10_000_000_000L;

  /** As the environment says; it throws UserError where that cannot be read. */
  public static Limits of(Map<String, String> environment) {
    String most = environment.get(MOST_BYTES);
    String storage = environment.get(STORAGE);
    return new Limits(
        most == null || most.isBlank() ? USUAL_BYTES : bytes(most.strip()),
        Optional.ofNullable(storage).filter(text -> !text.isBlank()).map(String::strip));
  }

  private static long bytes(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw UserError.invalid(
          MOST_BYTES + " is a number of bytes such as " + USUAL_BYTES + ", not '" + text + "'.");
    }
    return Long.parseLong(text);
  }

  /** Refuses a reading that would bill more than is allowed. */
  void allow(long bytes, String what) {
    if (bytes > mostBytes) {
      throw new UserError(
          UserError.Kind.LIMIT,
          "Reading "
              + what
              + " would bill "
              + gigabytes(bytes)
              + ", more than the "
              + gigabytes(mostBytes)
              + " that one reading may cost: read less of it with a query, or raise "
              + MOST_BYTES
              + ".");
    }
  }

  /** {@code 12.34 GB}, {@code 512 bytes}. */
  static String gigabytes(long bytes) {
    if (bytes < 10_000_000) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    String text =
        new java.math.BigDecimal(bytes)
            .movePointLeft(9)
            .setScale(2, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    return text + " GB";
  }
}
