package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.Caller;
import dev.assay.journey.House;
import dev.assay.journey.Server;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is being made is seen while it is made, whoever began it and whatever becomes of it. */
class BuildsUnderWayTest {
  private static final String MEDALLION = "/api/sources/sales/medallion";
  private static final int ROWS = 60_000;

  /** Slow enough to have a middle. */
  private static final String SLOW =
      """
      {"gold_tables": [{"name": "gold_sales_pairs", "sql":
        "SELECT a.region, count(DISTINCT a.id) AS n, count(*) AS pairs FROM silver_sales_cleaned a
         JOIN silver_sales_cleaned b ON a.bucket = b.bucket GROUP BY 1"}]}
      """
          .replace("\n  ", " ");

  @TempDir private Path folder;

  private static void land(Caller caller) {
    StringBuilder csv = new StringBuilder("id,bucket,region\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append(i).append(',').append(i % 2).append(",R").append(i % 7).append('\n');
    }
    caller.add("sales.csv", csv.toString());
    String recipe =
        """
        {"columns": [{"source_column": "id", "target_type": "INTEGER"},
          {"source_column": "bucket", "target_type": "INTEGER"}, {"source_column": "region"}]}
        """;
    caller.post(MEDALLION + "/silver?wait=60", recipe).is(201);
  }

  private static Locator underWay(Page page) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName("Being made now").setExact(true));
  }

  private static Locator ready(Page page) {
    return page.getByRole(
        AriaRole.GROUP, new Page.GetByRoleOptions().setName("Ready numbers").setExact(true));
  }

  @Test
  void aBuildThatOthersBeganIsSeenAndCancelledInTheMiddle() {
    try (House house = House.open(folder)) {
      land(house.caller);
      try (Visit visit = Visit.to(house.address())) {
        Page page = visit.open("/sources/sales");
        assertThat(ready(page)).containsText("Not made yet");
        house.caller.post(MEDALLION + "/gold", SLOW).is(202);

        assertThat(underWay(page)).containsText("Making the ready numbers");
        assertThat(underWay(page).getByRole(AriaRole.PROGRESSBAR)).isVisible();
        visit.isAccessible();
        underWay(page)
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
            .click();
        assertThat(underWay(page)).containsText("A build was cancelled");
        assertThat(underWay(page)).containsText("what was published before stays");
        assertThat(ready(page)).not().containsText("Being made");
        visit.isAccessible();
        underWay(page)
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Put away"))
            .click();
        assertThat(underWay(page)).isHidden();
      }
    }
  }

  @Test
  void aPageWhoseServerWasKilledConnectsAgainAndTellsTheTruth() throws Exception {
    Path workspace = folder.resolve("workspace");
    try (Server server = Server.start(workspace)) {
      land(server.caller);
      try (Visit visit = Visit.to(server.address())) {
        Page page = visit.open("/sources/sales");
        assertThat(ready(page)).containsText("Not made yet");
        server.caller.post(MEDALLION + "/gold", SLOW).is(202);
        assertThat(underWay(page).getByRole(AriaRole.PROGRESSBAR)).isVisible();

        server.kill();
        assertThat(page.getByText("Assay does not answer").first()).isVisible();
        assertThat(page.getByText("60,000 rows").first()).isVisible();

        try (Server again = Server.start(workspace, server.address().getPort())) {
          assertThat(page.getByText("Assay does not answer")).hasCount(0);
          assertThat(underWay(page)).containsText("A build failed");
          assertThat(underWay(page)).containsText(Pattern.compile("interrupted|ended"));
          assertThat(underWay(page).getByRole(AriaRole.PROGRESSBAR)).hasCount(0);
          assertThat(ready(page)).containsText("Failed");
        }
      }
    }
  }
}
