package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is connected and some of its tables become sources. */
class ConnectTest {
  private static final ContainsTextOptions PATIENTLY =
      new ContainsTextOptions().setTimeout(120_000);
  private static final IsVisibleOptions SLOWLY = new IsVisibleOptions().setTimeout(180_000);
  private static EmbeddedPostgres database;
  @TempDir private Path folder;
  private House house;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = EmbeddedPostgres.builder().start();
    execute(
        "CREATE TABLE customers (id int PRIMARY KEY, name text, city text)",
        "CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, amount"
            + " numeric(10,2))",
        "INSERT INTO customers SELECT i, 'customer ' || i, 'Porto' FROM generate_series(1, 40) i",
        "INSERT INTO orders SELECT i, i % 40 + 1, i * 1.50 FROM generate_series(1, 500) i",
        "CREATE VIEW \"<b>big</b>\" AS SELECT * FROM orders WHERE amount > 700",
        "CREATE SCHEMA many",
        "DO $$ BEGIN FOR i IN 1..2000 LOOP EXECUTE format('CREATE TABLE many.t%s (id int)', i);"
            + " END LOOP; END $$");
  }

  private static void execute(String... statements) throws SQLException {
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator table(Page page, String name) {
    return page.getByRole(
        AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void choose(Page page, String label, String option) {
    page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
        .or(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label)))
        .first()
        .click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  private void fill(Page page, String password) {
    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Host")).fill("localhost");
    field(page, "Port").fill(Integer.toString(database.getPort()));
    field(page, "Database").fill("postgres");
    field(page, "User").fill("postgres");
    field(page, "Password").fill(password);
    field(page, "Name").fill("shop");
  }

  @Test
  void tablesOfPostgresqlAreChosenAndBecomeSources() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/connect");
      assertThat(button(page, "Test and connect")).isVisible();
      visit.isAccessible();
      fill(page, "kestrel-9217");
      button(page, "Test and connect").click();
      assertThat(page).hasURL(Pattern.compile(".*connection=shop"));
      assertThat(page.getByText("2,003 tables").first()).isVisible(SLOWLY);
      page.getByRole(AriaRole.SEARCHBOX).fill("public.");
      assertThat(page.getByText("3 tables").first()).isVisible();
      assertThat(page.getByText("refers to customers").first()).isVisible();
      assertThat(page.getByText("<b>big</b>").first()).isVisible();
      table(page, "public.orders").check();
      table(page, "public.customers").check();
      visit.isAccessible();
      button(page, "Add 2 tables").click();
      assertThat(page.getByText("2 tables were added.")).isVisible(SLOWLY);
      assertThat(page.getByText("already here")).hasCount(2);
      visit.isAccessible();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to your data")).click();
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(2);
      assertThat(page.getByRole(AriaRole.MAIN))
          .containsText("Table public.orders of the database postgres", PATIENTLY);
      assertThat(page.content()).doesNotContain("kestrel-9217");
      assertThat(house.caller.sql("SELECT count(*) FROM bronze_shop_orders_raw").toString())
          .isEqualTo("[[500]]");
    }
  }

  @Test
  void thousandsOfTablesAreFilteredAndChosenAtOnce() {
    connect();
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/connect?connection=shop");
      assertThat(page.getByText("2,003 tables").first()).isVisible(SLOWLY);
      page.getByLabel("Choose all shown").check();
      assertThat(page.getByText("2,003 tables chosen")).isVisible();
      // Only what is in sight is drawn.
      assertThat(page.getByRole(AriaRole.CHECKBOX).count()).isLessThan(60);
      page.getByLabel("Choose all shown").uncheck();
      page.getByRole(AriaRole.SEARCHBOX).fill("many.t19");
      page.getByLabel("Choose all shown").check();
      assertThat(page.getByText("111 tables chosen")).isVisible();
      visit.isAccessible();
      page.getByRole(AriaRole.SEARCHBOX).fill("nothing is called so");
      assertThat(page.getByText("No table is called so.")).isVisible();
    }
  }

  private void connect() {
    house
        .caller
        .post(
            "/api/connections",
            Map.of(
                "name", "shop",
                "system", "postgresql",
                "host", "localhost",
                "port", database.getPort(),
                "database", "postgres",
                "user", "postgres",
                "tls", "disable"))
        .is(201);
  }

  @Test
  void whatIsWrongStandsAtItsField() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/connect");
      fill(page, "");
      page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Host"))
          .fill("db?sslmode=disable");
      button(page, "Test and connect").click();
      assertThat(page.getByText("Give host as a plain name or address.")).hasCount(1);
      visit.isAccessible();
      fill(page, "");
      field(page, "Port").fill("1");
      button(page, "Test and connect").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("localhost", PATIENTLY);
      assertThat(house.caller.get("/api/connections").json()).isEmpty();
    }
  }

  @Test
  void aFileOfThisMachineIsOpenedForTheOwnerAlone() throws SQLException {
    Path file = folder.resolve("stock.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT)");
      statement.execute("INSERT INTO items VALUES (1, 'nut'), (2, 'bolt')");
    }
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/connect");
      choose(page, "What kind of database", "SQLite file");
      assertThat(page.getByText("only by whoever owns the workspace")).isVisible();
      assertThat(button(page, "Test and connect")).isDisabled();
      visit.isAccessible();
    }
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.openAsOwner("/connect", house.token());
      choose(page, "What kind of database", "SQLite file");
      page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Path of the file"))
          .fill(file.toString());
      button(page, "Test and connect").click();
      assertThat(page.getByText("2 rows").first()).isVisible();
      table(page, "items").check();
      button(page, "Add 1 table").click();
      assertThat(page.getByText("1 table was added.")).isVisible();
      assertThat(house.caller.get("/api/sources").json()).hasSize(1);
    }
  }

  @Test
  void aConnectionIsForgottenWhenNoSourceNeedsItAnyMore() {
    connect();
    house
        .caller
        .post(
            "/api/sources?wait=120",
            Map.of("connection", "shop", "tables", java.util.List.of("public.orders")))
        .is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/connect");
      button(page, "Forget shop").click();
      button(page, "Forget").click();
      assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT)).containsText("orders");
      visit.isAccessible();
      button(page, "Cancel").click();
      house.caller.delete("/api/sources/orders").is(204);
      button(page, "Forget shop").click();
      button(page, "Forget").click();
      assertThat(page.getByText("Connections that you make are kept here")).isVisible();
      assertThat(house.caller.get("/api/connections").json()).isEmpty();
    }
  }
}
