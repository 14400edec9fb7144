package dev.assay.source.bigquery;

import dev.assay.model.Connection;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import dev.assay.source.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a connection leads to: Google's own hosts unless it names another.
 *
 * @param project whose bill it is
 * @param rest the REST API's address, with a slash at its end
 * @param storage {@code host:port} of the Storage Read API, empty where there is none
 * @param encrypted whether it is reached through TLS
 * @param google whether the hosts are Google's: none else is ever shown a token
 */
record Place(
    String project, String rest, Optional<String> storage, boolean encrypted, boolean google) {
  private static final String GOOGLE = ".googleapis.com";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");
  private static final Pattern PROJECT =
      Pattern.compile("([a-z0-9][a-z0-9.-]*:)?[a-z0-9][a-z0-9-]*");
  private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");

  static Place of(Connection connection, Limits limits) {
    String project = connection.database() == null ? "" : connection.database().strip();
    if (!PROJECT.matcher(project).matches()) {
      throw UserError.of(
          List.of(new Problem("/database", Sentences.PROJECT_NEEDED.with(connection.name()))));
    }
    boolean plain = connection.tls() == Connection.Tls.DISABLE;
    if (connection.host() == null || connection.host().isBlank()) {
      return google(project, "bigquery" + GOOGLE, 443, plain);
    }
    String host = checked(connection.host());
    int port = connection.port() == null ? plain ? 80 : 443 : connection.port();
    if (port < 1 || port > 65_535) {
      throw UserError.invalid(Sentences.PORT_NO_NUMBER.with(port));
    }
    if (host.toLowerCase(Locale.ROOT).endsWith(GOOGLE)) {
      return google(project, host.toLowerCase(Locale.ROOT), port, plain);
    }
    limits.storage().ifPresent(Place::checkedWithPort);
    String rest = (plain ? "http://" : "https://") + host + ":" + port + "/";
    return new Place(project, rest, limits.storage(), !plain, false);
  }

  /** Google's hosts for the two APIs differ in their first word, also where they are private. */
  private static Place google(String project, String host, int port, boolean plain) {
    if (plain) {
      throw UserError.invalid("Google's hosts are only reached through TLS: do not disable it.");
    }
    Optional<String> storage =
        host.matches("bigquery[.-].*")
            ? Optional.of("bigquerystorage" + host.substring("bigquery".length()) + ":" + port)
            : Optional.empty();
    return new Place(project, "https://" + host + ":" + port + "/", storage, true, true);
  }

  private static void checkedWithPort(String text) {
    Matcher matcher = HOST_AND_PORT.matcher(text);
    if (!matcher.matches()) {
      throw UserError.invalid(
          Limits.STORAGE + " is a host and a port such as localhost:9060, not '" + text + "'.");
    }
    checked(matcher.group(1));
  }

  private static String checked(String host) {
    if (!HOST.matcher(host).matches() && !IPV6.matcher(host).matches()) {
      throw UserError.invalid("A host must be a plain name or address, such as db.example.org.");
    }
    return host;
  }
}
