package dev.assay.source.bigquery;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import dev.assay.model.Fact;
import dev.assay.model.Problem;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.ConnectionLost;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.Sentences;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Says in one sentence what BigQuery refused. What was thrown is never kept as a cause: a log would
 * print what it holds.
 */
final class Refusals {
  private static final int LONGEST = 300;
  private static final int DEEPEST = 10;
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
  private static final Set<String> PASSING_REASONS =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "jobRateLimitExceeded", "backendError");

  private final Login login;
  private final Relation relation;

  /** Relation is null where none is meant. */
  Refusals(Login login, Relation relation) {
    this.login = login;
    this.relation = relation;
  }

  /** Whether the same request may succeed a moment later. */
  static boolean passes(IOException e) {
    return switch (e) {
      case HttpResponseException response ->
          PASSING.contains(response.getStatusCode()) || PASSING_REASONS.contains(reason(response));
      case UnknownHostException _, SSLException _ -> false;
      // A refusal to give a token is one of these, too.
      default -> !e.getClass().getName().startsWith("com.google.auth");
    };
  }

  /** Whether it is worth asking again at once: who did not answer will hardly do so now. */
  static boolean passesSoon(IOException e) {
    return passes(e) && !(e instanceof SocketTimeoutException) && !(e instanceof ConnectException);
  }

  /** What happened when rows were on their way: worth another beginning where it may pass. */
  UserError whileReading(IOException e) {
    return passes(e) ? new ConnectionLost(Sentences.CONNECTION_LOST.with(address())) : of(e);
  }

  /** What happened anywhere else. */
  UserError of(IOException e) {
    return switch (e) {
      case HttpResponseException response -> refused(response);
      case UnknownHostException _ -> machine(Sentences.GOOGLE_UNREACHED.with(host()));
      case SocketTimeoutException _ -> machine(Sentences.NO_ANSWER_IN_TIME.with(host()));
      case ConnectException _ -> machine(Sentences.NOTHING_ANSWERS.with(host()));
      case SSLException _ ->
          UserError.invalid(
              "No connection to " + host() + " with TLS: " + clean(e.getMessage()) + ".");
      default ->
          e.getClass().getName().startsWith("com.google.auth")
              ? withoutToken(e)
              : machine(Sentences.CONNECTION_BROKE.with(host()));
    };
  }

  private UserError withoutToken(IOException e) {
    boolean unreached =
        Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
            .limit(DEEPEST)
            .anyMatch(cause ->
                cause instanceof UnknownHostException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof ConnectException);
    return unreached
        ? machine(Sentences.TOKEN_UNREACHED.with())
        : at("/secret", Sentences.TOKEN_REFUSED.with(address()));
  }

  /** While a connection is tested, what is wrong belongs to one of its fields. */
  private UserError at(String pointer, Fact fact) {
    return relation == null
        ? UserError.of(List.of(new Problem(pointer, fact)))
        : UserError.invalid(fact);
  }

  private UserError refused(HttpResponseException e) {
    String said = said(e);
    return switch (e.getStatusCode()) {
      case 401 -> at("/secret", Sentences.LOGIN_REFUSED.with(address()));
      case 403 ->
          switch (reason(e)) {
            case "bytesBilledLimitExceeded" -> new UserError(UserError.Kind.LIMIT, said + ".");
            case "quotaExceeded", "rateLimitExceeded", "userRateLimitExceeded" ->
                machine(Sentences.QUOTA_SPENT.with(address(), said));
            case "billingNotEnabled" -> UserError.invalid(said + ".");
            default ->
                UserError.invalid(
                    "The account may not read "
                        + what()
                        + " in "
                        + address()
                        + ": give it the roles BigQuery Data Viewer, Job User and Read Session"
                        + " User ("
                        + said
                        + ").");
          };
      case 404 -> missing(said);
      default ->
          PASSING.contains(e.getStatusCode())
              ? machine(Sentences.PLACE_BUSY.with(address(), said))
              : UserError.invalid(
                  relation == null
                      ? Sentences.PROJECT_SAYS.with(address(), said)
                      : Sentences.DATABASE_SAYS.with(address(), what(), said));
    };
  }

  UserError missing(String said) {
    if (relation == null) {
      return UserError.of(
          UserError.Kind.NOT_FOUND,
          List.of(new Problem("/database", Sentences.PROJECT_MISSING.with(address(), said))));
    }
    return UserError.notFound(Sentences.TABLE_MISSING.with(what(), address(), said));
  }

  /** A job that ended badly. */
  UserError failed(String reason, String message) {
    String said = clean(message);
    return switch (reason == null ? "" : reason) {
      case "notFound" -> missing(said);
      case "bytesBilledLimitExceeded" -> new UserError(UserError.Kind.LIMIT, said + ".");
      default ->
          UserError.invalid(
              relation == null
                  ? Sentences.PROJECT_SAYS.with(address(), said)
                  : Sentences.DATABASE_SAYS.with(address(), what(), said));
    };
  }

  ConnectionLost lost() {
    return new ConnectionLost(Sentences.CONNECTION_LOST.with(address()));
  }

  ConnectionLost changed() {
    return new ConnectionLost(Sentences.TABLE_CHANGED.with(what(), address()));
  }

  /** What is not what BigQuery's documents say. */
  UserError unintelligible() {
    return UserError.invalid(
        address() + " sent rows of " + what() + " that cannot be read: is it BigQuery?");
  }

  static String reason(HttpResponseException e) {
    if (e instanceof GoogleJsonResponseException google && google.getDetails() != null) {
      List<GoogleJsonError.ErrorInfo> errors = google.getDetails().getErrors();
      if (errors != null && !errors.isEmpty() && errors.getFirst().getReason() != null) {
        return errors.getFirst().getReason();
      }
    }
    return "";
  }

  private String said(HttpResponseException e) {
    String message =
        e instanceof GoogleJsonResponseException google && google.getDetails() != null
            ? google.getDetails().getMessage()
            : null;
    return message == null ? "status " + e.getStatusCode() : clean(message);
  }

  private static UserError machine(Fact fact) {
    return new UserError(UserError.Kind.MACHINE, fact);
  }

  private String what() {
    return relation == null ? "the project" : relation.label();
  }

  private String address() {
    return login.connection().address();
  }

  private String host() {
    String host = login.connection().host();
    return host == null || host.isBlank()
        ? "BigQuery"
        : host + (login.connection().port() == null ? "" : ":" + login.connection().port());
  }

  /** The first line of what was said, without an end. */
  static String clean(String message) {
    String text = message == null ? "" : message.strip().lines().findFirst().orElse("").strip();
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST) + "…";
    }
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
