package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows before and after cleaning, and each layer alone. */
class RowsTest {
  private static final String ORDERS =
      "id, price ,city\n1, 10 ,Porto\n2,l2,Braga\n3,9,\n3,9,\n4,100,total\n"
          + "5,7,<b>Faro</b>\n6,8,مدينة\n7,11,🎉\n8,12,\"two\nlines\"\n";

  private static final Map<String, Object> RECIPE =
      Map.of(
          "columns",
          List.of(
              Map.of("source_column", "id", "target_type", "INTEGER"),
              Map.of(
                  "source_column",
                  "price",
                  "silver_name",
                  "unit_price",
                  "target_type",
                  "INTEGER",
                  "cleaning",
                  List.of(Map.of("step", "trim"))),
              Map.of("source_column", "city")),
          "deduplication",
          Map.of("key_columns", List.of("id"), "strategy", "KEEP_FIRST"),
          "filters",
          List.of(Map.of("name", "totals", "column", "city", "keep", "<> 'total'")));

  @TempDir private static Path folder;
  private static House house;

  @BeforeAll
  static void open() {
    setDefaultAssertionTimeout(20_000);
    house = House.open(folder);
    built("orders", ORDERS);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static void built(String name, String csv) {
    house.caller.add(name + ".csv", csv);
    house.caller.post("/api/sources/" + name + "/medallion/silver?wait=60", RECIPE).is(201);
  }

  private static Locator grid(Page page) {
    return page.getByRole(AriaRole.GRID);
  }

  private static Locator rowWith(Page page, String text) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void aRowStandsBesideWhatBecameOfItWithItsChangedCellsMarked() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/rows");
      Locator first = page.getByRole(AriaRole.ROW).nth(1);
      assertThat(first.locator("del")).hasText(" 10 ");
      assertThat(first.locator("ins")).hasText("10");
      assertThat(rowWith(page, "l2").getByRole(AriaRole.IMG)).hasAccessibleName("Left out");
      assertThat(grid(page)).containsText("<b>Faro</b>");
      assertThat(grid(page)).containsText("two⏎lines");
      visit.isAccessible();

      page.getByText("Side by side").click();
      assertThat(page).hasURL(Pattern.compile("cells=beside"));
      assertThat(
              page.getByRole(
                  AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("as received")))
          .hasCount(3);
      visit.isAccessible();
    }
  }

  @Test
  void rowsAreChosenByWhatBecameOfThem() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/rows?fate=rejected");
      assertThat(grid(page)).hasAttribute("aria-rowcount", "2");
      page.getByText("Changed", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page).hasURL(Pattern.compile("fate=changed"));
      assertThat(grid(page)).hasAttribute("aria-rowcount", "2");
      page.getByText("Copies").click();
      assertThat(grid(page)).hasAttribute("aria-rowcount", "2");
      page.getByText("Left out on purpose").click();
      assertThat(grid(page)).containsText("total");
    }
  }

  @Test
  void theKeyboardWalksFromCellToCellAndOpensARow() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/rows");
      assertThat(rowWith(page, "l2")).isVisible();
      grid(page).focus();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowRight");
      String active = grid(page).getAttribute("aria-activedescendant");
      assertThat(page.locator("[id='" + active + "']")).hasText("l2");
      page.keyboard().press("Control+End");
      page.keyboard().press("Control+Home");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      Locator whole = page.getByRole(AriaRole.DIALOG);
      assertThat(whole).containsText("Line 3 of orders.csv");
      assertThat(whole).containsText("unit_price could not be read");
      visit.isAccessible();
      page.keyboard().press("Escape");
      assertThat(whole).isHidden();
    }
  }

  @Test
  void aLayerAloneIsSortedAndFilteredByItsHeaders() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/rows?layer=silver");
      button(page, "unit_price").click();
      button(page, "Largest first").click();
      assertThat(page).hasURL(Pattern.compile("sort=unit_price"));
      assertThat(
              page.getByRole(
                  AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("unit_price")))
          .hasAttribute("aria-sort", "descending");
      assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("12");

      button(page, "unit_price").click();
      page.getByLabel("Rows where the value").selectOption("between");
      page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("8");
      page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("9");
      visit.isAccessible();
      button(page, "Filter").last().click();
      assertThat(page.getByText("unit_price from 8 to 9", new Page.GetByTextOptions())).isVisible();
      assertThat(grid(page)).hasAttribute("aria-rowcount", "3");
      page.reload();
      assertThat(grid(page)).hasAttribute("aria-rowcount", "3");
      button(page, "Take away: unit_price from 8 to 9").click();
      assertThat(grid(page)).hasAttribute("aria-rowcount", "7");
    }
  }

  @Test
  void theTableThatIsShownIsExported() throws IOException {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/rows?layer=bronze");
      assertThat(grid(page)).isVisible();
      button(page, "Export").click();
      Download file =
          page.waitForDownload(() ->
              page.getByRole(
                      AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("CSV").setExact(true))
                  .click());
      assertThat(Files.readString(file.path())).contains("l2,Braga");
    }
  }

  @Test
  void linesThatCouldNotBeReadAreThereOrItSaysThatThereAreNone() {
    house.caller.upload(
        "/api/sources?wait=60",
        "torn.csv",
        "a,b\n1,2\n".concat("3,\u0000\n").getBytes(StandardCharsets.UTF_8),
        Map.of());
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/rows?view=malformed");
      assertThat(page.getByText("Every line could be read")).isVisible();
      visit.isAccessible();
    }
  }

  @Test
  void aSourceThatIsNotCleanedYetShowsWhatWasReceived() {
    house.caller.add("raw.csv", "a,b\n1,x\n");
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/sources/raw/rows");
      assertThat(grid(page)).containsText("x");
      visit.isAccessible();
      page.navigate(house.address() + "/sources/raw/rows?layer=silver");
      assertThat(page.getByText("There are no rows here yet")).isVisible();
      visit.isAccessible();
    }
  }

  @Test
  void aCellOfAMillionCharactersIsCutAndToBeSeenWhole() {
    built("long", "id,price,city\n1,2," + "wide ".repeat(200_000) + "\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/long/rows");
      assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("…");
      assertThat((int) page.evaluate("document.body.textContent.length")).isLessThan(100_000);
      page.getByRole(AriaRole.ROW).nth(1).click();
      Locator whole = page.getByRole(AriaRole.DIALOG);
      whole
          .getByRole(
              AriaRole.BUTTON,
              new Locator.GetByRoleOptions().setName(Pattern.compile("Show all .* characters")))
          .first()
          .press("Enter");
      Locator text =
          whole.locator("pre").filter(new Locator.FilterOptions().setHasText("wide wide")).first();
      assertThat(text).hasText(Pattern.compile("^(wide ){199999}wide"));
    }
  }

  @Test
  void twoThousandColumnsAreAFewInSight() {
    String header =
        IntStream.range(0, 2_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 2_000).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
    house.caller.add("wide.csv", header + "\n" + (row + "\n").repeat(60));
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/wide/rows?layer=bronze");
      assertThat(grid(page)).hasAttribute("aria-colcount", "2001");
      assertThat(page.getByText("v0", new Page.GetByTextOptions().setExact(true)).first())
          .isVisible();
      assertThat(page.getByRole(AriaRole.GRIDCELL).count()).isLessThan(1_500);
      grid(page).focus();
      page.keyboard().press("Control+ArrowRight");
      assertThat(page.getByText("v1999", new Page.GetByTextOptions().setExact(true)).first())
          .isVisible();
    }
  }

  @Test
  void aLongTableIsScrolledToItsVeryEndAndKeepsFewRowsInThePage() {
    int rows = 300_000;
    StringBuilder csv = new StringBuilder("id,price,city\n");
    IntStream.range(0, rows).forEach(i -> csv.append(i).append(",1,c").append(i).append('\n'));
    built("tall", csv.toString());
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/tall/rows");
      assertThat(grid(page)).hasAttribute("aria-rowcount", Integer.toString(rows + 1));
      grid(page).evaluate("grid => { grid.scrollTop = grid.scrollHeight }");
      assertThat(page.getByText("c299999", new Page.GetByTextOptions().setExact(true))).isVisible();
      grid(page).evaluate("grid => { grid.scrollTop = grid.scrollHeight / 2 }");
      assertThat(rowWith(page, "c1500").first()).isVisible();
      page.mouse().move(700, 500);
      page.mouse().wheel(0, 340);
      assertThat(page.getByRole(AriaRole.ROW).count()).isLessThan(80);
      grid(page).focus();
      page.keyboard().press("Control+Home");
      assertThat(page.getByText("c0", new Page.GetByTextOptions().setExact(true))).isVisible();
    }
  }
}
