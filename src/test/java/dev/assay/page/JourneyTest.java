package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static dev.assay.page.Walk.PATIENTLY;
import static dev.assay.page.Walk.answerQuestion;
import static dev.assay.page.Walk.apply;
import static dev.assay.page.Walk.ask;
import static dev.assay.page.Walk.drop;
import static dev.assay.page.Walk.editColumn;
import static dev.assay.page.Walk.exactly;
import static dev.assay.page.Walk.layersAreReady;
import static dev.assay.page.Walk.says;
import static dev.assay.page.Walk.seeAndApply;
import static dev.assay.page.Walk.tab;
import static dev.assay.page.Walk.toSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a dropped file to a trusted number, and what comes after, by the page alone. */
class JourneyTest {
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
  void aDroppedFileBecomesATrustedNumberAndWhatWasLeftOutIsRescued() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      drop(page, "orders.csv", TradedOrders.csv());
      button(page, "Clean it: orders.csv").click();
      assertThat(page).hasURL(Pattern.compile(".*/sources/orders$"));

      layersAreReady(page);
      visit.isAccessible();
      answerQuestion(page);
      layersAreReady(page);
      visit.isAccessible();

      tab(page, "Cleaning");
      editColumn(page, "ctry");
      Locator panel = SilverTest.panel(page, "ctry");
      panel.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("country");
      panel = SilverTest.panel(page, "country");
      SilverTest.button(panel, "Add a step").click();
      page.getByRole(AriaRole.MENUITEM, named("Upper case")).click();
      assertThat(panel.getByRole(AriaRole.TABLE)).containsText("PT");
      visit.isAccessible();
      seeAndApply(page, "ctry is called country now: steps");
      // The ready numbers by the column's former name go on under the new one.
      assertThat(page.getByText("Applied: the cleaned rows are published.")).isVisible(PATIENTLY);
      visit.isAccessible();

      tab(page, "Ready numbers");
      Locator worthMaking =
          page.getByRole(AriaRole.REGION, named("Worth making")).getByRole(AriaRole.ARTICLE);
      worthMaking.first().getByRole(AriaRole.CHECKBOX).check();
      button(page, "Make it").click();
      assertThat(page.getByText("Your numbers are ready")).isVisible(PATIENTLY);
      visit.isAccessible();

      assertThat(button(page, "What to do with gold_orders_amount_by_ctry")).isVisible();

      Locator answer = ask(page, "total amount by country");
      says(answer, TradedOrders.totals(Map.of(), "0"));
      answer.getByRole(AriaRole.BUTTON, exactly("Verify")).click();
      assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Both say the same");
      visit.isAccessible();

      answer
          .getByRole(
              AriaRole.LINK,
              new Locator.GetByRoleOptions().setName("See the rows that were left out"))
          .click();
      assertThat(page).hasURL(Pattern.compile(".*/sources/orders/rejects.*"));
      visit.isAccessible();
      page.getByRole(AriaRole.ROW)
          .filter(new Locator.FilterOptions().setHasText("twenty"))
          .first()
          .click();
      Locator row = page.getByRole(AriaRole.DIALOG);
      row.getByLabel("Right value").fill("20");
      row.getByRole(AriaRole.BUTTON, exactly("Put right")).click();
      assertThat(page.getByText("Not a single row was left out")).isVisible(PATIENTLY);
      page.keyboard().press("Escape");
      visit.isAccessible();
      tab(page, "Layers");
      layersAreReady(page);
      Map<String, BigDecimal> rescued = TradedOrders.totals(Map.of("twenty", "20"), "0");
      says(ask(page, "total amount by country"), rescued);

      toSource(page, "orders");
      tab(page, "Cleaning");
      editColumn(page, "amount");
      SilverTest.panel(page, "amount").getByLabel("What must hold").fill(">= 30");
      apply(page, "amount: ");
      says(ask(page, "total amount by country"), TradedOrders.totals(Map.of("twenty", "20"), "30"));

      toSource(page, "orders");
      tab(page, "History");
      page.getByText("Recipes of cleaning", new Page.GetByTextOptions().setExact(true)).click();
      page.getByRole(AriaRole.BUTTON, named("Go back to recipe")).first().click();
      Locator preview = page.getByRole(AriaRole.DIALOG);
      assertThat(preview).containsText("come back");
      visit.isAccessible();
      preview.getByRole(AriaRole.BUTTON, exactly("Apply this recipe")).click();
      assertThat(preview).isHidden();
      tab(page, "Layers");
      assertThat(page.getByRole(AriaRole.GROUP, named("Cleaned").setExact(true)))
          .containsText("120 rows", new ContainsTextOptions().setTimeout(120_000));
      layersAreReady(page);
      says(ask(page, "total amount by country"), rescued);
    }
  }
}
