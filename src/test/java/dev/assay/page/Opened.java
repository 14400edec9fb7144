package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What opens above a view: menus, drawers and dialogs, each as somebody opens it.
 *
 * @param name of its picture
 * @param view the address of the view beneath it
 * @param open what they do there
 */
record Opened(String name, String view, Consumer<Page> open) {
  private static final String LAYERS = "/sources/orders";
  private static final String SILVER = LAYERS + "/silver";
  private static final String GOLD = LAYERS + "/gold";
  private static final String ASKED = "/ask?question=total%20amount%20by%20month";

  static List<Opened> all() {
    return List.of(
        new Opened("opened-source-menu", "/", page -> click(page, "What to do with orders")),
        new Opened("opened-source-removal", "/", Opened::removal),
        new Opened("opened-ways-to-add", "/", page -> click(page, "More ways")),
        new Opened("opened-bigquery", "/connect", Opened::bigQuery),
        new Opened("opened-layer-menu", LAYERS, page -> click(page, "What to do with: Cleaned")),
        new Opened("opened-layer-drop", LAYERS, Opened::drop),
        new Opened("opened-column", SILVER, Opened::column),
        new Opened("opened-changes", SILVER, Opened::changes),
        new Opened("opened-silver-menu", SILVER, page -> click(page, "More")),
        new Opened("opened-proposals", SILVER + "?part=proposals", _ -> {}),
        new Opened("opened-duplicates", SILVER + "?part=rows", _ -> {}),
        new Opened(
            "opened-row", LAYERS + "/rows", page -> page.getByRole(AriaRole.ROW).nth(3).click()),
        new Opened(
            "opened-mending",
            LAYERS + "/rejects",
            page -> page.getByRole(AriaRole.ROW).nth(2).click()),
        new Opened("opened-gold-menu", GOLD, Opened::goldMenu),
        new Opened("opened-gold-editor", GOLD, page -> click(page, "Make one yourself")),
        new Opened("opened-recipes", LAYERS + "/builds?show=recipes", _ -> {}),
        new Opened("opened-proof", ASKED, Opened::proof),
        new Opened("opened-how-found", ASKED, page -> click(page, "How this was found")),
        new Opened("opened-keep", ASKED, page -> click(page, "Keep")),
        new Opened("opened-export", ASKED, page -> click(page, "Export")),
        new Opened("opened-meaning", GOLD + "/meaning", _ -> {}),
        new Opened("opened-model", "/settings?view=model", _ -> {}),
        new Opened("opened-sent", "/settings?view=sent", _ -> {}),
        new Opened("opened-schedules", "/settings?view=schedules", _ -> {}),
        new Opened("opened-languages", "/", page -> click(page, "Language")));
  }

  private static void click(Page page, String name) {
    button(page, name).first().click();
  }

  private static void choose(Page page, String menu, String what) {
    click(page, menu);
    page.getByRole(AriaRole.MENUITEM, named(what)).click();
  }

  private static void removal(Page page) {
    choose(page, "What to do with orders", "Remove");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
  }

  private static void bigQuery(Page page) {
    page.getByRole(AriaRole.COMBOBOX, named("What kind of database"))
        .or(page.getByRole(AriaRole.TEXTBOX, named("What kind of database")))
        .first()
        .click();
    page.getByRole(AriaRole.OPTION, named("BigQuery").setExact(true)).click();
    page.getByRole(AriaRole.TEXTBOX, named("Project")).fill("my-project-123");
    page.getByRole(AriaRole.TEXTBOX, named("Service account key (JSON)")).fill("no key");
    click(page, "Test and connect");
    assertThat(page.getByText("Give the whole JSON key of a service account")).isVisible();
  }

  private static void drop(Page page) {
    choose(page, "What to do with: Cleaned", "Drop");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("This goes with it");
  }

  private static void column(Page page) {
    SilverTest.row(page, "amount").click();
  }

  private static void changes(Page page) {
    click(page, "See what changes");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
  }

  private static void goldMenu(Page page) {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^What to do with gold_")))
        .first()
        .click();
  }

  private static void proof(Page page) {
    click(page, "Verify");
    Locator answer = page.getByRole(AriaRole.ARTICLE).last();
    assertThat(answer.getByText("Both say the same")).isVisible();
  }
}
