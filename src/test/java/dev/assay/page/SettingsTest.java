package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import dev.assay.llm.ScriptedModel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the whole workspace. */
class SettingsTest {
  private static final String KEY = "sk-9f8e7d6c5b4a";
  private static final String ORDERS = "id,day,amount\n1,2026-01-15,2.50\n2,2026-01-16,3.50\n";
  @TempDir private Path folder;
  private final ScriptedModel model = new ScriptedModel();
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
  }

  @AfterEach
  void close() {
    house.close();
    model.close();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** A list to choose from, by its label. */
  private static void choose(Page page, String label, String option) {
    page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
        .or(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label)))
        .first()
        .click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  @Test
  void theTimeZoneIsChosenAndTheMachineDescribesItself() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/settings");
      Locator machine =
          page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("This machine"));
      assertThat(machine).containsText("MiB");
      assertThat(machine).containsText("PostgreSQL");
      assertThat(machine).containsText(folder.toString());
      visit.isAccessible();
      Locator zone =
          page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Zone"))
              .or(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Zone")))
              .first();
      zone.fill("Azores");
      page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Atlantic/Azores"))
          .click();
      button(page, "Save").click();
      assertThat(page.getByText("Saved.")).isVisible();
      assertThat(house.caller.get("/api/settings").text("/zone")).isEqualTo("Atlantic/Azores");
    }
  }

  @Test
  void whoIsNotTheOwnerReadsHowTheModelIsSetUpAndIsToldWhyNothingCanBeChanged() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/settings?view=model");
      assertThat(page.getByText("assay serve")).isVisible();
      assertThat(button(page, "Save")).isDisabled();
      assertThat(page.getByText("anna.costa@example.com")).isVisible();
      visit.isAccessible();
    }
  }

  @Test
  void theOwnerSetsAModelUpTestsItAndReadsWordForWordWhatWasSent() {
    model.otherwise(_ -> ScriptedModel.says("ready"));
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.openAsOwner("/settings?view=model", house.token());
      field(page, "Model").fill("scripted");
      field(page, "Address").fill(model.url());
      field(page, "Key").fill(KEY);
      page.getByLabel("Names and counts only").check();
      button(page, "Save").click();
      assertThat(page.getByText("A key is kept.")).isVisible();
      assertThat(house.caller.get("/api/settings/model").text("/privacy"))
          .isEqualTo("METADATA_ONLY");
      assertThat(page.content()).doesNotContain(KEY);
      button(page, "Test it").click();
      assertThat(page.getByText("It answers.")).isVisible();
      visit.isAccessible();
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("What leaves the machine"))
          .click();
      assertThat(page.getByRole(AriaRole.TABLE)).containsText("scripted");
      visit.isAccessible();
      page.getByLabel("Read what was sent at").first().click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog).containsText("What was sent");
      assertThat(dialog).not().containsText(KEY);
      visit.isAccessible();
      page.keyboard().press("Escape");
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Language model")).click();
      button(page, "Do without").click();
      assertThat(button(page, "Do without")).isHidden();
    }
  }

  @Test
  void whatIsWrongWithAModelIsSaid() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.openAsOwner("/settings?view=model", house.token());
      field(page, "Model").fill("any");
      field(page, "Address").fill("http://models.example.com/v1");
      button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("http");
      visit.isAccessible();
    }
  }

  @Test
  void nothingWasEverSentAndTheLedgerSaysSo() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/settings?view=sent");
      assertThat(page.getByText("Nothing was ever sent")).isVisible();
      visit.isAccessible();
    }
  }

  @Test
  void eachSourceGetsItsScheduleInOneTable() {
    house.caller.add("orders.csv", ORDERS);
    house.caller.add("<i>stock</i>.csv", ORDERS);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/settings?view=schedules");
      assertThat(page.getByText("Only by hand")).hasCount(2);
      visit.isAccessible();
      button(page, "Change how orders follows its origin").click();
      choose(page, "Syncs", "As I write it");
      field(page, "Minute, hour, day of month, month, day of week").fill("61 * * * *");
      button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT)).containsText("61");
      visit.isAccessible();
      choose(page, "Syncs", "On workdays at 6:00");
      page.getByLabel("Ready numbers follow by themselves").uncheck();
      button(page, "Save").click();
      Locator row =
          page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("orders"));
      assertThat(row).containsText("On workdays at 6:00");
      assertThat(row).containsText("by hand");
      assertThat(house.caller.get("/api/sources/orders/settings").text("/schedule/cron"))
          .isEqualTo("0 6 * * MON-FRI");
      button(page, "Change how orders follows its origin").click();
      choose(page, "Syncs", "Only by hand");
      button(page, "Save").click();
      assertThat(page.getByText("Only by hand")).hasCount(2);
    }
  }

  @Test
  void aKeptRecipeIsForgottenAndThoseThatCameWithAssayStay() {
    house.caller.add("orders.csv", ORDERS);
    house.caller.put("/api/recipes/ours", "{\"source\": \"orders\"}").is(200);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/settings?view=recipes");
      assertThat(page.getByText("came with Assay").first()).isVisible();
      visit.isAccessible();
      button(page, "Forget ours").click();
      button(page, "Forget").click();
      assertThat(button(page, "Forget ours")).isHidden();
      assertThat(house.caller.get("/api/recipes").json().findValuesAsText("name"))
          .doesNotContain("ours");
    }
  }
}
