package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a source: its layers and where every row of it went. */
class LayersTest {
  /** Ten rows: one cannot be read as a number, two are the same, one line has too many cells. */
  static final String ORDERS =
      """
      id,amount,city,ordered
      1,10.00,Rom,03/04/2024
      2,11.50,Rom,04/05/2024
      3,12.00,Wien,05/06/2024
      4,13.00,Wien,06/07/2024
      5,14.00,Paris,07/08/2024
      6,15.00,Paris,08/09/2024
      7,16.00,Rom,09/10/2024
      8,x,Rom,10/11/2024
      9,18.00,Wien,11/12/2024
      9,18.00,Wien,11/12/2024
      """;

  static final String RECIPE =
      """
      {"columns": [
        {"source_column": "id", "target_type": "INTEGER"},
        {"source_column": "amount", "target_type": "DECIMAL(9,2)"},
        {"source_column": "city", "cleaning": [{"step": "trim"}]},
        {"source_column": "ordered"}],
       "deduplication": {"key_columns": ["id"], "strategy": "KEEP_FIRST"}}
      """;

  static final String GOLD =
      """
      {"gold_tables": [{"name": "by_city", "query": {"table": "silver_orders_cleaned",
        "dimensions": [{"name": "city", "column": "city"}],
        "measures": [{"name": "total", "aggregate": "SUM", "column": "amount"}]}}]}
      """;

  static final String MEDALLION = "/api/sources/orders/medallion";

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void buildAll() {
    house.caller.add("orders.csv", ORDERS);
    house.caller.post(MEDALLION + "/silver?wait=60", RECIPE).is(201);
    house.caller.post(MEDALLION + "/gold?wait=60", GOLD).is(201);
  }

  private static Locator layer(Page page, String name) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private static void choose(Page page, String menu, String item) {
    button(page, menu).click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item)).click();
  }

  @Test
  void anOpenQuestionIsTheFirstThingSeenAndIsAnsweredInPlace() {
    house.caller.add("orders.csv", ORDERS);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders");
      Locator asked =
          page.getByRole(
              AriaRole.REGION,
              new Page.GetByRoleOptions().setName(Pattern.compile("question before the numbers")));
      assertThat(asked).containsText("ordered");
      org.assertj.core.api.Assertions.assertThat(asked.boundingBox().y)
          .isLessThan(layer(page, "As received").boundingBox().y);
      visit.isAccessible();

      asked.getByLabel("M/D").check();
      asked.getByRole(AriaRole.BUTTON).click();
      assertThat(asked).isHidden();
      assertThat(layer(page, "Cleaned")).containsText("Not made yet");
    }
  }

  @Test
  void oneButtonCleansAndSummarisesAfterTheFirstVisit() {
    house.caller.add("orders.csv", ORDERS);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders");
      assertThat(layer(page, "As received")).containsText("10 rows");
      button(page, "Clean and summarise").click();
      assertThat(layer(page, "Cleaned")).containsText("Ready");
      assertThat(layer(page, "Ready numbers")).containsText("Ready");
      assertThat(link(page, "Ask a question")).hasAttribute("href", "/ask?source=orders");
      visit.isAccessible();
    }
  }

  @Test
  void everyRowIsAccountedForAndEachBandLeadsToItsRows() {
    buildAll();
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders");
      assertThat(page.getByText("10 rows received = 8 cleaned + 1 left out + 1 copy")).isVisible();
      Locator flow =
          page.getByRole(
              AriaRole.GROUP, new Page.GetByRoleOptions().setName("Flow of rows, to scale"));
      assertThat(flow.getByRole(AriaRole.LINK)).hasCount(7);
      assertThat(flow.getByRole(AriaRole.LINK, named("1 amount could not be read")))
          .hasAttribute("href", "/sources/orders/rejects?reason=invalid_amount");
      assertThat(flow.getByRole(AriaRole.LINK, named("8 cleaned")))
          .hasAttribute("href", "/sources/orders/rows?layer=silver");
      assertThat(flow.getByRole(AriaRole.LINK, named("3 by_city")))
          .hasAttribute("href", "/sources/orders/rows?layer=gold&table=gold_orders_by_city");

      button(page, "Show as a table").click();
      Locator table =
          page.getByRole(
              AriaRole.TABLE, new Page.GetByRoleOptions().setName("Flow of rows, to scale"));
      assertThat(table.getByRole(AriaRole.ROW)).hasCount(8);
      button(page, "The account of every column").click();
      assertThat(
              page.getByRole(
                  AriaRole.ROW, new Page.GetByRoleOptions().setName("amount 10 8 0 0 1 1 0 0")))
          .isVisible();
      assertThat(
              page.getByRole(
                  AriaRole.ROW,
                  new Page.GetByRoleOptions().setName(Pattern.compile("^amount 127.50 109.50"))))
          .isVisible();
      visit.isAccessible();

      flow.getByRole(AriaRole.LINK, named("1 amount could not be read")).click();
      assertThat(page).hasURL(Pattern.compile("/rejects\\?reason=invalid_amount$"));
    }
  }

  private static Locator.GetByRoleOptions named(String beginning) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile("^" + beginning));
  }

  @Test
  void linesThatCouldNotBeReadAreABandOfTheirOwn() {
    house.caller.add("orders.csv", ORDERS + "11,1.00,Rom\n\"12,broken\n");
    long malformed =
        house.caller.get(MEDALLION + "/bronze/malformed?limit=0").is(200).at("/total").asLong();
    org.assertj.core.api.Assertions.assertThat(malformed).isPositive();
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders");
      assertThat(page.locator("a[href='/sources/orders/rows?layer=bronze&view=malformed']").first())
          .isVisible();
    }
  }

  @Test
  void aDroppedLayerSaysWhatGoesWithIt() {
    buildAll();
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders");
      choose(page, "What to do with: Cleaned", "Drop");
      Locator asked = page.getByRole(AriaRole.DIALOG);
      assertThat(asked).containsText("silver_orders_cleaned (8 rows)");
      assertThat(asked).containsText("gold_orders_by_city (3 rows)");
      visit.isAccessible();
      asked
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Drop 2 tables"))
          .click();
      assertThat(layer(page, "Cleaned")).containsText("Not made yet");
      assertThat(layer(page, "Ready numbers")).containsText("Not made yet");
      assertThat(button(page, "Clean and summarise")).isVisible();
    }
  }

  @Test
  void aTableThatAnotherSourceMakesOfItIsNamedBeforeTheDrop() {
    buildAll();
    house.caller.add("cities.csv", "city,country\nRom,IT\nWien,AT\nParis,FR\n");
    house.caller.post("/api/sources/cities/medallion/silver?wait=60").is(201);
    String across =
        """
        {"gold_tables": [{"name": "by_country", "query": {"table": "silver_orders_cleaned",
          "joins": [{"table": "silver_cities_cleaned",
            "matching": [{"column": "city", "other": "city"}],
            "columns": [{"name": "country", "column": "country"}]}],
          "dimensions": [{"name": "country", "column": "country"}],
          "measures": [{"name": "total", "aggregate": "SUM", "column": "amount"}]}}]}
        """;
    house.caller.post("/api/gold?wait=60", across).is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/cities");
      choose(page, "What to do with: Cleaned", "Drop");
      assertThat(page.getByRole(AriaRole.DIALOG))
          .containsText("gold_orders_by_country (3 rows) of the source orders");
    }
  }

  @Test
  void whatIsOutOfDateSaysWhyAndIsBroughtUpToDate() throws Exception {
    Path file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    house.caller.addPath(file, "?wait=60").is(201);
    house.caller.post(MEDALLION + "/silver?wait=60", RECIPE).is(201);
    house.caller.post(MEDALLION + "/gold?wait=60", GOLD).is(201);
    house
        .caller
        .put(
            "/api/sources/orders/settings",
            "{\"downstream\": {\"silver\": \"manual\", \"gold\": \"manual\"}}")
        .is(200);
    Files.writeString(file, ORDERS + "10,20.00,Rom,01/02/2024\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders");
      button(page, "Sync").click();
      assertThat(layer(page, "As received")).containsText("11 rows");
      assertThat(layer(page, "Cleaned")).containsText("Out of date:");
      assertThat(page.getByText("made of 10 rows")).isVisible();
      visit.isAccessible();
      button(page, "Bring up to date").click();
      assertThat(layer(page, "Cleaned")).containsText("9 rows");
      assertThat(layer(page, "Ready numbers")).not().containsText("Out of date:");

      choose(page, "What to do with: As received", "Undo the last reading");
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo it"))
          .click();
      assertThat(layer(page, "As received")).containsText("10 rows");
    }
  }

  @Test
  void aReadingThatWouldLoseColumnsWaitsForAYes() throws Exception {
    Path file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    house.caller.addPath(file, "?wait=60").is(201);
    Files.writeString(file, "id,amount\n1,2.00\n2,3.00\n3,4.00\n4,4.00\n5,4.00\n6,4.00\n7,4.00\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders");
      button(page, "Have the columns changed?").click();
      assertThat(page.getByText("city is gone.")).isVisible();
      button(page, "Sync").click();
      assertThat(page.getByText("A new reading waits for your yes")).isVisible();
      assertThat(layer(page, "As received")).containsText("10 rows");
      visit.isAccessible();
      button(page, "Accept the new reading").click();
      assertThat(layer(page, "As received")).containsText("7 rows");
      assertThat(page.getByText("A new reading waits for your yes")).isHidden();
    }
  }

  @Test
  void aFailedBuildSaysWhatToDoAndCanBePutAway() throws Exception {
    Path file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    house.caller.addPath(file, "?wait=60").is(201);
    Files.delete(file);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders");
      button(page, "Sync").click();
      Locator said = page.getByRole(AriaRole.ALERT).first();
      assertThat(said).containsText("orders.csv");
      visit.isAccessible();
    }
  }

  @Test
  void columnsWhoseNamesAreMarkupAreShownAsTheyAre() {
    String hostile = "<img src=x onerror=alert(1)>";
    house.caller.add("evil.csv", "id,\"" + hostile + "\",\u202eשלום\n1,a,1\n2,b,2\n3,c,x\n4,d,4\n");
    Map<String, Object> recipe =
        Map.of(
            "columns",
            List.of(
                Map.of("source_column", "id", "target_type", "INTEGER"),
                Map.of(
                    "source_column", hostile, "silver_name", hostile, "target_type", "INTEGER")));
    house.caller.post("/api/sources/evil/medallion/silver?wait=60", recipe).is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/evil");
      assertThat(page.getByText("4 rows received = 0 cleaned + 4 left out")).isVisible();
      assertThat(link(page, "4 " + hostile + " could not be read")).isVisible();
      assertThat(page.locator("img[src=x]")).hasCount(0);
      visit.isAccessible();
    }
  }

  @Test
  void aTelephoneShowsTheFlowAsATableAndDoesNotScrollSideways() {
    buildAll();
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/sources/orders");
      assertThat(
              page.getByRole(
                  AriaRole.TABLE, new Page.GetByRoleOptions().setName("Flow of rows, to scale")))
          .isVisible();
      org.assertj.core.api.Assertions.assertThat(
              page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      visit.isAccessible();
    }
  }
}
