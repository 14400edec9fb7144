package dev.assay.web;

import dev.assay.model.Build;
import dev.assay.model.ProblemDetail;
import dev.assay.workspace.Workspace;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /** All builds, after at most the time that the caller wants to wait for them together. */
  List<Build> hold(Context ctx, List<Build> started) {
    Instant until = Instant.now().plusSeconds(seconds(ctx));
    List<Build> held = new ArrayList<>();
    for (Build build : started) {
      Duration left = Duration.between(Instant.now(), until);
      held.add(
          build.ended() || !left.isPositive() ? build : workspace.await(build.id(), left, _ -> {}));
    }
    return held;
  }

  /** Several builds, each of which says how it ended: one that failed leaves the others. */
  void answer(Context ctx, List<Build> started) {
    List<Build> held = hold(ctx, started);
    status(ctx, held);
    Requests.answer(ctx, held);
  }

  /** 201 when all have ended, else 202. */
  static void status(Context ctx, List<Build> builds) {
    if (!builds.isEmpty()) {
      ctx.header("Location", "/api/builds/" + builds.getFirst().id());
    }
    ctx.status(builds.stream().allMatch(Build::ended) ? 201 : 202);
  }

  /** Read before the work starts, so that a bad one starts nothing. */
  static long seconds(Context ctx) {
    return Requests.whole(ctx, "wait", 0, MOST_SECONDS);
  }
}
