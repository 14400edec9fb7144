package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;

/**
 * An error as RFC 9457 tells it: what REST answers with and what {@code --json} prints.
 *
 * @param type {@code urn:assay:problem:} and the kind
 * @param title the kind, for people
 * @param status the HTTP status
 * @param detail one sentence that says what to do
 * @param problems every problem of a recipe at once; empty when {@code detail} says all
 * @param facts what {@code detail} says, as data; empty where it alone tells
 * @param build the build that was waited for and did not end well, or null
 * @param errorId what to look for in the server's log, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetail(
    String type,
    String title,
    int status,
    String detail,
    List<Problem> problems,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fact> facts,
    Build build,
    String errorId) {
  private static final String TYPE = "urn:assay:problem:";

  public static ProblemDetail of(UserError error) {
    UserError.Kind kind = error.kind();
    return new ProblemDetail(
        TYPE + kind.slug(),
        kind.title(),
        kind.httpStatus(),
        error.getMessage(),
        error.problems(),
        error.facts(),
        null,
        null);
  }

  public static ProblemDetail of(
      int status, String slug, String title, String detail, List<Problem> problems) {
    return new ProblemDetail(TYPE + slug, title, status, detail, problems, List.of(), null, null);
  }

  /** A bug: the sentence names the entry in the log, never the cause. */
  public static ProblemDetail bug(String errorId) {
    Fact bug = Sentences.BUG.with(errorId);
    return new ProblemDetail(
        TYPE + "bug", "A bug in Assay", 500, bug.english(), List.of(), List.of(bug), null, errorId);
  }

  /** A build that was waited for and did not become ready. */
  public static ProblemDetail of(Build build) {
    if (build.status().equals("paused")) {
      String asked = build.error() == null ? "The sync waits for a yes." : build.error();
      return new ProblemDetail(
          TYPE + "build-paused",
          "The sync waits for a yes",
          409,
          asked,
          List.of(),
          List.of(),
          build,
          null);
    }
    boolean cancelled = build.status().equals("cancelled");
    int status = cancelled ? 409 : build.exitCode() == 1 ? 500 : 422;
    String detail =
        build.error() == null
            ? "The build was cancelled. What was published before stays."
            : build.error();
    return new ProblemDetail(
        TYPE + (cancelled ? "build-cancelled" : "build-failed"),
        cancelled ? "The build was cancelled" : "The build failed",
        status,
        detail,
        List.of(),
        List.of(),
        build,
        null);
  }

  /** The error that this tells of, for a caller that speaks to a server. */
  public UserError toUserError() {
    String slug = type == null || !type.startsWith(TYPE) ? "" : type.substring(TYPE.length());
    UserError.Kind kind =
        Arrays.stream(UserError.Kind.values())
            .filter(one -> one.slug().equals(slug))
            .findFirst()
            .orElse(UserError.Kind.INVALID);
    return UserError.told(
        kind, detail, problems == null ? List.of() : problems, facts == null ? List.of() : facts);
  }
}
