package dev.assay.source.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.IdentityPoolCredentials;
import com.google.auth.oauth2.PluggableAuthCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.assay.model.UserError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys are taken apart, not handed to a library that goes wherever they point. */
class IdentityTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static Map<String, String> key() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String der =
        Base64.getMimeEncoder()
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    Map<String, String> key = new LinkedHashMap<>();
    key.put("type", "service_account");
    key.put("project_id", "my-project");
    key.put("private_key_id", "0123456789abcdef");
    key.put("private_key", "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n");
    key.put("client_email", "reader@my-project.iam.gserviceaccount.com");
    key.put("client_id", "1234");
    key.put("token_uri", "https://oauth2.googleapis.com/token");
    return key;
  }

  @Test
  void takesAServiceAccountsKey() throws Exception {
    GoogleCredentials credentials = Identity.serviceAccount(JSON.writeValueAsString(key()));
    assertThat(credentials)
        .isInstanceOfSatisfying(
            ServiceAccountCredentials.class,
            account -> {
              assertThat(account.getClientEmail())
                  .isEqualTo("reader@my-project.iam.gserviceaccount.com");
              assertThat(account.getTokenServerUri())
                  .hasToString("https://oauth2.googleapis.com/token");
              assertThat(account.getScopes())
                  .containsExactly("https://www.googleapis.com/auth/bigquery");
            });
  }

  @Test
  void refusesAKeyThatSendsElsewhereForItsToken() throws Exception {
    for (Map.Entry<String, String> changed :
        Map.of(
                "token_uri", "http://169.254.169.254/token",
                "universe_domain", "example.org")
            .entrySet()) {
      Map<String, String> key = key();
      key.put(changed.getKey(), changed.getValue());
      refused(JSON.writeValueAsString(key), "an address that is not Google's");
    }
  }

  @Test
  void refusesKeysOfOtherKinds() throws Exception {
    for (String type :
        new String[] {"external_account", "authorized_user", "gdch_service_account"}) {
      Map<String, String> key = key();
      key.put("type", type);
      refused(JSON.writeValueAsString(key), "of the type '" + type + "'");
    }
  }

  @Test
  void neverSaysWhatAKeyHolds() throws Exception {
    Map<String, String> broken = key();
    broken.put("private_key", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
    refused(JSON.writeValueAsString(broken), "not a service account's JSON key");
    refused("s3cret-Pa55", "not a service account's JSON key");
    refused("[\"s3cret-Pa55\"]", "not a service account's JSON key");
    Map<String, String> lacking = key();
    lacking.remove("client_email");
    refused(JSON.writeValueAsString(lacking), "not a service account's JSON key");
  }

  /** They ask addresses, and run programs, that their file names. */
  @Test
  void refusesExternalCredentialsOfTheEnvironment() throws Exception {
    String pool =
        """
        {"type": "external_account", "audience": "//iam.googleapis.com/x",
         "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
         "token_url": "https://sts.googleapis.com/v1/token",
         "credential_source": %s}\
        """;
    GoogleCredentials file = parsed(pool.formatted("{\"file\": \"/etc/passwd\"}"));
    GoogleCredentials program =
        parsed(pool.formatted("{\"executable\": {\"command\": \"/bin/sh\"}}"));
    assertThat(file).isInstanceOf(IdentityPoolCredentials.class);
    assertThat(program).isInstanceOf(PluggableAuthCredentials.class);
    for (GoogleCredentials credentials : new GoogleCredentials[] {file, program}) {
      assertThatThrownBy(() -> Identity.allowed(credentials))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("external or impersonated");
    }
  }

  @SuppressWarnings("deprecation")
  private static GoogleCredentials parsed(String json) throws Exception {
    return GoogleCredentials.fromStream(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refused(String key, String expected) {
    assertThatThrownBy(() -> Identity.serviceAccount(key))
        .isInstanceOf(UserError.class)
        .hasNoCause()
        .hasMessageContaining(expected)
        .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret", "c2VjcmV0"));
  }
}
