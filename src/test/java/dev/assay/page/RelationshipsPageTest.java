package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How tables belong together: what was found, and what people say of it. */
class RelationshipsPageTest {
  private static final String FOUND = "orders.customer_id → customers.id";

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() throws IOException {
    house = House.open(folder.resolve("workspace"));
    StringBuilder customers = new StringBuilder("id,name,country\n");
    String[] countries = {"Germany", "France", "Brazil", "Spain"};
    for (int i = 1; i <= 40; i++) {
      customers.append("%d,Customer %d,%s\n".formatted(i, i, countries[i % 4]));
    }
    StringBuilder orders = new StringBuilder("id,customer_id,order_date,amount\n");
    for (int i = 1; i <= 400; i++) {
      int customer = i % 40 == 0 ? 99 : i % 40 + 1;
      orders.append("%d,%d,2024-%02d-%02d,10.50\n".formatted(i, customer, i % 12 + 1, i % 28 + 1));
    }
    add("customers", customers.toString());
    add("orders", orders.toString());
  }

  private void add(String source, String text) throws IOException {
    Path path = Files.writeString(folder.resolve(source + ".csv"), text);
    house.caller.postAsOwner("/api/sources?wait=60", Map.of("path", path.toString())).is(201);
    house.caller.post("/api/sources/" + source + "/medallion/silver?wait=60", "").is(201);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aConfirmedOneLeadsToNumbersAcrossBoth() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/relationships");
      Locator card = page.getByRole(AriaRole.ARTICLE, named(FOUND));
      assertThat(card.getByText("10 rows of orders find none.")).isVisible();
      assertThat(card.getByText("Such as: “99”")).isVisible();
      assertThat(page.getByRole(AriaRole.IMG, named("Which table refers to which"))).isVisible();
      button(page, "Show an example").click();
      assertThat(card.getByText("customers.country")).isVisible();
      visit.isAccessible();
      button(page, "Yes, it is meant").click();
      page.getByRole(AriaRole.LINK, named("Numbers across both")).click();
      Locator across =
          page.getByRole(AriaRole.REGION, named("Together with your other data"))
              .getByRole(AriaRole.ARTICLE)
              .first();
      assertThat(across.getByText("something there; 10 do not.")).isVisible();
      across.getByRole(AriaRole.CHECKBOX).check();
      assertThat(across.getByRole(AriaRole.IMG)).isVisible();
      button(page, "What this would do").click();
      assertThat(page.getByText("10 of 400 rows find none")).isVisible();
      page.keyboard().press("Escape");
      button(page, "Make it").click();
      assertThat(page.getByText("Your numbers are ready")).isVisible();
      assertThat(
              page.getByRole(AriaRole.REGION, named("Made")).getByText("Looks up silver_customers"))
          .isVisible();
    }
    assertThat(house.caller.get("/api/gold").is(200).json()).hasSize(1);
  }

  @Test
  void aRejectedOneIsProposedNoMoreUntilThatIsTakenBack() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/relationships");
      Locator card = page.getByRole(AriaRole.ARTICLE, named(FOUND));
      assertThat(card).isVisible();
      visit.isAccessible();
      button(page, "No").click();
      assertThat(card).isHidden();
      assertThat(page.getByText("Nothing was found yet")).isVisible();
      button(page, "Take that back").click();
      assertThat(card).isVisible();
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
    }
  }

  @Test
  void oneThatRowsOfBothSidesShareIsSaidOnlyOnPurpose() throws IOException {
    add("offices", "office,country\n1,Spain\n2,Spain\n3,France\n4,Brazil\n5,France\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/relationships");
      choose(page, combobox(page, "Rows of").first(), "offices");
      choose(page, combobox(page, "Look up"), "customers");
      Locator columns = combobox(page, "By columns");
      choose(page, columns.first(), "country");
      page.keyboard().press("Escape");
      choose(page, columns.last(), "country");
      page.keyboard().press("Escape");
      button(page, "They belong together").click();
      assertThat(page.getByText("Rows of both sides share values of")).isVisible();
      page.getByLabel("Rows of both sides share values, and that is meant").check();
      button(page, "They belong together").click();
      Locator card = page.getByRole(AriaRole.ARTICLE, named("offices.country → customers.country"));
      assertThat(card.getByText("Rows would count several times").first()).isVisible();
      visit.isAccessible();
      card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take it back"))
          .click();
      assertThat(card.getByText("Confirmed")).isHidden();
    }
  }

  private static Locator combobox(Page page, String label) {
    return page.getByRole(AriaRole.COMBOBOX, named(label).setExact(true));
  }

  private static void choose(Page page, Locator field, String option) {
    field.click();
    page.getByRole(AriaRole.OPTION, named(option).setExact(true)).click();
  }
}
