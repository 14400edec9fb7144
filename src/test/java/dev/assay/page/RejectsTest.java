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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was left out: browsed by reason, mended, taken back and rescued. */
class RejectsTest {
  @TempDir private static Path folder;
  private static House house;

  @BeforeAll
  static void open() {
    setDefaultAssertionTimeout(20_000);
    house = House.open(folder);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Map<String, Object> recipe(String amountType, Map<String, Object> more) {
    return Map.of(
        "columns",
        List.of(
            Map.of("source_column", "id", "target_type", "INTEGER"),
            new java.util.HashMap<>(more) {
              private static final long serialVersionUID = 1L;

              {
                put("source_column", "amount");
                put("target_type", amountType);
              }
            }));
  }

  private static String silver(String name) {
    return "/api/sources/" + name + "/medallion/silver";
  }

  private static void built(String name, String rows) {
    house.caller.add(name + ".csv", "id,amount\n" + rows);
    house.caller.post(silver(name) + "?wait=60", recipe("INTEGER", Map.of())).is(201);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator grid(Page page) {
    return page.getByRole(AriaRole.GRID);
  }

  @Test
  void reasonsAreInPlainWordsTheMostFrequentFirst() throws IOException {
    built("reasons", "1,10\nx,1\n2,l2\n3,<i>3</i>\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/reasons/rejects");
      Locator reasons =
          page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Reasons"));
      assertThat(reasons.getByRole(AriaRole.BUTTON).nth(1))
          .containsText("amount could not be read");
      assertThat(grid(page)).hasAttribute("aria-rowcount", "4");
      visit.isAccessible();

      button(page, "id could not be read").click();
      assertThat(page).hasURL(Pattern.compile("reason=invalid_id"));
      assertThat(grid(page)).hasAttribute("aria-rowcount", "2");
      button(page, "Export").click();
      Download file =
          page.waitForDownload(() ->
              page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("CSV"))
                  .click());
      assertThat(Files.readAllLines(file.path())).hasSize(2);
    }
  }

  @Test
  void aValueIsPutRightInItsRowAndTakenBackAgain() {
    built("mend", "1,10\n2,l2\n2,l2\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/mend/rejects");
      page.getByRole(AriaRole.ROW)
          .filter(new Locator.FilterOptions().setHasText("l2"))
          .first()
          .click();
      Locator row = page.getByRole(AriaRole.DIALOG);
      assertThat(row).containsText("Line 3 of mend.csv");
      assertThat(row.getByLabel("Right value")).hasValue("l2");
      visit.isAccessible();
      row.getByLabel("Right value").fill("1.5");
      row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Put right")).click();
      assertThat(row.getByText("Still left out")).isVisible();
      assertThat(row.getByText("The cleaned rows are up to date.")).isVisible();
      page.keyboard().press("Escape");

      page.getByRole(AriaRole.ROW)
          .filter(new Locator.FilterOptions().setHasText("l2"))
          .first()
          .click();
      row.getByLabel("Right value").fill("12");
      row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Put right")).click();
      assertThat(row.getByText("Accepted now")).isVisible();
      assertThat(row.getByText("In 2 rows.")).isVisible();
      assertThat(row.getByText("That was the last one.")).isVisible();
      visit.isAccessible();
      row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close").setExact(true))
          .last()
          .click();
      assertThat(row).hasCount(0);
      assertThat(page.getByText("Not a single row was left out")).isVisible();
      visit.isAccessible();

      button(page, "Take back").first().click();
      assertThat(page.getByText("Still left out")).isVisible();
      assertThat(grid(page)).hasAttribute("aria-rowcount", "3");
    }
  }

  @Test
  void whatBecameOfAValueStaysInSightAndTheNextRowIsOffered() {
    built("onward", "1,10\n2,l2\n3,l3\nx,4\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/onward/rejects?reason=invalid_amount");
      page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("l2")).click();
      Locator row = page.getByRole(AriaRole.DIALOG);
      putRight(row, "12.5");
      assertThat(row.getByText("Still left out")).isVisible();
      assertThat(row.getByRole(AriaRole.STATUS)).containsText("amount could not be read");
      row.getByRole(AriaRole.BUTTON, named("Put it right otherwise")).click();
      putRight(row, "12");
      assertThat(row.getByText("Accepted now")).isVisible();
      assertThat(row.getByText("The cleaned rows are up to date.")).isVisible();
      assertThat(row).containsText("Line 3 of onward.csv");
      visit.isAccessible();

      row.getByRole(AriaRole.BUTTON, named("Next row")).click();
      assertThat(row).containsText("Line 4 of onward.csv");
      assertThat(row.getByLabel("Right value")).hasValue("l3");
      putRight(row, "13");
      assertThat(row.getByText("Accepted now")).isVisible();

      // None with that reason is left: the next one was left out for another.
      row.getByRole(AriaRole.BUTTON, named("Next row")).click();
      assertThat(row.getByLabel("Right value")).hasValue("x");
      putRight(row, "4");
      assertThat(row.getByText("That was the last one.")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.getByText("Not a single row was left out")).isVisible();
    }
  }

  @Test
  void whatOtherRowsHaveASayInIsToldOfThisRowOnceTheRowsAreMadeAgain() {
    house.caller.add("unique.csv", "id,amount\n1,10\n2,l2\n3,30\n");
    house
        .caller
        .post(silver("unique") + "?wait=60", recipe("INTEGER", Map.of("validation", "UNIQUE")))
        .is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/unique/rejects");
      page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("l2")).click();
      Locator row = page.getByRole(AriaRole.DIALOG);
      putRight(row, "30");
      assertThat(row.getByText("Still left out")).isVisible();
      visit.isAccessible();
      row.getByRole(AriaRole.BUTTON, named("Put it right otherwise")).click();
      putRight(row, "12");
      assertThat(row.getByText("Accepted now")).isVisible();
      assertThat(row.getByText("That was the last one.")).isVisible();
    }
  }

  private static void putRight(Locator row, String value) {
    row.getByLabel("Right value").fill(value);
    row.getByRole(AriaRole.BUTTON, named("Put right")).click();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  @Test
  void theCleaningTellsOfValuesThatWerePutRight() {
    built("seen", "1,10\n2,l2\n3,30\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/seen/silver");
      assertThat(SilverTest.row(page, "amount")).containsText("cannot be read");
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Left out")).click();
      page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("l2")).click();
      Locator row = page.getByRole(AriaRole.DIALOG);
      putRight(row, "12");
      assertThat(row.getByText("The cleaned rows are up to date.")).isVisible();
      page.keyboard().press("Escape");
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Cleaning")).click();
      assertThat(SilverTest.row(page, "amount").getByRole(AriaRole.IMG).first())
          .hasAccessibleName("3 as they were");
      assertThat(SilverTest.row(page, "amount")).not().containsText("cannot be read");
    }
  }

  @Test
  void theRuleIsOneClickAway() {
    built("rule", "1,10\n2,l2\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/rule/rejects");
      page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("l2")).click();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mend the rule instead"))
          .click();
      assertThat(page).hasURL(Pattern.compile("/sources/rule/silver\\?column=amount"));
    }
  }

  @Test
  void whatWouldBeRescuedIsSaidFirstAndARebuildOfferedWhereOnlyThatCanDoIt() {
    built("rescue", "1,10\n2,l2\n3,30\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/rescue/rejects");
      button(page, "What would be rescued now?").click();
      assertThat(page.getByText("Only a rebuild of all rows can tell")).isVisible();
      visit.isAccessible();
      button(page, "Rebuild").click();
      assertThat(page.getByText("Done. The cleaned rows are up to date.")).isVisible();
    }
  }

  @Test
  void nothingLeftOutIsGladNews() {
    built("glad", "1,10\n2,20\n");
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/sources/glad/rejects");
      assertThat(page.getByText("Not a single row was left out")).isVisible();
      visit.isAccessible();
    }
    house.caller.add("unclean.csv", "a,b\n1,2\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/unclean/rejects");
      assertThat(page.getByText("Nothing has been cleaned yet")).isVisible();
      visit.isAccessible();
    }
  }

  @Test
  void aPhoneShowsReasonsAndRowsWithoutScrollingThePageSideways() {
    built("phone", "1,10\n2,l2\n");
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE)) {
      Page page = visit.open("/sources/phone/rejects");
      assertThat(grid(page)).isVisible();
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      visit.isAccessible();
    }
  }
}
