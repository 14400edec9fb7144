package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a person changes the cleaning of a source, and sees what that does before it is done. */
class SilverTest {
  private static final String VIEW = "/sources/visits/silver";
  private static final String LAYER = "/api/sources/visits/medallion/silver";

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
    house.caller.add("visits.csv", visits());
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Dates that fit both orders, three spellings of a state, an e-mail address, a few words. */
  private static String visits() {
    StringBuilder csv = new StringBuilder("Visit No,Seen On,e-mail,State,Amount,Units\n");
    String[] states = {"paid", "Paid", "PAID", "open", "refunded", "PAID"};
    for (int i = 0; i < 120; i++) {
      csv.append(1000 + i)
          .append(",0" + (i % 9 + 1) + "/0" + (i * 5 % 9 + 1) + "/2024,")
          .append("p" + i + "@example.com,")
          .append(states[i % states.length])
          .append(",\"1," + (100 + i) + ".50\",")
          .append(i == 7 ? "seven" : String.valueOf(i % 9))
          .append('\n');
    }
    return csv.toString();
  }

  @Test
  void anEditIsSeenOnRealValuesUndoneRedoneAndApplied() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?column=Units");
      Locator panel = panel(page, "units");
      assertThat(panel.getByRole(AriaRole.TABLE)).containsText("cannot be read");
      panel.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("pieces");
      assertThat(row(page, "pieces")).isVisible();
      panel = panel(page, "pieces");

      button(panel, "Add a step").click();
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Replace whole values"))
          .click();
      button(panel, "Add a line").click();
      panel.getByLabel("Written, line 1").fill("seven");
      panel.getByLabel("Becomes, line 1").fill("7");
      assertThat(panel.getByRole(AriaRole.TABLE)).not().containsText("cannot be read");
      assertThat(panel.getByRole(AriaRole.ROW, named("seven 7"))).isVisible();
      visit.isAccessible();

      button(page, "Undo").click();
      button(page, "Undo").click();
      assertThat(panel.getByRole(AriaRole.TABLE)).containsText("cannot be read");
      page.keyboard().press("Control+Shift+Z");
      page.keyboard().press("Control+Shift+Z");
      assertThat(panel.getByRole(AriaRole.TABLE)).not().containsText("cannot be read");
      panel
          .getByRole(
              AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Type").setExact(true))
          .selectOption("BIGINT");
      assertThat(page.getByText("120 rows cleaned")).isVisible();

      apply(page, "units is called pieces now: type, steps");
      assertThat(columns()).contains("pieces").doesNotContain("units");
      assertThat(house.caller.sql("SELECT pieces FROM silver_visits_cleaned WHERE visit_no = 1007"))
          .containsExactly(List.of(7));
      assertThat(page.getByText("Recipe 1, written by a person")).isVisible();
      assertThat(button(page, "Discard my changes")).hasCount(0);
    }
  }

  @Test
  void anAmbiguousDateIsSettledWhereItIsAsked() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW);
      Locator question = article(page, "Question about seen_on");
      String received = "0(\\d)/0(?!\\1)(\\d)/2024 → ";
      assertThat(question).containsText(Pattern.compile(received + "2024-0\\2-0\\1"));
      assertThat(question).containsText(Pattern.compile(received + "2024-0\\1-0\\2"));
      visit.isAccessible();
      question
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("D/M").setExact(true))
          .click();
      assertThat(question).hasCount(0);
      assertThat(row(page, "seen_on")).containsText("DATE");
      assertThat(row(page, "seen_on").getByLabel("Changed by you")).isVisible();
      apply(page, "seen_on: type, steps");
      assertThat(
              house.caller.sql(
                  "SELECT CAST(seen_on AS VARCHAR) FROM silver_visits_cleaned WHERE visit_no = 1001"))
          .containsExactly(List.of("2024-06-02"));
      assertThat(house.caller.get("/api/sources/visits/medallion").at("/questions")).isEmpty();
      assertThat(row(page, "seen_on").getByLabel("Changed by you")).isVisible();
      page.reload();
      assertThat(row(page, "seen_on").getByLabel("Changed by you")).isVisible();
      assertThat(row(page, "units").getByLabel("Suggested by rules")).isVisible();
    }
  }

  @Test
  void aColumnWhoseQuestionIsAnsweredAmongTheLayersIsDecidedByThePerson() {
    house.caller.post(LAYER + "?wait=60", "").is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/visits");
      Locator asked =
          page.getByRole(
              AriaRole.REGION,
              new Page.GetByRoleOptions().setName("One question before the numbers"));
      asked.getByLabel("D/M", new Locator.GetByLabelOptions().setExact(true)).check();
      asked.getByRole(AriaRole.BUTTON, named("Answer")).click();
      assertThat(asked).hasCount(0);
      page.navigate(house.address() + VIEW);
      assertThat(row(page, "seen_on").getByLabel("Changed by you")).isVisible();
      assertThat(row(page, "units").getByLabel("Suggested by rules")).isVisible();
    }
  }

  @Test
  void whatTheServerSaysIsSaidInTheLanguageOfThePage() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.DESK.reading("pt-PT"))) {
      Page page = visit.open(VIEW + "?column=Units");
      Locator question = article(page, "Pergunta sobre seen_on");
      assertThat(question).containsText("O que vem primeiro, o dia (D/M) ou o mês (M/D)?");
      assertThat(question).not().containsText("Which");
      Locator units = panel(page, "units", "Coluna ");
      assertThat(units).containsText("Os valores são");
      assertThat(units).containsText("1 linha não se consegue ler assim.");
      assertThat(units.locator("[lang=en]")).hasCount(0);
      visit.isAccessible();
      page.navigate(house.address() + VIEW + "?part=proposals");
      assertThat(article(page, "mask-e_mail")).containsText("parecem dados pessoais");
      assertThat(article(page, "spelling-state")).containsText("escritos de várias formas");
    }
  }

  @Test
  void aRenamedColumnIsTheSameOneInWhatChanges() {
    house.caller.post(LAYER + "?wait=60", "").is(201);
    house
        .caller
        .post(
            "/api/sources/visits/medallion/gold?wait=60",
            """
            {"gold_tables": [{"name": "units", "query": {"table": "silver_visits_cleaned",
              "dimensions": [{"name": "state", "column": "state"}],
              "measures": [{"name": "mean", "aggregate": "AVG", "column": "units"}]}}]}
            """)
        .is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?column=Units");
      Locator panel = panel(page, "units");
      panel.getByLabel("Name", exact()).fill("pieces");
      assertThat(row(page, "pieces")).isVisible();
      button(page, "See what changes").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog).containsText("units is called pieces now");
      Locator columns = dialog.getByRole(AriaRole.TABLE, named("Columns that change"));
      assertThat(columns.getByRole(AriaRole.ROW)).hasCount(2);
      assertThat(columns).containsText("units → pieces");
      Locator reasons = dialog.getByRole(AriaRole.TABLE, named("Why rows are left out"));
      assertThat(reasons.getByRole(AriaRole.ROW, named("pieces could not be read 1 1")))
          .isVisible();
      Locator figures = dialog.getByRole(AriaRole.TABLE, named("gold_visits_units"));
      assertThat(figures.getByRole(AriaRole.ROW, named("mean 3.90 3.90"))).isVisible();
      visit.isAccessible();
    }
  }

  @Test
  void aProposalIsAcceptedWithItsCountAndAnotherIsDismissed() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?part=proposals");
      Locator spelling = article(page, "spelling-state");
      assertThat(spelling).containsText("40 rows");
      visit.isAccessible();
      button(spelling, "Accept").click();
      assertThat(spelling).hasCount(0);
      button(article(page, "mask-e_mail"), "Dismiss").click();
      assertThat(article(page, "mask-e_mail")).hasCount(0);
      apply(page, "state: steps");
      assertThat(house.caller.sql("SELECT DISTINCT state FROM silver_visits_cleaned ORDER BY 1"))
          .containsExactly(List.of("PAID"), List.of("open"), List.of("refunded"));
    }
  }

  @Test
  void aSentenceSaysWhatItWouldDoBeforeItIsDoneToTheDraft() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW);
      Locator sentence = page.getByLabel("What should be different? Say it in words");
      sentence.fill("treat 0 as missing in units");
      sentence.press("Enter");
      Locator would = page.getByRole(AriaRole.STATUS).filter(containing("That would"));
      assertThat(would).containsText("treat '0' as missing in units");
      visit.isAccessible();
      assertThat(row(page, "units")).not().containsText("Missing: 0");
      button(would, "Do it").click();
      assertThat(row(page, "units")).containsText("Missing: 0");

      sentence.fill("make it nice");
      sentence.press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      assertThat(row(page, "units")).containsText("Missing: 0");
    }
  }

  @Test
  void whatWouldBeRefusedIsToldAtItsField() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?column=Amount");
      Locator panel = panel(page, "amount");
      Locator check = panel.getByLabel("What must hold");
      check.fill("> zz");
      assertThat(panel.getByText("put quotes around zz")).isVisible();
      assertThat(check).hasAttribute("aria-invalid", "true");
      assertThat(page.getByText("1 thing has to be mended first")).isVisible();
      visit.isAccessible();
      check.fill(">= 1110");
      assertThat(panel.getByText("10 rows break it")).isVisible();
      assertThat(page.getByText(Pattern.compile("110 rows cleaned · 10 left out"))).isVisible();
    }
  }

  @Test
  void aColumnIsLeftOutBroughtBackAndMovedByKeyboardAlone() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW);
      page.locator("[data-row='0']").focus();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("[data-row='2']")).isFocused();
      page.keyboard().press("Enter");
      assertThat(panel(page, "e_mail")).isVisible();
      panel(page, "e_mail").getByLabel("Name", exact()).press("Escape");
      assertThat(panel(page, "e_mail")).hasCount(0);
      assertThat(page.locator("[data-row='2']")).isFocused();
      page.keyboard().press("Alt+ArrowUp");
      assertThat(page.locator("[data-row='1']")).isFocused();
      assertThat(page.locator("[data-row='1']")).containsText("e_mail");
      page.keyboard().press("Delete");
      assertThat(row(page, "e_mail")).hasCount(0);
      button(page, "1 column is left out").click();
      button(page, "Bring e_mail back").click();
      assertThat(row(page, "e_mail")).isVisible();
      assertThat(page.getByText("1 change.")).isVisible();
    }
  }

  @Test
  void aStepIsMovedByKeyboard() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open(VIEW + "?column=State");
      Locator panel = panel(page, "state");
      for (String step : List.of("Lower case", "Upper case")) {
        button(panel, "Add a step").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(step)).click();
      }
      assertThat(panel.getByRole(AriaRole.TABLE)).containsText("REFUNDED");
      Locator handle =
          panel.getByRole(AriaRole.BUTTON, named("Move the step: Upper case").setExact(true));
      handle.focus();
      handle.press("Space");
      page.waitForTimeout(300);
      page.keyboard().press("ArrowLeft");
      page.waitForTimeout(300);
      page.keyboard().press("Space");
      assertThat(panel.getByRole(AriaRole.LISTITEM).first()).containsText("UPPER CASE");
      assertThat(panel.getByRole(AriaRole.TABLE)).containsText("refunded");
    }
  }

  private void apply(Page page, String change) {
    button(page, "See what changes").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText(change);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply").setExact(true))
        .click();
    assertThat(page.getByText("Applied: the cleaned rows are published.")).isVisible();
  }

  private List<String> columns() {
    return house.caller.get(LAYER + "/rows").is(200).at("/columns").findValuesAsText("name");
  }

  static Locator panel(Page page, String column) {
    return panel(page, column, "Column ");
  }

  private static Locator panel(Page page, String column, String called) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName(called + column).setExact(true));
  }

  static Locator row(Page page, String column) {
    return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(column).setExact(true));
  }

  static Locator article(Page page, String name) {
    return page.getByRole(
        AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  static Locator button(Locator place, String name) {
    return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByLabelOptions exact() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
