package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static dev.assay.page.Walk.PATIENTLY;
import static dev.assay.page.Walk.ask;
import static dev.assay.page.Walk.exactly;
import static dev.assay.page.Walk.says;
import static dev.assay.page.Walk.toSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the tables of a database to a number over both, by the page alone. */
class DatabaseJourneyTest {
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void tablesOfADatabaseAnswerOneQuestionTogether() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      try (EmbeddedPostgres database = EmbeddedPostgres.builder().start()) {
        try (var connection = database.getPostgresDatabase().getConnection();
            var statement = connection.createStatement()) {
          statement.execute("CREATE TABLE customers (id int PRIMARY KEY, name text, city text)");
          statement.execute(
              "CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers,"
                  + " amount numeric(10,2))");
          statement.execute(
              "INSERT INTO customers SELECT i, 'customer ' || i, (ARRAY['Porto', 'Lyon',"
                  + " 'Sevilla'])[i % 3 + 1] FROM generate_series(1, 30) i");
          statement.execute(
              "INSERT INTO orders SELECT i, i % 30 + 1, i * 1.50 FROM generate_series(1, 300) i");
        }
        Map<String, BigDecimal> truth = new TreeMap<>();
        for (int i = 1; i <= 300; i++) {
          truth.merge(
              List.of("Porto", "Lyon", "Sevilla").get((i % 30 + 1) % 3),
              new BigDecimal("1.50").multiply(BigDecimal.valueOf(i)),
              BigDecimal::add);
        }
        page.getByRole(AriaRole.LINK, named("Connect a database")).first().click();
        page.getByRole(AriaRole.TEXTBOX, named("Host")).fill("localhost");
        field(page, "Port").fill(Integer.toString(database.getPort()));
        field(page, "Database").fill("postgres");
        field(page, "User").fill("postgres");
        field(page, "Password").fill("none");
        field(page, "Name").fill("shop");
        visit.isAccessible();
        button(page, "Test and connect").click();
        for (String table : List.of("public.orders", "public.customers")) {
          page.getByRole(AriaRole.CHECKBOX, named(table).setExact(true)).check();
        }
        button(page, "Add 2 tables").click();
        assertThat(page.getByText("2 tables were added.")).isVisible(PATIENTLY);
        for (String table : List.of("shop_customers", "shop_orders")) {
          toSource(page, table);
          button(page, "Clean and summarise").click();
          assertThat(
                  page.getByRole(AriaRole.GROUP, named("Cleaned").setExact(true))
                      .getByText("Ready", new Locator.GetByTextOptions().setExact(true)))
              .isVisible(PATIENTLY);
        }
        visit.isAccessible();
        page.getByRole(AriaRole.LINK, named("Links between tables")).click();
        assertThat(
                page.getByRole(
                    AriaRole.ARTICLE, named("shop_orders.customer_id → shop_customers.id")))
            .isVisible(PATIENTLY);
        button(page, "Yes, it is meant").click();
        assertThat(page.getByText("Confirmed").first()).isVisible();
        visit.isAccessible();
        Locator answer = ask(page, "total amount by city");
        says(answer, truth);
        answer.getByRole(AriaRole.BUTTON, exactly("Verify")).click();
        assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Both say the same");
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }
}
