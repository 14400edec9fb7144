package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.Caller;
import dev.assay.journey.House;
import dev.assay.model.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pinned answers that stay as fresh as their data. */
class DashboardTest {
  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
    AskedOrders.build(caller);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void pin(String name, String question) {
    caller.put("/api/questions/" + name, Json.write(Map.of("question", question))).is(200);
    caller.put("/api/questions/" + name + "/pin", "{}").is(200);
  }

  private static Locator card(Page page, String name) {
    return page.getByRole(AriaRole.ARTICLE)
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))));
  }

  private static Locator names(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2));
  }

  private static void choose(Page page, String name, String what) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("More for " + name))
        .click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(what)).click();
  }

  private static void drag(Page page, String name, String to) {
    handle(page, name).scrollIntoViewIfNeeded();
    handle(page, to).scrollIntoViewIfNeeded();
    var from = handle(page, name).boundingBox();
    var there = handle(page, to).boundingBox();
    page.mouse().move(from.x + 8, from.y + 8);
    page.mouse().down();
    page.mouse().move(there.x + 8, there.y + 8, new Mouse.MoveOptions().setSteps(15));
    assertThat(page.getByText(name + " would be at place 1.")).isAttached();
    page.mouse().up();
  }

  private static Locator handle(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move " + name));
  }

  @Test
  void anAnswerIsPinnedAndFollowsItsData() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/dashboard");
      assertThat(page.getByText("Nothing is pinned yet")).isVisible();
      visit.isAccessible();

      page = visit.open("/ask");
      page.getByRole(AriaRole.TEXTBOX).fill("how many orders");
      page.keyboard().press("Enter");
      page.getByRole(AriaRole.ARTICLE)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep"))
          .click();
      Locator form = page.getByRole(AriaRole.DIALOG);
      assertThat(form.getByLabel("Name")).hasValue("how many orders");
      visit.isAccessible();
      form.getByLabel("Name").fill("Orders so far");
      form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep").setExact(true))
          .click();
      assertThat(page.getByText("Kept and pinned to the dashboard.")).isVisible();

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dashboard")).click();
      assertThat(card(page, "Orders so far")).containsText("237");
      assertThat(card(page, "Orders so far")).containsText("Data of");
      visit.isAccessible();

      // The data grows under the open page.
      caller
          .form(
              "PUT",
              "/api/sources/orders/file?wait=60",
              Map.of("orders.csv", AskedOrders.csv(300).getBytes(StandardCharsets.UTF_8)),
              Map.of())
          .is(201);
      assertThat(card(page, "Orders so far"))
          .containsText(
              "297",
              new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                  .setTimeout(30_000));
    }
  }

  @Test
  void cardsAreOrderedByKeyboardAndByHand() {
    pin("first", "how many orders");
    pin("second", "total net amount by country");
    pin("third", "total gross amount by month");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/dashboard");
      assertThat(names(page)).hasText(new String[] {"first", "second", "third"});
      Locator handle = handle(page, "first");
      assertThat(card(page, "third").getByRole(AriaRole.IMG).first()).isVisible();
      handle.focus();
      handle.press("Space");
      assertThat(page.getByText("first would be at place 1.")).isAttached();
      handle.press("ArrowRight");
      assertThat(page.getByText("first would be at place 2.")).isAttached();
      handle.press("Space");
      assertThat(names(page)).hasText(new String[] {"second", "first", "third"});
      visit.isAccessible();
      page.reload();
      assertThat(names(page)).hasText(new String[] {"second", "first", "third"});

      drag(page, "first", "second");
      assertThat(names(page)).hasText(new String[] {"first", "second", "third"});
    }
  }

  @Test
  void aCardIsRenamedWidenedOpenedAndTakenOff() {
    pin("amounts", "total net amount by country");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/dashboard");
      assertThat(card(page, "amounts")).containsText("3 rows");
      choose(page, "amounts", "Rename");
      Locator name = page.getByLabel("New name for amounts");
      name.fill("a/b");
      name.press("Enter");
      assertThat(page.getByText("letters, digits, blanks")).isVisible();
      name.fill("By country");
      name.press("Enter");
      assertThat(card(page, "By country")).containsText("3 rows");

      double before = card(page, "By country").boundingBox().width;
      choose(page, "By country", "Two columns wide");
      page.waitForCondition(() -> card(page, "By country").boundingBox().width > 1.5 * before);

      choose(page, "By country", "Open in Ask");
      page.waitForURL("**/ask");
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("3 rows");
      page.goBack();

      choose(page, "By country", "Take off the dashboard");
      assertThat(page.getByText("Nothing is pinned yet")).isVisible();

      page.getByRole(AriaRole.MAIN)
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Ask"))
          .click();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kept questions"))
          .click();
      Locator kept = page.getByRole(AriaRole.DIALOG);
      assertThat(kept).containsText("By country");
      visit.isAccessible();
      kept.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Forget By country"))
          .click();
      assertThat(kept).containsText("No question is kept yet.");
    }
  }

  @Test
  void aFollowUpIsKeptAsItWasUnderstood() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      page.getByRole(AriaRole.TEXTBOX).fill("total net amount by month");
      page.keyboard().press("Enter");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("and by country?"))
          .click();
      Locator second = page.getByRole(AriaRole.ARTICLE).nth(1);
      second.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep")).click();
      Locator form = page.getByRole(AriaRole.DIALOG);
      assertThat(form.getByLabel("Name")).hasValue("total net amount by country");
      form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep").setExact(true))
          .click();
      assertThat(page.getByText("Kept and pinned to the dashboard.")).isVisible();
      page = visit.open("/dashboard");
      assertThat(card(page, "total net amount by country")).containsText("3 rows");
    }
  }

  @Test
  void whatHasLostItsDataSaysSo() {
    pin("orders", "how many orders");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/dashboard");
      assertThat(card(page, "orders")).containsText("237");
      caller.delete("/api/sources/orders").is(204);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Refresh").setExact(true))
          .click();
      assertThat(card(page, "orders")).containsText("The data behind this has gone");
      assertThat(card(page, "orders")).containsText("There is no source 'orders'");
      visit.isAccessible();
    }
  }

  @Test
  void aTelephoneInTheDarkAndOtherLanguagesWillDo() {
    pin("amounts", "total net amount by product");
    pin("count", "how many orders");
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark().reading("pt-PT"))) {
      Page page = visit.open("/dashboard");
      assertThat(card(page, "count")).containsText("237");
      assertThat(card(page, "count")).containsText("Números prontos");
      visit.isAccessible();
      assertThat(
              (Boolean)
                  page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
          .isTrue();
    }
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.DESK.reading("es-ES"))) {
      Page page = visit.open("/dashboard");
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .hasText("Panel");
      assertThat(card(page, "count")).containsText("237");
    }
  }
}
