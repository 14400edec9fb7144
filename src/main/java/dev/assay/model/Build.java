package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A build under way or done, as {@code GET /api/builds/{id}} shows it and its events stream it.
 *
 * @param id UUID
 * @param status pending, building, ready, error, cancelled or paused: a sync that waits for a yes
 * @param step what it is doing, for people
 * @param doing the same as data; null where {@code step} alone tells
 * @param progress from 0 to 1
 * @param layers the layers that it made, one log each, filled as they end; a sync may make several
 * @param error one sentence that says what to do, or null
 * @param refused the same as data; null where {@code error} alone tells
 * @param exitCode what the command line exits with: 0 when ready
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Build(
    String id,
    String sourceId,
    Layer layer,
    String action,
    String status,
    String step,
    Doing doing,
    double progress,
    List<MedallionBuildLog> layers,
    String error,
    Refusal refused,
    int exitCode,
    Instant startedAt,
    Instant endedAt) {
  public boolean ended() {
    return !status.equals("pending") && !status.equals("building");
  }
}
