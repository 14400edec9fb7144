package dev.assay.web;

import dev.assay.model.Build;
import dev.assay.model.ProblemDetail;
import dev.assay.workspace.Workspace;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.Function;

/**
 * How long work answers: 202 with the build's URL at once; with {@code ?wait=SECONDS}, 201 when it
 * is ready by then, a problem when it ended otherwise, and 202 when it is still under way.
 */
final class Waiting {
  private static final long MOST_SECONDS = 3_600;
  private final Workspace workspace;

  Waiting(Workspace workspace) {
    this.workspace = workspace;
  }

  void answer(Context ctx, Build started) {
    answer(ctx, started, build -> build);
  }

  /**
   * @param body what the answer shows of the build
   */
  void answer(Context ctx, Build started, Function<Build, Object> body) {
    Build build = hold(ctx, started);
    ctx.header("Location", "/api/builds/" + build.id());
    if (build.ended() && !build.status().equals("ready")) {
      Problems.answer(ctx, ProblemDetail.of(build));
      return;
    }
    ctx.status(build.ended() ? 201 : 202);
    Requests.answer(ctx, body.apply(build));
  }

  /** The build, after at most the time that the caller wants to wait. */
  Build hold(Context ctx, Build started) {
    long seconds = seconds(ctx);
    return started.ended() || seconds == 0
        ? started
        : workspace.await(started.id(), Duration.ofSeconds(seconds), _ -> {});
  }

  /** Read before the work starts, so that a bad one starts nothing. */
  static long seconds(Context ctx) {
    return Requests.whole(ctx, "wait", 0, MOST_SECONDS);
  }
}
