package dev.assay.source.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.Connection.Tls;
import dev.assay.model.UserError;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Google's hosts unless the connection names another. */
class PlaceTest {
  private static Place place(String project, String host, Integer port, Tls tls, String storage) {
    return Place.of(
        new Connection(
            "c",
            "c",
            Connection.System.BIGQUERY,
            host,
            port,
            project,
            null,
            tls,
            null,
            null,
            false),
        Limits.of(storage == null ? Map.of() : Map.of(Limits.STORAGE, storage)));
  }

  @Test
  void isGoogleWhereNoHostIsNamed() {
    Place place = place("my-project", null, null, null, "evil.example.org:1");
    assertThat(place.rest()).isEqualTo("https://bigquery.googleapis.com:443/");
    assertThat(place.storage()).contains("bigquerystorage.googleapis.com:443");
    assertThat(place.google()).isTrue();
  }

  @Test
  void privateHostsOfGoogleHaveBothApis() {
    assertThat(place("p", "bigquery-mine.p.googleapis.com", null, null, null).storage())
        .contains("bigquerystorage-mine.p.googleapis.com:443");
    assertThat(place("p", "restricted.googleapis.com", null, null, null).storage()).isEmpty();
  }

  @Test
  void otherHostsAreNotGoogle() {
    for (String host :
        new String[] {"localhost", "googleapis.com.example.org", "evilgoogleapis.com"}) {
      Place place = place("p", host, 9050, Tls.DISABLE, null);
      assertThat(place.google()).as(host).isFalse();
      assertThat(place.rest()).isEqualTo("http://" + host + ":9050/");
      assertThat(place.storage()).isEqualTo(Optional.empty());
    }
    assertThat(place("p", "localhost", 9050, null, "localhost:9060").storage())
        .contains("localhost:9060");
  }

  @Test
  void nothingSlipsIntoAnAddress() {
    for (String host : new String[] {"a/b", "a?b", "user@a", "a:1", "a b", "a#", "..", "-a"}) {
      assertThatThrownBy(() -> place("p", host, 1, Tls.DISABLE, null))
          .as(host)
          .isInstanceOf(UserError.class);
    }
    for (String project : new String[] {null, "", "p/../q", "P", "p?x", "p/datasets"}) {
      assertThatThrownBy(() -> place(project, null, null, null, null))
          .as(project)
          .isInstanceOf(UserError.class);
    }
    assertThatThrownBy(() -> place("p", null, null, Tls.DISABLE, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("TLS");
    assertThatThrownBy(() -> place("p", "localhost", 70_000, null, null))
        .isInstanceOf(UserError.class);
  }
}
