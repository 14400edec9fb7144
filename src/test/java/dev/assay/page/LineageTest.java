package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From file to column to Gold. */
class LineageTest {
  private static final String LABEL = "Where columns come from and what becomes of them";

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

  private void buildAll() {
    house.caller.add("orders.csv", LayersTest.ORDERS);
    house.caller.post(LayersTest.MEDALLION + "/silver?wait=60", LayersTest.RECIPE).is(201);
    house.caller.post(LayersTest.MEDALLION + "/gold?wait=60", LayersTest.GOLD).is(201);
  }

  private static Locator graph(Page page) {
    return page.getByRole(
            AriaRole.REGION, new Page.GetByRoleOptions().setName(LABEL).setExact(true))
        .last();
  }

  private static Locator columns(Page page) {
    return graph(page).getByRole(AriaRole.BUTTON);
  }

  @Test
  void aColumnShowsOnlyItsOwnPath() {
    buildAll();
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders?view=columns");
      assertThat(columns(page)).hasCount(10);
      visit.isAccessible();

      graph(page)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("total"))
          .click();
      // amount as received, amount cleaned, the total; and the file, which is no column.
      assertThat(columns(page)).hasCount(3);
      assertThat(graph(page)).containsText("orders.csv");
      assertThat(graph(page)).containsText("DECIMAL(9,2)");
      assertThat(graph(page)).containsText("sum");
      assertThat(graph(page)).not().containsText("ordered");
      visit.isAccessible();

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show as a table"))
          .click();
      assertThat(
              page.getByRole(
                  AriaRole.ROW,
                  new Page.GetByRoleOptions()
                      .setName("gold_orders_by_city: total silver_orders_cleaned: amount sum")))
          .isVisible();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show all tables"))
          .click();
      assertThat(columns(page)).hasCount(10);
    }
  }

  @Test
  void aTableThatJoinsAnotherSourceShowsItsColumnsToo() {
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
      Page page = visit.open("/sources/orders?view=columns");
      assertThat(graph(page)).containsText("silver_cities_cleaned");
      assertThat(graph(page)).containsText("of cities");
      graph(page)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("country"))
          .last()
          .click();
      assertThat(graph(page)).containsText("silver_cities_cleaned");
    }
  }

  @Test
  void threeHundredColumnsAreSearched() {
    String header = IntStream.range(0, 300).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 300).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
    house.caller.add("wide.csv", header + "\n" + row + "\n" + row + "x\n");
    Map<String, Object> recipe =
        Map.of(
            "columns",
            IntStream.range(0, 300).mapToObj(i -> Map.of("source_column", "c" + i)).toList());
    house.caller.post("/api/sources/wide/medallion/silver?wait=60", recipe).is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/wide?view=columns");
      assertThat(columns(page)).hasCount(600);
      Locator search = page.getByRole(AriaRole.COMBOBOX);
      if (search.count() == 0) {
        search = page.getByLabel("Find a column");
      }
      search.first().fill("c277");
      page.getByRole(AriaRole.OPTION).first().click();
      assertThat(columns(page)).hasCount(2);
      assertThat(graph(page)).containsText("c277");
      visit.isAccessible();
    }
  }

  @Test
  void columnsWhoseNamesAreMarkupStayText() {
    String hostile = "<img src=x onerror=alert(1)>";
    house.caller.add("evil.csv", "id,\"" + hostile + "\"\n1,a\n2,b\n");
    Map<String, Object> recipe =
        Map.of("columns", List.of(Map.of("source_column", hostile, "silver_name", "<b>bold</b>")));
    house.caller.post("/api/sources/evil/medallion/silver?wait=60", recipe).is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/evil?view=columns");
      graph(page)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("<b>bold</b>"))
          .click();
      assertThat(columns(page)).hasCount(2);
      assertThat(graph(page)).containsText(hostile);
      assertThat(page.locator("img[src=x], main b")).hasCount(0);
      visit.isAccessible();
    }
  }
}
