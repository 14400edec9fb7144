package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of a source: builds, recipes and readings. */
class BuildsTest {
  private static final String SILVER = LayersTest.MEDALLION + "/silver";
  private static final String STRICT =
      LayersTest.RECIPE.replace(
          "\"cleaning\": [{\"step\": \"trim\"}]", "\"validation\": \"IN ('Rom')\"");

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
    house.caller.add("orders.csv", LayersTest.ORDERS);
    house.caller.post(SILVER + "?wait=60", LayersTest.RECIPE).is(201);
    house.caller.post(LayersTest.MEDALLION + "/gold?wait=60", LayersTest.GOLD).is(201);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator entries(Page page) {
    return page.locator("main").getByRole(AriaRole.LISTITEM);
  }

  @Test
  void everyBuildIsListedWithItsCountsAndReasonsAndCanBeFiltered() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/builds");
      assertThat(page.getByText("3 builds")).isVisible();
      assertThat(entries(page).nth(0)).containsText("gold_orders_by_city");
      assertThat(entries(page).nth(1)).containsText("10 rows read · 1 left out · 1 copy");
      assertThat(
              page.getByRole(
                  AriaRole.LINK, new Page.GetByRoleOptions().setName("amount could not be read")))
          .hasAttribute("href", "/sources/orders/rejects?reason=invalid_amount");
      visit.isAccessible();

      visit.open("/sources/orders/builds?layer=silver");
      assertThat(page.getByText("One build")).isVisible();
      assertThat(entries(page)).hasCount(1);
    }
  }

  @Test
  void aLongHistoryIsDrawnOnlyWhereItIsSeen() {
    for (int i = 0; i < 60; i++) {
      house.caller.post(LayersTest.MEDALLION + "/gold/refresh?wait=60").is(201);
    }
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/builds");
      assertThat(page.getByText("63 builds")).isVisible();
      org.assertj.core.api.Assertions.assertThat(entries(page).count()).isLessThan(40);
      page.keyboard().press("End");
      page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
      assertThat(page.getByRole(AriaRole.MAIN).getByText("bronze_orders_raw")).isVisible();
    }
  }

  @Test
  void anEarlierRecipeIsComparedPreviewedAndPutInForceAgain() {
    house.caller.post(SILVER + "?wait=60", STRICT).is(201);
    org.assertj.core.api.Assertions.assertThat(rows()).isEqualTo(3);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/builds?show=recipes");
      Locator compare =
          page.getByRole(
              AriaRole.REGION, new Page.GetByRoleOptions().setName("How two of them differ"));
      assertThat(compare).containsText(Pattern.compile("city: .*IN \\('Rom'\\)"));
      visit.isAccessible();

      button(page, "Go back to recipe 1").click();
      Locator preview = page.getByRole(AriaRole.DIALOG);
      assertThat(preview).containsText("5 rows that were left out come back");
      assertThat(preview).containsText("gold_orders_by_city: 2 groups change");
      assertThat(preview).containsText("total in all: 37.50 → 109.50");
      visit.isAccessible();
      preview
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply this recipe"))
          .click();
      assertThat(page.getByText("Recipe 3").first()).isVisible();
      assertThat(button(page, "Go back to recipe 3")).hasCount(0);
      assertThat(button(page, "Go back to recipe 2")).isVisible();
    }
    house.caller.get("/api/sources/orders").is(200);
    org.assertj.core.api.Assertions.assertThat(rows()).isEqualTo(8);
  }

  @Test
  void anEarlierRecipeDoesNotOverwriteOneThatItsDifferenceWasNotToldAgainst() {
    house.caller.post(SILVER + "?wait=60", STRICT).is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/builds?show=recipes");
      // The page does not hear of what others do meanwhile.
      page.route(
          "**/api/builds?*",
          route ->
              route.fulfill(
                  new Route.FulfillOptions().setContentType("application/json").setBody("[]")));
      button(page, "Go back to recipe 1").click();
      Locator preview = page.getByRole(AriaRole.DIALOG);
      assertThat(preview).containsText("5 rows that were left out come back");
      house.caller.post(SILVER + "?wait=60", STRICT.replace("'Rom'", "'Rom', 'Oslo'")).is(201);
      preview
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply this recipe"))
          .click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("it is number 3 now");
      assertThat(button(page, "Go back to recipe 2")).isVisible();
      assertThat(button(page, "Go back to recipe 3")).hasCount(0);
      visit.isAccessible();
    }
  }

  private long rows() {
    return ((Number)
            house.caller.sql("SELECT count(*) FROM silver_orders_cleaned").getFirst().getFirst())
        .longValue();
  }

  @Test
  void rowsLeftOutAreJudgedAgainOrTheReasonIsTold() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/builds?show=recipes");
      button(page, "Judge the rows left out again").click();
      assertThat(
              page.getByRole(AriaRole.ALERT).or(page.getByText("Cleaning: done.").first()).first())
          .isVisible();
    }
  }

  @Test
  void theLastReadingIsTakenBack() {
    house
        .caller
        .form(
            "PUT",
            "/api/sources/orders/file?wait=60",
            java.util.Map.of(
                "orders.csv", (LayersTest.ORDERS + "10,20.00,Rom,01/02/2024\n").getBytes()),
            java.util.Map.of())
        .is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/builds?show=loads");
      assertThat(entries(page)).hasCount(2);
      assertThat(entries(page).nth(0)).containsText("11 rows read");
      visit.isAccessible();
      button(page, "Take it back").click();
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo it"))
          .click();
      assertThat(entries(page).nth(0)).containsText("taken back");
      org.assertj.core.api.Assertions.assertThat(
              house.caller.sql("SELECT count(*) FROM bronze_orders_raw"))
          .isEqualTo(List.of(List.of(10)));
    }
  }
}
