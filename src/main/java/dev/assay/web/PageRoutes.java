package dev.assay.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page: its files, made from {@code web/} into the class path, and itself at each view. */
final class PageRoutes {
  /** The addresses of the views, as {@code web/src/routes.tsx} has them. */
  static final List<String> VIEWS =
      List.of(
          "/",
          "/ask",
          "/connect",
          "/dashboard",
          "/relationships",
          "/settings",
          "/sources/{id}",
          "/sources/{id}/{view}",
          "/sources/{id}/{view}/{part}");

  static final List<String> FILES = List.of("/scheme.js", "/favicon.svg", "/assets/{file}");

  private static final String ROOT = "/page";
  private static final Pattern FILE = Pattern.compile("(?:/assets)?/[\\w-][\\w.-]*\\.(\\w+)");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");
  private static final String MISSING =
      "The page was not built: install Node.js 20.19 or newer and start Assay again. All else works:"
          + " see /openapi.yaml.";

  /** Whether an address may be the page's own: not one of the contract's. */
  static boolean isPage(String path) {
    return !path.equals("/api") && !path.startsWith("/api/") && !path.equals("/openapi.yaml");
  }

  void register(RoutesConfig routes) {
    VIEWS.forEach(view -> routes.get(view, this::page));
    FILES.forEach(file -> routes.get(file, this::file));
  }

  private void page(Context ctx) {
    Optional<byte[]> page = read("/index.html");
    if (page.isEmpty()) {
      ctx.status(404).contentType("text/plain; charset=utf-8").result(MISSING);
    } else {
      ctx.contentType("text/html; charset=utf-8").result(page.get());
    }
  }

  private void file(Context ctx) {
    var file = FILE.matcher(ctx.path());
    String type = file.matches() ? TYPES.get(file.group(1)) : null;
    byte[] bytes =
        Optional.ofNullable(type).flatMap(_ -> read(ctx.path())).orElseThrow(NotFoundResponse::new);
    // The name of an asset changes with what it holds.
    if (ctx.path().startsWith("/assets/")) {
      ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    }
    ctx.contentType(type).result(bytes);
  }

  private static Optional<byte[]> read(String path) {
    try (InputStream in = PageRoutes.class.getResourceAsStream(ROOT + path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
