package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What has made a layer stale, as data: whoever shows it may say it in another language.
 *
 * @param source whose Silver was built anew, where it is another source than the layer's; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaleReason(Cause cause, String source) {
  /** What has happened upstream. */
  public enum Cause {
    BRONZE_LOADED,
    SILVER_BUILT,
    /** Silver of another source, which the layer joins. */
    JOINED_SILVER_BUILT
  }

  public static final StaleReason BRONZE_LOADED = new StaleReason(Cause.BRONZE_LOADED, null);
  public static final StaleReason SILVER_BUILT = new StaleReason(Cause.SILVER_BUILT, null);

  public static StaleReason joined(String source) {
    return new StaleReason(Cause.JOINED_SILVER_BUILT, source);
  }

  /** The same in one sentence. */
  public String sentence() {
    return switch (cause) {
      case BRONZE_LOADED -> "Bronze was loaded anew after this was built.";
      case SILVER_BUILT -> "Silver was built anew after this was built.";
      case JOINED_SILVER_BUILT -> "Silver of '" + source + "' was built anew after this was built.";
    };
  }
}
