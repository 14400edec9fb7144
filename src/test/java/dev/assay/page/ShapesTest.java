package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static dev.assay.page.Walk.PATIENTLY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes sums wrong stands on the first view of a source until somebody has decided. */
class ShapesTest {
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

  private static Locator warning(Page page) {
    return page.getByRole(AriaRole.REGION, named("Look at this before you trust the sums"));
  }

  private static Locator cleaned(Page page) {
    return page.getByRole(AriaRole.GROUP, named("Cleaned").setExact(true));
  }

  @Test
  void aRowOfTotalsIsSeenBeforeItsSumIsTrustedAndOneClickLeavesItOut() {
    house.caller.add(
        "targets.csv", "Region,Target\nNorth,20000\nSouth,21000\nEast,22000\nTotal,63000\n");
    house.caller.post("/api/sources/targets/medallion/silver?wait=60", "").is(201);
    house.caller.post("/api/sources/targets/medallion/gold?wait=60", "").is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/targets");
      assertThat(cleaned(page)).containsText("4 rows");
      assertThat(warning(page)).containsText("calls itself a total in region");
      assertThat(page.getByText("All three layers are ready.")).hasCount(0);
      page.getByRole(AriaRole.LINK, named("one warning about the sums")).click();
      assertThat(page).hasURL(Pattern.compile("#shapes$"));
      visit.isAccessible();

      button(page, "Leave these rows out").click();
      assertThat(cleaned(page).getByText("3 rows").first()).isVisible(PATIENTLY);
      assertThat(warning(page)).hasCount(0);
    }
  }

  @Test
  void aRowOfTotalsThatIsLeftOutAlreadyIsNothingToWarnOf() {
    house.caller.add("plans.csv", "Region,Target\nNorth,20\nSouth,21\nEast,22\nTotal,63\n");
    JsonNode recipe =
        house.caller.post("/api/sources/plans/medallion/silver/suggest", "").is(200).json();
    ((ObjectNode) recipe.at("/columns/0")).put("validation", "NOT IN ('Total')");
    house.caller.post("/api/sources/plans/medallion/silver?wait=60", recipe).is(201);
    house.caller.post("/api/sources/plans/medallion/gold?wait=60", "").is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/plans");
      assertThat(cleaned(page)).containsText("3 rows");
      assertThat(page.getByText("All three layers are ready.")).isVisible();
      assertThat(warning(page)).hasCount(0);
      visit.isAccessible();
    }
  }

  @Test
  void aTotalThatIsNoneMayBeLeftAsItIsAndIsNotAskedAboutAgain() {
    house.caller.add(
        "accounts.csv", "Region,Target\nNorth,20000\nSouth,21000\nEast,22000\nTotal,63000\n");
    house.caller.post("/api/sources/accounts/medallion/silver?wait=60", "").is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/accounts");
      button(page, "Leave as it is").click();
      assertThat(warning(page)).hasCount(0);
      assertThat(cleaned(page)).containsText("4 rows");
      page.reload();
      assertThat(cleaned(page)).containsText("4 rows");
      assertThat(warning(page)).hasCount(0);
    }
  }

  @Test
  void labelsThatAreWrittenOnceAreSeenAndOneClickFillsThemDown() {
    StringBuilder text = new StringBuilder("Owner,Company,Deal\n");
    for (int row = 0; row < 18; row++) {
      String owner = row % 6 == 0 ? "Owner " + (char) ('A' + row / 6) : "";
      text.append("%s,Company %d,%d\n".formatted(owner, row, 100 + row));
    }
    house.caller.add("deals.csv", text.toString());
    house.caller.post("/api/sources/deals/medallion/silver?wait=60", "").is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/deals");
      assertThat(warning(page)).containsText("written once a group");
      button(page, "Fill the labels down").click();
      assertThat(warning(page)).hasCount(0);
      page.navigate(house.address() + "/sources/deals/rows?layer=silver");
      assertThat(page.getByText("Owner A").nth(5)).isVisible(PATIENTLY);
    }
  }

  @Test
  void aTableWithoutEitherSaysNothing() {
    house.caller.add("plain.csv", "Region,Target\nNorth,20000\nSouth,21000\nEast,22000\n");
    house.caller.post("/api/sources/plain/medallion/silver?wait=60", "").is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/plain");
      assertThat(cleaned(page)).containsText("3 rows");
      visit.isAccessible();
      assertThat(warning(page)).hasCount(0);
    }
  }
}
