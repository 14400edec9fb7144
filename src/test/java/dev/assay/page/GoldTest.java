package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which numbers are made ready: suggested, described, edited, built and removed. */
class GoldTest {
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() throws IOException {
    house = House.open(folder.resolve("workspace"));
    add("orders.csv", orders());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void add(String file, String text) throws IOException {
    Path path = Files.writeString(folder.resolve(file), text);
    house.caller.postAsOwner("/api/sources?wait=60", Map.of("path", path.toString())).is(201);
    String source = file.substring(0, file.indexOf('.'));
    house.caller.post("/api/sources/" + source + "/medallion/silver?wait=60", "").is(201);
  }

  /** 240 orders of two years in four countries. */
  private static String orders() {
    String[] countries = {"Germany", "France", "Brazil", "Spain"};
    StringBuilder text = new StringBuilder("order_id,order_date,country,status,amount\n");
    for (int i = 1; i <= 240; i++) {
      text.append(
          "%d,%d-%02d-%02d,%s,%s,%d.50%n"
              .formatted(
                  1000 + i,
                  2023 + i % 2,
                  i % 12 + 1,
                  i % 28 + 1,
                  countries[i % 4],
                  i % 3 == 0 ? "paid" : "open",
                  i));
    }
    return text.toString().replace("\r", "");
  }

  /** The card of a suggestion or of a table, by its name. */
  private static Locator card(Page page, String name) {
    return page.getByRole(AriaRole.ARTICLE, named(name));
  }

  private static void isReady(Page page) {
    assertThat(page.getByText("Your numbers are ready")).isVisible();
  }

  @Test
  void suggestionsShowAChartOfTheirResultAndThoseChosenAreBuilt() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/gold");
      Locator suggestions =
          page.getByRole(AriaRole.REGION, named("Worth making")).getByRole(AriaRole.ARTICLE);
      Locator first = suggestions.first();
      assertThat(first.getByRole(AriaRole.IMG)).isVisible();
      assertThat(first.locator("svg path").first()).isAttached();
      assertThat(first.getByText("From all 240 cleaned rows")).isVisible();
      first
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show the figures"))
          .click();
      assertThat(first.getByRole(AriaRole.TABLE)).isVisible();
      visit.isAccessible();
      first.getByRole(AriaRole.CHECKBOX).check();
      suggestions.nth(1).getByRole(AriaRole.CHECKBOX).check();
      button(page, "What this would do").click();
      assertThat(page.getByText("Checking that the totals equal").first()).isVisible();
      visit.isAccessible();
      page.keyboard().press("Escape");
      button(page, "Make 2").click();
      isReady(page);
      Locator made = page.getByRole(AriaRole.REGION, named("Made"));
      assertThat(made.getByRole(AriaRole.ARTICLE)).hasCount(2);
      assertThat(made.getByRole(AriaRole.IMG).first()).isVisible();
      visit.isAccessible();
    }
    assertThat(house.caller.get("/api/gold").is(200).json()).hasSize(2);
  }

  @Test
  void aColumnThatAnAnswerMadeANumberIsAddedToTheTablesThatOnlyCounted() throws IOException {
    StringBuilder text = new StringBuilder("stage,owner,amount\n");
    for (int i = 0; i < 90; i++) {
      text.append(
          "%s,%s,\"%d,%d\"%n".formatted("abc".charAt(i % 3), "xy".charAt(i % 2), i + 10, i + 100));
    }
    add("deals.csv", text.toString());
    house.caller.post("/api/sources/deals/medallion/gold?wait=60", "").is(201);
    house
        .caller
        .post(
            "/api/sources/deals/answer?wait=60", Map.of("column", "amount", "choice", "thousands"))
        .is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/deals/gold");
      Locator made = page.getByRole(AriaRole.REGION, named("Made"));
      assertThat(made.getByText(Pattern.compile("lack: .*total amount"))).isVisible();
      visit.isAccessible();
      button(page, "Add to them").click();
      isReady(page);
      assertThat(made.getByText(Pattern.compile("lacks?: "))).isHidden();
      assertThat(page.getByText("Everything that is suggested exists already")).isVisible();
    }
    long sum = 0;
    for (JsonNode row :
        house
            .caller
            .get("/api/sources/deals/medallion/gold/rows?table=" + byStage())
            .is(200)
            .json()
            .get("rows")) {
      sum += row.get(2).asLong();
    }
    assertThat(sum).isEqualTo(1001L * 89 * 90 / 2 + 90 * 10_100);
  }

  /** The table of a name that says so, whatever it counts. */
  private String byStage() {
    for (JsonNode layer :
        house.caller.get("/api/sources/deals/medallion").is(200).json().get("layers")) {
      String name = layer.get("table_name").asText();
      if (name.endsWith("_by_stage")) {
        return name;
      }
    }
    throw new AssertionError("No table is by stage alone.");
  }

  @Test
  void aCardShowsTheFigureThatItsQuestionAsksFor() throws IOException {
    StringBuilder text = new StringBuilder("part,shelf,weight_kg\n");
    for (int i = 0; i < 120; i++) {
      text.append("P%d,%s,%d.%d%n".formatted(i, "abcd".charAt(i % 4), i % 9 + 1, i % 7));
    }
    add("parts.csv", text.toString());
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/parts/gold");
      Locator first =
          page.getByRole(AriaRole.REGION, named("Worth making"))
              .getByRole(AriaRole.ARTICLE)
              .filter(
                  new Locator.FilterOptions().setHasText(Pattern.compile("^.*shelf stands out")))
              .first();
      first
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show the figures"))
          .click();
      String figure =
          first.getByRole(AriaRole.COLUMNHEADER).nth(1).textContent().replace("total ", "");
      assertThat(first).containsText("stands out in " + figure + "?");
    }
  }

  @Test
  void anErrorInSqlIsMarkedAtItsPlaceAndWhatIsNotRoutableIsSaid() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/gold");
      button(page, "Make one yourself").click();
      page.getByLabel("Name of the table").fill("gold_top");
      page.getByText("As SQL", new Page.GetByTextOptions().setExact(true)).click();
      Locator sql = page.getByRole(AriaRole.TEXTBOX, named("SQL of the table"));
      sql.fill("SELECT country,\n  SUM(amount AS total\nFROM silver_orders_cleaned GROUP BY 1");
      Locator wrong = page.getByRole(AriaRole.ALERT).filter(text("This cannot be run"));
      assertThat(wrong).isVisible();
      assertThat(wrong.getByText(Pattern.compile("Go to line 2, column \\d+"))).isVisible();
      assertThat(page.locator("[data-wrong]")).hasCount(1);
      visit.isAccessible();
      sql.fill("SELECT land, SUM(amount) AS total FROM silver_orders_cleaned GROUP BY 1");
      assertThat(page.locator("[data-wrong]")).hasText("land");
      assertThat(wrong.getByText("Go to line 1, column 8")).isVisible();
      assertThat(button(page, "Make it")).isDisabled();
      sql.fill(
          "SELECT country, SUM(amount) AS total FROM silver_orders_cleaned GROUP BY 1 LIMIT 3");
      assertThat(page.getByText("Questions are not answered from this table")).isVisible();
      assertThat(page.getByText("It would have 3 rows.")).isVisible();
      button(page, "Make it").click();
      isReady(page);
      assertThat(card(page, "gold_top").getByText("3 rows")).isVisible();
    }
  }

  @Test
  void aSentenceBecomesACardThatIsEditedByFormAndBuilt() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/gold");
      Locator words = page.getByLabel("Describe the numbers that you want");
      words.fill("frobnication by zzz");
      button(page, "Suggest it").click();
      assertThat(page.getByText("I cannot tell what").first()).isVisible();
      words.fill("create a monthly revenue summary by country");
      button(page, "Suggest it").click();
      Locator card = page.getByRole(AriaRole.ARTICLE).filter(text("Understood as:"));
      assertThat(card.getByRole(AriaRole.CHECKBOX)).isChecked();
      assertThat(card.getByText("revenue = sum of amount")).isVisible();
      card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit")).click();
      Locator editor = page.getByRole(AriaRole.DIALOG);
      editor.getByLabel("Name of the table").fill("monthly");
      button(page, "Add a figure").click();
      choose(page, combobox(editor, "Figure").last(), "Average");
      choose(page, combobox(editor, "Of").last(), "A formula");
      Locator formula =
          editor.getByRole(
              AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("A formula").setExact(true));
      formula.fill("amount * (2");
      assertThat(editor.getByText("a bracket is not closed")).isVisible();
      visit.isAccessible();
      formula.fill("amount * 2");
      editor.getByLabel("Called").last().fill("twice");
      assertThat(editor.getByText(Pattern.compile("It would have \\d+ rows\\."))).isVisible();
      button(page, "Keep for later").click();
      assertThat(editor).isHidden();
      assertThat(card(page, "monthly").getByText("twice", exactText()).first()).isVisible();
      button(page, "Make it").click();
      isReady(page);
      assertThat(
              page.getByRole(AriaRole.REGION, named("Made"))
                  .getByText("twice", exactText())
                  .first())
          .isVisible();
    }
  }

  @Test
  void aTableThatExistsIsEditedComputedAnewAndRemoved() {
    house.caller.post("/api/sources/orders/medallion/gold?wait=60", "").is(201);
    String table = house.caller.get("/api/gold").is(200).json().get(0).get("table_name").asText();
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/gold?edit=" + table);
      Locator editor = page.getByRole(AriaRole.DIALOG);
      editor.getByLabel("Question that it answers").fill("What was it again?");
      button(page, "Make it anew").click();
      isReady(page);
      assertThat(card(page, table).getByText("What was it again?")).isVisible();
      button(page, "What to do with " + table).click();
      page.getByRole(AriaRole.MENUITEM, named("Compute anew")).click();
      isReady(page);
      button(page, "What to do with " + table).click();
      page.getByRole(AriaRole.MENUITEM, named("Remove")).click();
      Locator asked = page.getByRole(AriaRole.DIALOG);
      assertThat(asked.getByText("Your cleaned rows stay")).isVisible();
      visit.isAccessible();
      button(page, "Remove").click();
      assertThat(card(page, table).getByText("Ready")).isHidden();
    }
    assertThat(house.caller.get("/api/gold").is(200).body()).doesNotContain('"' + table + '"');
  }

  @Test
  void namesAndValuesThatAreMarkupStayTextOnADarkTelephone() throws IOException {
    StringBuilder text = new StringBuilder("id,<img src=x onerror=alert(1)>,مبلغ,menge 🍏\n");
    for (int i = 1; i <= 60; i++) {
      String value = i % 2 == 0 ? "<script>alert(2)</script>" : "<b>" + "x".repeat(3000) + "</b>";
      text.append(i).append(',').append(value).append(',').append(i).append(".25,3\n");
    }
    add("hostile.csv", text.toString());
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/sources/hostile/gold");
      Locator first =
          page.getByRole(AriaRole.REGION, named("Worth making"))
              .getByRole(AriaRole.ARTICLE)
              .first();
      assertThat(first).isVisible();
      page.waitForCondition(() -> page.getByRole(AriaRole.IMG).count() > 1);
      assertThat(page.locator("img[src=x]")).hasCount(0);
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
      visit.isAccessible();
      first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit")).click();
      assertThat(page.getByText(Pattern.compile("It would have \\d+ rows?\\."))).isVisible();
      visit.isAccessible();
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
    }
  }

  @Test
  void withoutCleanedRowsItSaysWhatToDoFirst() throws IOException {
    Path path = Files.writeString(folder.resolve("raw.csv"), "a,b\n1,2\n");
    house.caller.postAsOwner("/api/sources?wait=60", Map.of("path", path.toString())).is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/raw/gold");
      assertThat(page.getByText("There are no cleaned rows yet")).isVisible();
      visit.isAccessible();
      page.getByRole(AriaRole.LINK, named("Clean them first")).click();
      assertThat(page).hasURL(Pattern.compile(".*/sources/raw/silver$"));
    }
  }

  private static void choose(Page page, Locator field, String option) {
    field.click();
    page.getByRole(AriaRole.OPTION, named(option).setExact(true)).last().click();
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator combobox(Locator within, String label) {
    return within.getByRole(
        AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }

  private static Locator.GetByTextOptions exactText() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
