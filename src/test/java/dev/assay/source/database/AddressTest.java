package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.Connection.System;
import dev.assay.model.Connection.Tls;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Secret;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Nothing that a caller names becomes an option of a driver, and no address holds a secret. */
class AddressTest {
  private static final List<Vendor> SERVERS =
      List.of(new PostgreSql(), new MariaDb(), new SqlServer(), new Oracle(), new H2());

  @Test
  void optionsCannotBeSmuggledIn() {
    for (Vendor vendor : SERVERS) {
      for (String host :
          List.of(
              "h?socketFactory=x",
              "h/x?allowLoadLocalInfile=true",
              "h;INIT=RUNSCRIPT",
              "a,b",
              "h:1",
              "address=(host=x)",
              "h\n",
              "",
              "h@x",
              "-h")) {
        assertThatThrownBy(() -> vendor.address(login(host, "db", "u")))
            .as("%s %s", vendor, host)
            .isInstanceOf(UserError.class);
      }
      for (String database :
          List.of(
              "d?autoDeserialize=true",
              "d&allowLoadLocalInfile=true",
              "d;INIT=RUNSCRIPT FROM 'http://x'",
              "d;integratedSecurity=true",
              "d\u0000",
              "(DESCRIPTION=x)")) {
        assertThatThrownBy(() -> vendor.address(login("h", database, "u")))
            .as("%s %s", vendor, database)
            .isInstanceOf(UserError.class);
      }
      assertThatThrownBy(() -> vendor.address(login("h", "d", "u\nx")))
          .isInstanceOf(UserError.class);
    }
    for (Vendor vendor : List.of(new Sqlite(), new DuckDb(), new H2())) {
      for (String path : List.of("/tmp/x?mode=rwc", "/tmp/x;INIT=RUNSCRIPT", "/no/such/file", "")) {
        Login login = Connections.file(System.SQLITE, path);
        assertThatThrownBy(() -> vendor.address(login)).isInstanceOf(UserError.class);
      }
    }
  }

  @Test
  void addressesHoldNoSecret() {
    for (Vendor vendor : SERVERS) {
      Address address = vendor.address(login("h", "d", "u"));
      assertThat(address.url()).doesNotContain("pa55word");
      assertThat(address.toString()).doesNotContain("pa55word");
      assertThat(address.options().getProperty("password")).isEqualTo("pa55word");
    }
  }

  @Test
  void dangerousOptionsAreOff() {
    Properties mariaDb = new MariaDb().address(login("h", "d", "u")).options();
    assertThat(mariaDb)
        .containsEntry("allowLocalInfile", "false")
        .containsEntry("allowMultiQueries", "false");
    Properties postgres = new PostgreSql().address(login("h", "d", "u")).options();
    assertThat(postgres)
        .doesNotContainKeys(
            "socketFactory", "sslpasswordcallback", "authenticationPluginClassName");
    assertThat(postgres).containsEntry("readOnly", "true");
    // A certificate in the home of whoever runs the server would speak for a caller.
    assertThat(postgres).containsEntry("sslcert", "").containsEntry("sslkey", "");
  }

  @Test
  void securityIsWhatWasAskedFor() {
    assertThat(new PostgreSql().address(login(Tls.VERIFY)).options())
        .containsEntry("sslmode", "verify-full");
    assertThat(new PostgreSql().address(login(Tls.REQUIRE)).options())
        .containsEntry("sslmode", "require");
    assertThat(new MariaDb().address(login(Tls.VERIFY)).options())
        .containsEntry("sslMode", "verify-full");
    assertThat(new MariaDb().address(login(Tls.REQUIRE)).options())
        .containsEntry("sslMode", "trust");
    assertThat(new SqlServer().address(login(Tls.VERIFY)).options())
        .containsEntry("encrypt", "true")
        .containsEntry("trustServerCertificate", "false");
    assertThat(new SqlServer().address(login(Tls.REQUIRE)).options())
        .containsEntry("encrypt", "true")
        .containsEntry("trustServerCertificate", "true");
    assertThat(new Oracle().address(login(Tls.VERIFY)).url())
        .isEqualTo("jdbc:oracle:thin:@tcps://h:2484/d");
    assertThat(new H2().address(login(Tls.REQUIRE)).url()).startsWith("jdbc:h2:ssl://h:9092/d;");
    for (Vendor vendor : List.of(new Oracle(), new H2())) {
      Tls cannot = vendor instanceof Oracle ? Tls.REQUIRE : Tls.VERIFY;
      assertThatThrownBy(() -> vendor.address(login(cannot)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("choose");
    }
  }

  private static Login login(Tls tls) {
    return new Login(
        new Connection("c", "c", System.POSTGRESQL, "h", null, "d", "u", tls, null, null, true),
        new Secret("pa55word"));
  }

  private static Login login(String host, String database, String user) {
    return new Login(
        new Connection(
            "c", "c", System.POSTGRESQL, host, null, database, user, Tls.PREFER, null, null, true),
        new Secret("pa55word"));
  }
}
