package dev.assay.web;

import dev.assay.model.UserError;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Who may speak to this server: programs on this machine that address it by its own name.
 *
 * <p>A page of another site can make a browser send requests here, also under a name that it
 * rebinds to this address: both are told by the headers that a browser always sends.
 */
final class Gate {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private final String token;

  /**
   * @param token the workspace's own token
   */
  Gate(String token) {
    this.token = token;
  }

  /** Refuses strangers, before anything else happens. */
  void check(Context ctx) {
    String host = ctx.header("Host");
    int port = ctx.req().getLocalPort();
    if (host == null || !isOurs(host, port)) {
      throw new UserError(
          UserError.Kind.FORBIDDEN,
          "Address this server as http://127.0.0.1:" + port + " or http://localhost:" + port + ".");
    }
    String origin = ctx.header("Origin");
    boolean foreign =
        origin != null
            && !(origin.startsWith("http://")
                && isOurs(origin.substring("http://".length()), port));
    // A link to the page may stand anywhere: following it shows the page, and sends nothing along.
    boolean opensPage =
        "navigate".equals(ctx.header("Sec-Fetch-Mode"))
            && ctx.method() == HandlerType.GET
            && PageRoutes.isPage(ctx.path());
    if (foreign || ("cross-site".equals(ctx.header("Sec-Fetch-Site")) && !opensPage)) {
      throw new UserError(
          UserError.Kind.FORBIDDEN, "Pages of other sites may not use this server.");
    }
  }

  /** Only a caller that can read the workspace's token may name local paths. */
  void checkMayNamePaths(Context ctx) {
    if (!hasToken(ctx)) {
      throw new UserError(UserError.Kind.FORBIDDEN, Sentences.TOKEN_FOR_PATHS.with());
    }
  }

  /** Nor may others have a connection open a local file or load a driver. */
  void checkMayReachThisMachine(Context ctx) {
    if (!hasToken(ctx)) {
      throw new UserError(UserError.Kind.FORBIDDEN, Sentences.TOKEN_FOR_MACHINE.with());
    }
  }

  /** Nor run a query of their own with a password or with credentials that the owner keeps here. */
  void checkMayQuery(Context ctx) {
    if (!hasToken(ctx)) {
      throw new UserError(UserError.Kind.FORBIDDEN, Sentences.TOKEN_FOR_QUERIES.with());
    }
  }

  /** Nor ask Google as whoever runs the server. */
  void checkMayUseCredentials(Context ctx) {
    if (!hasToken(ctx)) {
      throw new UserError(UserError.Kind.FORBIDDEN, Sentences.TOKEN_FOR_GOOGLE.with());
    }
  }

  /** Nor say where data is sent, or have it sent. */
  void checkMaySetUpModel(Context ctx) {
    if (!hasToken(ctx)) {
      throw new UserError(UserError.Kind.FORBIDDEN, Sentences.TOKEN_FOR_MODEL_SETUP.with());
    }
  }

  /** Nor read again what was sent, which may have been masked since. */
  void checkMayReadEgress(Context ctx) {
    if (!hasToken(ctx)) {
      throw new UserError(UserError.Kind.FORBIDDEN, Sentences.TOKEN_FOR_EGRESS.with());
    }
  }

  /** Nor have a model asked with the owner's key. */
  void checkMayAskModel(Context ctx) {
    if (!hasToken(ctx)) {
      throw new UserError(UserError.Kind.FORBIDDEN, Sentences.TOKEN_FOR_MODEL.with());
    }
  }

  boolean mayAskModel(Context ctx) {
    return hasToken(ctx);
  }

  private boolean hasToken(Context ctx) {
    String header = ctx.header("Authorization");
    String given = header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
    return MessageDigest.isEqual(
        given.strip().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  /** Said with every answer. */
  static void secure(Context ctx) {
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    ctx.header("Cache-Control", "no-store");
  }

  private static boolean isOurs(String authority, int port) {
    String suffix = ":" + port;
    String name =
        authority.endsWith(suffix)
            ? authority.substring(0, authority.length() - suffix.length())
            : port == 80 ? authority : "";
    return NAMES.contains(name.toLowerCase(java.util.Locale.ROOT));
  }
}
