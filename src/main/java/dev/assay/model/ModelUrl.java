package dev.assay.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where a language model answers, as a person has typed it. */
public final class ModelUrl {
  private static final String PRIVATE_ADDRESS =
      "127(\\.\\d{1,3}){3}|10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}"
          + "|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}"
          + "|\\[::1]|\\[f[cd][0-9a-f]{2}:.*]";

  private ModelUrl() {}

  /** Why nothing may be sent to an address, or empty where it may. */
  public static Optional<Fact> problem(String url, boolean allowPlainHttp) {
    URI uri;
    try {
      uri = URI.create(url.strip());
    } catch (IllegalArgumentException _) {
      return Optional.of(Sentences.URL_MALFORMED.with(url));
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return Optional.of(Sentences.URL_WITHOUT_HOST.with());
    }
    if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
      return Optional.of(Sentences.URL_WITH_SECRET.with());
    }
    return scheme.equals("https") || allowPlainHttp || isPrivate(uri.getHost())
        ? Optional.empty()
        : Optional.of(Sentences.URL_PLAIN_HTTP.with(uri.getHost()));
  }

  /** The host and port, by which a change of place is told. */
  public static String place(String url) {
    URI uri = URI.create(url.strip());
    return (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
  }

  /** This machine or one of the same network; judged by the name alone, nothing is looked up. */
  private static boolean isPrivate(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.matches(PRIVATE_ADDRESS)
        || name.equals("localhost")
        || name.endsWith(".localhost")
        // A name of one word cannot be reached from outside: a container, a neighbour.
        || name.matches("[a-z][a-z0-9_-]*");
  }
}
