package dev.assay.web;

import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.Problem;
import dev.assay.model.ProblemDetail;
import dev.assay.model.UserError;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Reads what a request says; every mistake is a sentence. */
final class Requests {
  private static final int MOST_ROWS = 10_000;

  private Requests() {}

  static String id(Context ctx) {
    return ctx.pathParam("id");
  }

  static Layer layer(Context ctx) {
    return Layer.parse(ctx.pathParam("layer"));
  }

  /** The Gold table that {@code ?table=} names, or null. */
  static String table(Context ctx) {
    String table = ctx.queryParam("table");
    return table == null || table.isBlank() ? null : table;
  }

  static long limit(Context ctx) {
    return whole(ctx, "limit", 100, MOST_ROWS);
  }

  static long offset(Context ctx) {
    return whole(ctx, "offset", 0, Long.MAX_VALUE);
  }

  static boolean flag(Context ctx, String name) {
    return truth(ctx.queryParam(name), name);
  }

  /** What a text says that may be left out. */
  static boolean truth(String text, String name) {
    return switch (text) {
      case null -> false;
      case "true", "" -> true;
      case "false" -> false;
      default -> throw UserError.invalid("Give " + name + " as true or false.");
    };
  }

  static long whole(Context ctx, String name, long unlessGiven, long most) {
    String text = ctx.queryParam(name);
    return text == null ? unlessGiven : number(text, name, most);
  }

  static long number(String text, String name, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // The sentence below says it.
    }
    throw UserError.invalid(
        "Give "
            + name
            + " as a whole number from 0"
            + (most == Long.MAX_VALUE ? "" : " to " + most)
            + ".");
  }

  /** The body, all of whose problems are named at once. */
  static <T> T body(Context ctx, Class<T> type) {
    return Json.readRequest(json(ctx), type);
  }

  /** The body, or empty when there is none. */
  static <T> Optional<T> optionalBody(Context ctx, Class<T> type) {
    if (ctx.contentLength() == 0 || (ctx.contentType() == null && ctx.body().isBlank())) {
      return Optional.empty();
    }
    String text = json(ctx);
    return text.isBlank() ? Optional.empty() : Optional.of(Json.readRequest(text, type));
  }

  private static String json(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      throw new NotJson();
    }
    return ctx.body();
  }

  /** A field that has to be there. */
  static String required(String value, String field) {
    if (value == null || value.isBlank()) {
      throw UserError.of(List.of(new Problem("/" + field, "Give the field '" + field + "'.")));
    }
    return value;
  }

  static void answer(Context ctx, Object value) {
    ctx.contentType("application/json").result(Json.write(value));
  }

  /** A body that is not said to be JSON; also what keeps plain forms of other sites out. */
  static final class NotJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProblemDetail problem() {
      return ProblemDetail.of(
          415,
          "unsupported-media-type",
          "Unsupported media type",
          "Send JSON with the header Content-Type: application/json.",
          List.of());
    }
  }
}
