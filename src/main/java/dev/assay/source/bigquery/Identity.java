package dev.assay.source.bigquery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * As whom BigQuery is asked.
 *
 * <p>A key is a JSON that whoever adds a connection writes: of it only the account, the private key
 * and its id are used. Google's own library would go on to any address that such a JSON names, and
 * would even run a program that it names.
 */
final class Identity {
  private static final URI TOKENS = URI.create("https://oauth2.googleapis.com/token");
  private static final Set<String> TOKEN_ADDRESSES =
      Set.of(
          TOKENS.toString(),
          "https://accounts.google.com/o/oauth2/token",
          "https://www.googleapis.com/oauth2/v4/token");
  private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/bigquery");
  private static final JsonMapper JSON = new JsonMapper();

  private Identity() {}

  /** Empty where the host is not Google's: an emulator is not shown any token. */
  static Optional<GoogleCredentials> of(Place place, Secret secret) {
    boolean key = secret.text() != null && !secret.text().isBlank();
    if (!place.google()) {
      if (key) {
        throw refused(
            "A service account's key is for Google's hosts alone: leave the host out, or the key.");
      }
      return Optional.empty();
    }
    return Optional.of(key ? serviceAccount(secret.text()) : ambient());
  }

  /** A service account by its key. */
  static GoogleCredentials serviceAccount(String text) {
    JsonNode key = parsed(text);
    String type = key.path("type").asText();
    if (!type.equals("service_account")) {
      throw refused(
          "The key is of the type '"
              + shortened(type)
              + "': only the JSON key of a service account is taken.");
    }
    String tokens = key.path("token_uri").asText(TOKENS.toString());
    String universe = key.path("universe_domain").asText("googleapis.com");
    if (!TOKEN_ADDRESSES.contains(tokens) || !universe.equals("googleapis.com")) {
      throw refused(
          "The service account's key sends for its token to an address that is not Google's:"
              + " download the key anew from the Google Cloud console.");
    }
    try {
      return ServiceAccountCredentials.newBuilder()
          .setClientEmail(needed(key, "client_email"))
          .setClientId(key.path("client_id").asText(null))
          .setPrivateKeyString(needed(key, "private_key"))
          .setPrivateKeyId(key.path("private_key_id").asText(null))
          .setTokenServerUri(TOKENS)
          .setScopes(SCOPES)
          .build();
    } catch (IOException | IllegalArgumentException _) {
      // Their messages may hold a part of the key.
      throw unreadable();
    }
  }

  private static JsonNode parsed(String text) {
    try {
      JsonNode key = JSON.readTree(text);
      if (key != null && key.isObject()) {
        return key;
      }
    } catch (JsonProcessingException _) {
      // Its message quotes the text.
    }
    throw unreadable();
  }

  private static String needed(JsonNode key, String field) {
    String text = key.path(field).asText("");
    if (text.isBlank()) {
      throw unreadable();
    }
    return text;
  }

  private static String shortened(String type) {
    String plain = type.replaceAll("[^a-z_]", "");
    return plain.substring(0, Math.min(40, plain.length()));
  }

  /** Whatever is wrong with who asks is mended at the key. */
  private static UserError refused(String message) {
    return UserError.of(List.of(new Problem("/secret", message)));
  }

  private static UserError unreadable() {
    return refused(
        "The key is not a service account's JSON key: give the whole file as Google made it.");
  }

  /**
   * Whoever this process runs as: a key in the environment, gcloud's login, a machine's account.
   */
  private static GoogleCredentials ambient() {
    GoogleCredentials found;
    try {
      found = GoogleCredentials.getApplicationDefault();
    } catch (IOException _) {
      throw refused(
          "There are no credentials for Google here: give the connection a service account's key,"
              + " set GOOGLE_APPLICATION_CREDENTIALS, or run 'gcloud auth application-default"
              + " login'.");
    }
    return allowed(found).createScoped(SCOPES);
  }

  /** Credentials of other kinds ask addresses, or run programs, that their file names. */
  static GoogleCredentials allowed(GoogleCredentials found) {
    boolean harmless =
        switch (found) {
          case ServiceAccountCredentials account ->
              TOKEN_ADDRESSES.contains(account.getTokenServerUri().toString());
          case ComputeEngineCredentials _ -> true;
          case UserCredentials _ -> true;
          default -> false;
        };
    if (!harmless) {
      throw refused(
          "The credentials found here are external or impersonated, which Assay does not use: give"
              + " the connection a service account's key.");
    }
    return found;
  }
}
