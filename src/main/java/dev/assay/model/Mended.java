package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What came of a value that a person has put right, or taken back.
 *
 * @param override the value, and how many rows it is about
 * @param accepted whether these rows pass every check; null where other rows have a say in that, so
 *     that only a build can tell
 * @param reasons why they do not; empty where they do
 * @param note the same in one sentence
 * @param build the build that was started because of it; null where Silver was never built
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mended(
    CellOverride override, Boolean accepted, List<String> reasons, String note, Build build) {
  public Mended {
    reasons = List.copyOf(reasons);
  }
}
