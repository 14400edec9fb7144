package dev.assay.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that the user can mend: the message says how, in one sentence.
 *
 * <p>Every expected failure of Assay is one of these; anything else that is thrown is a bug.
 */
public class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose turn it is, and with it the HTTP status and the exit code of the command line. */
  public enum Kind {
    /** The request is wrong: 400, exit 2. */
    INVALID(400, "invalid", "The request cannot be carried out", 2),
    /** The named thing does not exist: 404, exit 2. */
    NOT_FOUND(404, "not-found", "Not found", 2),
    /**
     * The request fits badly with the present state, such as layers that depend on a dropped one:
     * 409, exit 2.
     */
    CONFLICT(409, "conflict", "Conflict with the present state", 2),
    /** The body is larger than the server takes: 413, exit 2. */
    TOO_LARGE(413, "too-large", "Too large", 2),
    /**
     * The data was refused by a rule of the recipe or a ledger that does not balance: 422, exit 3.
     */
    REFUSED(422, "refused", "The data was refused", 3),
    /** A statement stepped over a limit of rows or time: 422, exit 2. */
    LIMIT(422, "limit", "A limit was reached", 2),
    /** The machine cannot, for example the disk is full: 507, exit 2. */
    MACHINE(507, "machine", "The machine cannot do this now", 2),
    /** The caller may not do this: 403, exit 2. */
    FORBIDDEN(403, "forbidden", "Not allowed", 2);

    private final int httpStatus;
    private final String slug;
    private final String title;
    private final int exitCode;

    Kind(int httpStatus, String slug, String title, int exitCode) {
      this.httpStatus = httpStatus;
      this.slug = slug;
      this.title = title;
      this.exitCode = exitCode;
    }

    public int httpStatus() {
      return httpStatus;
    }

    public String slug() {
      return slug;
    }

    public String title() {
      return title;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;
  private final transient List<Problem> problems;
  private final transient Refusal refusal;
  private final transient List<Fact> facts;

  public UserError(Kind kind, String message) {
    this(kind, message, List.of());
  }

  public UserError(Kind kind, String message, List<Problem> problems) {
    this(kind, message, problems, null);
  }

  /** {@code refusal} says the same as data, or is null. */
  public UserError(Kind kind, String message, List<Problem> problems, Refusal refusal) {
    this(kind, message, problems, refusal, List.of(), null);
  }

  /** One that says all as data. */
  public UserError(Kind kind, Fact... facts) {
    this(kind, null, facts);
  }

  public UserError(Kind kind, Throwable cause, Fact... facts) {
    this(kind, List.of(facts), List.of(), cause);
  }

  public UserError(Kind kind, List<Fact> facts, List<Problem> problems, Throwable cause) {
    this(
        kind,
        Fact.english(facts),
        problems,
        facts.isEmpty() ? null : Refusal.of(facts),
        facts,
        cause);
  }

  private UserError(
      Kind kind,
      String message,
      List<Problem> problems,
      Refusal refusal,
      List<Fact> facts,
      Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.problems = List.copyOf(problems);
    this.refusal = refusal;
    this.facts = List.copyOf(facts);
  }

  /** A build that may not publish. */
  public UserError(Refusal refusal) {
    this(Kind.REFUSED, refusal.sentence(), List.of(), refusal);
  }

  public UserError(Kind kind, String message, Throwable cause) {
    this(kind, message, List.of(), null, List.of(), cause);
  }

  /** A recipe or request with one or several problems, all named at once. */
  public static UserError of(List<Problem> problems) {
    return of(Kind.INVALID, problems);
  }

  public static UserError of(Kind kind, List<Problem> problems) {
    Fact count = Sentences.PROBLEMS.with(problems.size());
    boolean one = problems.size() == 1;
    List<Fact> facts = new ArrayList<>(one ? List.of() : List.of(count));
    problems.forEach(problem -> facts.addAll(problem.facts()));
    if (problems.stream().noneMatch(problem -> problem.facts().isEmpty())) {
      return new UserError(kind, facts, problems, null);
    }
    String messages = String.join(" ", problems.stream().map(Problem::message).toList());
    return new UserError(kind, one ? messages : count.english() + " " + messages, problems);
  }

  /** What a server has said, in its words and as data. */
  static UserError told(Kind kind, String message, List<Problem> problems, List<Fact> facts) {
    return new UserError(kind, message, problems, null, facts, null);
  }

  public static UserError invalid(String message) {
    return new UserError(Kind.INVALID, message);
  }

  public static UserError invalid(Fact... facts) {
    return new UserError(Kind.INVALID, facts);
  }

  public static UserError notFound(Fact... facts) {
    return new UserError(Kind.NOT_FOUND, facts);
  }

  public static UserError conflict(Fact... facts) {
    return new UserError(Kind.CONFLICT, facts);
  }

  public static UserError notFound(String message) {
    return new UserError(Kind.NOT_FOUND, message);
  }

  public static UserError conflict(String message) {
    return new UserError(Kind.CONFLICT, message);
  }

  public Kind kind() {
    return kind;
  }

  /** Why a build that met this published nothing, as data; empty where the message alone tells. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** What the message says, sentence by sentence; empty where it alone tells. */
  public List<Fact> facts() {
    return facts;
  }

  /** Every problem of a recipe, or none when the message says all. */
  public List<Problem> problems() {
    return problems;
  }
}
