package dev.assay.web;

import dev.assay.model.Json;
import dev.assay.model.ProblemDetail;
import dev.assay.model.UserError;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever is thrown into an RFC 9457 problem; a bug gets an id that is in the log. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  static final String CONTENT_TYPE = "application/problem+json";

  private Problems() {}

  static void register(RoutesConfig routes) {
    routes.exception(UserError.class, (error, ctx) -> answer(ctx, ProblemDetail.of(error)));
    routes.exception(Requests.NotJson.class, (error, ctx) -> answer(ctx, error.problem()));
    routes.exception(HttpResponseException.class, (error, ctx) -> answer(ctx, http(ctx, error)));
    routes.exception(Exception.class, (error, ctx) -> bug(ctx, error));
  }

  static void answer(Context ctx, ProblemDetail problem) {
    if (ctx.res().isCommitted()) {
      // Part of a download is already with the client: break it off rather than end it well.
      ServletContextRequest.getServletContextRequest(ctx.req())
          .getConnectionMetaData()
          .getConnection()
          .getEndPoint()
          .close();
      return;
    }
    ctx.res().resetBuffer();
    ctx.res().setHeader("Content-Disposition", null);
    // As bytes: JSON is UTF-8, whatever the server takes a text without a charset for.
    ctx.status(problem.status())
        .contentType(CONTENT_TYPE)
        .result(Json.write(problem).getBytes(StandardCharsets.UTF_8));
  }

  private static void bug(Context ctx, Exception error) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("{}: {} {} failed", id, ctx.method(), ctx.path(), error);
    answer(ctx, ProblemDetail.bug(id));
  }

  private static ProblemDetail http(Context ctx, HttpResponseException error) {
    return switch (error.getStatus()) {
      case 404 ->
          ProblemDetail.of(
              404,
              "not-found",
              "Not found",
              "There is nothing at " + ctx.path() + ". The API is described at /openapi.yaml.",
              List.of());
      case 405 ->
          ProblemDetail.of(
              405,
              "method-not-allowed",
              "Method not allowed",
              ctx.method() + " does nothing at " + ctx.path() + ". See /openapi.yaml.",
              List.of());
      case 413 ->
          ProblemDetail.of(
              413,
              "too-large",
              "Too large",
              "The request's body is too large. Send a file as the part 'file' of a form instead.",
              List.of());
      default ->
          ProblemDetail.of(
              error.getStatus(),
              "invalid",
              "The request cannot be carried out",
              error.getMessage(),
              List.of());
    };
  }
}
