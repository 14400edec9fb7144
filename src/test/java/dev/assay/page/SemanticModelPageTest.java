package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the columns mean, as people say it. */
class SemanticModelPageTest {
  private static final String BY_COUNTRY = "Which country stands out in amount?";

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() throws IOException {
    house = House.open(folder.resolve("workspace"));
    StringBuilder text = new StringBuilder("order_id,order_date,country,status,amount\n");
    for (int i = 1; i <= 240; i++) {
      text.append(
          "%d,2024-%02d-%02d,%s,%s,%d.50%n"
              .formatted(
                  1000 + i,
                  i % 12 + 1,
                  i % 28 + 1,
                  i % 4 == 0 ? "Spain" : i % 4 == 1 ? "France" : "Brazil",
                  i % 3 == 0 ? "paid" : "open",
                  i));
    }
    Path path = Files.writeString(folder.resolve("orders.csv"), text.toString().replace("\r", ""));
    house.caller.postAsOwner("/api/sources?wait=60", Map.of("path", path.toString())).is(201);
    house.caller.post("/api/sources/orders/medallion/silver?wait=60", "").is(201);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Locator part(Page page, String section, String name) {
    return page.getByRole(AriaRole.REGION, named(section).setExact(true))
        .locator("h4")
        .filter(new Locator.FilterOptions().setHasText(name))
        .getByRole(AriaRole.BUTTON);
  }

  @Test
  void whatPeopleSayOfAColumnChangesWhatIsSuggestedUntilItIsForgotten() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/sources/orders/gold");
      assertThat(page.getByText(BY_COUNTRY)).isVisible();
      page.getByRole(AriaRole.LINK, named("What the columns mean")).click();
      Locator country = part(page, "Groups and times", "country");
      assertThat(country).containsText("Inferred");
      visit.isAccessible();
      country.click();
      visit.isAccessible();
      button(page, "Leave it out").click();
      part(page, "Figures", "amount").first().click();
      page.locator("input").and(page.getByLabel("Also called")).fill("turnover");
      page.keyboard().press("Enter");
      assertThat(page.getByText("There are changes that are not saved.")).isVisible();
      button(page, "Save").click();
      assertThat(part(page, "Figures", "amount").first()).containsText("Edited by people");
      assertThat(country).isHidden();
      page.getByRole(AriaRole.LINK, named("Back to ready numbers")).click();
      assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
      assertThat(page.getByText(BY_COUNTRY)).isHidden();

      page.goBack();
      button(page, "Forget what was edited").click();
      page.getByRole(AriaRole.DIALOG)
          .getByRole(
              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Forget what was edited"))
          .click();
      assertThat(part(page, "Groups and times", "country")).containsText("Inferred");
    }
  }

  @Test
  void whatDoesNotFitIsSaidAtItsField() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE)) {
      Page page = visit.open("/sources/orders/gold/meaning");
      button(page, "Add a figure").click();
      page.getByRole(AriaRole.TEXTBOX, named("Called")).first().fill("margin");
      page.getByRole(AriaRole.COMBOBOX, named("Computed as")).click();
      page.getByRole(AriaRole.OPTION, named("From other figures")).click();
      Locator field = page.getByRole(AriaRole.TEXTBOX, named("Formula").setExact(true));
      field.fill("profit / amount");
      button(page, "Save").click();
      assertThat(field).hasAttribute("aria-invalid", "true");
      assertThat(page.getByText("profit").first()).isVisible();
      assertThat(page.getByText("To mend")).isVisible();
      visit.isAccessible();
      button(page, "Undo changes").click();
      assertThat(page.getByText("There are changes that are not saved.")).isHidden();
    }
  }
}
