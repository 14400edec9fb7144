package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many columns, small screens, and names and values that mean harm. */
class SilverManyColumnsTest {
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

  private void wide(int columns) {
    String header =
        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row =
        IntStream.range(0, columns)
            .mapToObj(i -> Integer.toString(i * 7 % 100))
            .collect(Collectors.joining(","));
    house.caller.add("wide.csv", header + "\n" + row + "\n" + row.replace('7', '8') + "\n");
  }

  @Test
  void ofThreeHundredColumnsOnlyThoseInSightAreThereAndTheLastIsAKeyAway() {
    wide(300);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/wide/silver");
      page.locator("[data-row='0']").focus();
      assertThat(page.locator("[data-row]").count()).isLessThan(60);
      page.keyboard().press("End");
      assertThat(page.locator("[data-row='299']")).isFocused();
      page.keyboard().press("Enter");
      Locator panel = SilverTest.panel(page, "c299");
      assertThat(panel).isVisible();
      visit.isAccessible();
      panel
          .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
          .fill("the very last");
      page.getByText("Changed by me").click();
      assertThat(SilverTest.row(page, "the very last")).isVisible();
      assertThat(page.locator("[data-row]")).hasCount(1);
      page.getByText("All", new Page.GetByTextOptions().setExact(true)).click();
      page.getByRole(AriaRole.SEARCHBOX).fill("C15");
      assertThat(page.locator("[data-row]")).hasCount(11);
    }
  }

  @Test
  void twoThousandColumnsCanBeUsed() {
    wide(2_000);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/wide/silver");
      page.setDefaultTimeout(60_000);
      page.locator("[data-row='0']").focus();
      page.keyboard().press("End");
      assertThat(page.locator("[data-row='1999']")).isFocused();
      page.keyboard().press("Delete");
      assertThat(page.locator("[data-row='1998']")).isVisible();
      assertThat(page.getByText("1 column is left out")).isVisible();
      assertThat(page.locator("[data-row]").count()).isLessThan(60);
    }
  }

  @Test
  void namesAndValuesAreTextWhateverTheySay() {
    String script = "<img src=x onerror=alert(1)>";
    String longest = "long ".repeat(20_000);
    house.caller.add(
        "hostile.csv",
        "id,"
            + script
            + ",\u0627\u0644\u0627\u0633\u0645,\uD83D\uDE00 mood,\"a\"\"b, c\"\n"
            + "1,<script>alert(2)</script>,\u0645\u0631\u062D\u0628\u0627,\uD83E\uDD16,"
            + longest
            + "\n2,<b>x</b>,\u0634\u0643\u0631\u0627,\uD83D\uDC4D,short\n");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/hostile/silver");
      assertThat(page.getByText("from " + script)).isVisible();
      assertThat(page.locator("[data-row]")).hasCount(5);
      page.locator("[data-row='1']").click();
      assertThat(page.getByRole(AriaRole.TABLE).last()).containsText("<script>alert(2)</script>");
      assertThat(page.locator("main img[src=x]")).hasCount(0);
      visit.isAccessible();
      page.locator("[data-row='4']").click();
      assertThat(page.getByText("more characters").first()).isVisible();
      assertThat(page.getByRole(AriaRole.TABLE).last()).containsText("short");
      page.locator("[data-row='2']").click();
      assertThat(page.getByRole(AriaRole.TABLE).last())
          .containsText("\u0645\u0631\u062D\u0628\u0627");
      Locator panel = page.getByRole(AriaRole.REGION).filter(withName());
      panel
          .first()
          .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
          .fill("\"; DROP TABLE x; --");
      assertThat(SilverTest.row(page, "\"; DROP TABLE x; --")).isVisible();
    }
  }

  private static Locator.FilterOptions withName() {
    return new Locator.FilterOptions().setHasText("Steps, in order");
  }

  @Test
  void onATelephoneColumnsAreCardsAndTheOpenOneCoversThem() {
    house.caller.add("small.csv", "id,When\n1,01/02/2024\n2,03/04/2024\n");
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/sources/small/silver");
      assertThat(page.getByText("2 rows cleaned")).isVisible();
      assertThat(page.locator("[data-row='1']")).isVisible();
      visit.isAccessible();
      Object overflow =
          page.evaluate(
              "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
      assertThat(overflow).isEqualTo(true);
      page.locator("[data-row='1']").click();
      Locator panel = SilverTest.panel(page, "when");
      assertThat(panel).isVisible();
      visit.isAccessible();
      panel.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).press("Escape");
      assertThat(panel).hasCount(0);
    }
  }
}
