package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One recipe in two tabs, over a reload, against what is published, and from another source. */
class SilverTogetherTest {
  private static final String VIEW = "/sources/sales/silver";
  private static final String LAYER = "/api/sources/sales/medallion/silver";
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
    house.caller.add("sales.csv", sales());
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** One price that cannot be read, and two rows about sale 4: the last in the file is later. */
  private static String sales() {
    StringBuilder csv = new StringBuilder("id,seller,price,units,at\n");
    String[] sellers = {"Ann", "Bob", "Cid"};
    for (int i = 0; i < 60; i++) {
      csv.append(i + 1)
          .append("," + sellers[i % 3])
          .append("," + (i == 5 ? "x" : (i * 7 % 50 + 1) + ".50"))
          .append("," + (i % 6 + 1))
          .append(",2024-0" + (i % 6 + 1) + "-" + (10 + i % 18) + "\n");
    }
    return csv + "4,Ann,99.50,4,2024-09-09\n";
  }

  @Test
  void whoAppliesSecondIsToldWhatTheOtherChangedAndLosesNothing() {
    house.caller.post(LAYER + "?wait=60", "").is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page mine = visit.open(VIEW + "?column=seller");
      rename(mine, "seller", "agent");
      Page theirs = visit.anotherTab(VIEW + "?column=units");
      rename(theirs, "units", "pieces");
      apply(theirs);
      assertThat(theirs.getByText("Applied: the cleaned rows are published.")).isVisible();

      mine.bringToFront();
      apply(mine);
      assertThat(mine.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT))
          .containsText("has changed since you began");
      SilverTest.button(mine, "Back").click();
      Locator told =
          mine.getByRole(AriaRole.ALERT)
              .filter(new Locator.FilterOptions().setHasText("has changed since you began"));
      SilverTest.button(told, "See what changed").click();
      assertThat(region(told, "What they changed")).containsText("units is called pieces now");
      assertThat(region(told, "What you changed")).containsText("seller is called agent now");
      assertThat(SilverTest.row(mine, "agent")).isVisible();
      assertThat(columns()).contains("seller", "pieces");
      visit.isAccessible();

      SilverTest.button(told, "Put my edits on top").click();
      assertThat(told).hasCount(0);
      assertThat(SilverTest.row(mine, "agent")).isVisible();
      assertThat(SilverTest.row(mine, "pieces")).isVisible();
      apply(mine);
      assertThat(mine.getByText("Applied: the cleaned rows are published.")).isVisible();
      assertThat(columns()).contains("agent", "pieces");
    }
  }

  @Test
  void aDraftOutlivesAReload() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?column=seller");
      rename(page, "seller", "agent");
      page.reload();
      assertThat(SilverTest.row(page, "agent")).isVisible();
      assertThat(page.getByText("1 change.")).isVisible();
      SilverTest.button(page, "Undo").click();
      assertThat(SilverTest.row(page, "seller")).isVisible();
      page.reload();
      assertThat(SilverTest.row(page, "seller")).isVisible();
      assertThat(page.getByText("1 change.")).hasCount(0);
    }
  }

  @Test
  void whatWouldChangeDownToTheReadyNumbersIsShownBeforeItIsDone() {
    house.caller.buildAsSuggested("sales");
    long built = house.caller.sql("SELECT id FROM silver_sales_cleaned").size();
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?column=price");
      Locator panel = SilverTest.panel(page, "price");
      panel.getByLabel("What must hold").fill(">= 9");
      SilverTest.button(page, "See what changes").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(region(dialog, "What you changed")).containsText("price: checks");
      assertThat(dialog.getByRole(AriaRole.TABLE, named("Why rows are left out")))
          .containsText("price breaks its rule");
      assertThat(region(dialog, "Rows")).containsText("Newly left out");
      assertThat(region(dialog, "Ready numbers").getByRole(AriaRole.TABLE).first()).isVisible();
      visit.isAccessible();
      SilverTest.button(dialog, "Back").click();
      assertThat(dialog).hasCount(0);
      assertThat(house.caller.sql("SELECT id FROM silver_sales_cleaned")).hasSize((int) built);
    }
  }

  @Test
  void ofTwoRowsAboutOneThingBothTheOneThatStaysAndTheOneThatGoesAreShown() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?part=rows");
      page.getByLabel("Of rows about the same thing").selectOption("KEEP_LATEST");
      Locator keys = page.getByRole(AriaRole.TEXTBOX, pageNamed("What names the thing"));
      if (page.getByText("id", new Page.GetByTextOptions().setExact(true)).count() == 0) {
        keys.fill("id");
        page.getByRole(AriaRole.OPTION, pageNamed("id").setExact(true)).click();
        page.keyboard().press("Escape");
      }
      page.getByLabel("Order", new Page.GetByLabelOptions().setExact(true)).fill("at DESC");
      Locator pair =
          page.getByRole(AriaRole.TABLE, pageNamed("A row that stays and one that goes"));
      assertThat(pair).containsText("Row 62 stays");
      assertThat(pair).containsText("Row 5 goes");
      assertThat(page.getByText("1 row goes.")).isVisible();
      visit.isAccessible();

      SilverTest.button(page, "Add a filter").click();
      Locator filter = page.getByRole(AriaRole.GROUP, pageNamed("filter_1"));
      filter.getByLabel("Column").selectOption("seller");
      filter.getByLabel("Stays where its value is").fill("<> 'Bob'");
      assertThat(filter.getByText("20 rows are left out")).isVisible();
      SilverTest.button(page, "Add a rule").click();
      page.getByLabel("Must hold, such as").fill("price > nothing");
      assertThat(page.getByLabel("Must hold, such as")).hasAttribute("aria-invalid", "true");
      visit.isAccessible();
    }
  }

  @Test
  void aRecipeIsKeptTriedOnAnotherSourceAndUsedThere() {
    house.caller.add("more.csv", sales().replace("Bob", "Eva"));
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?column=seller");
      rename(page, "seller", "agent");
      apply(page);
      assertThat(page.getByText("Applied: the cleaned rows are published.")).isVisible();
      menu(page, "Keep as a recipe");
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.getByLabel("Name").fill("our-sales");
      SilverTest.button(dialog, "Keep").click();
      assertThat(page.getByText("The recipe our-sales is kept.")).isVisible();

      page = visit.open("/sources/more/silver");
      menu(page, "Start from a kept recipe");
      Locator kept = SilverTest.article(page, "our-sales");
      SilverTest.button(kept, "See how it fits").click();
      assertThat(kept).containsText("5 columns are found.");
      visit.isAccessible();
      SilverTest.button(kept, "Use it").click();
      assertThat(SilverTest.row(page, "agent")).isVisible();
      SilverTest.button(page, "Undo").click();
      assertThat(SilverTest.row(page, "seller")).isVisible();

      menu(page, "Suggest again");
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Nothing differs.");
    }
  }

  @Test
  void theSqlOfAColumnAndOfTheTableCanBeRead() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?column=price");
      Locator panel = SilverTest.panel(page, "price");
      SilverTest.button(panel, "SQL of this column").click();
      assertThat(panel.getByRole(AriaRole.TEXTBOX, named("SQL of this column")))
          .containsText("TRY_CAST");
      page.getByRole(AriaRole.TAB, pageNamed("SQL").setExact(true)).click();
      assertThat(page.getByRole(AriaRole.TEXTBOX, pageNamed("SQL of the whole table")))
          .containsText("CREATE TABLE");
      visit.isAccessible();
    }
  }

  private static void menu(Page page, String item) {
    page.getByRole(AriaRole.BUTTON, pageNamed("More").setExact(true)).click();
    page.getByRole(AriaRole.MENUITEM, pageNamed(item)).click();
  }

  private static void rename(Page page, String from, String to) {
    SilverTest.panel(page, from)
        .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
        .fill(to);
    assertThat(SilverTest.row(page, to)).isVisible();
  }

  private static void apply(Page page) {
    SilverTest.button(page, "See what changes").click();
    Locator apply =
        page.getByRole(AriaRole.DIALOG)
            .getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply").setExact(true));
    apply.click();
  }

  private List<String> columns() {
    return house.caller.get(LAYER + "/rows").is(200).at("/columns").findValuesAsText("name");
  }

  private static Locator region(Locator place, String name) {
    return place.getByRole(AriaRole.REGION, named(name));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions pageNamed(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
