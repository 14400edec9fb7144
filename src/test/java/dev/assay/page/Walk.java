package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The steps that people take from one view to the next, by what they read there. */
final class Walk {
  static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(120_000);

  private Walk() {}

  /** Chooses a file and waits until its rows are there as received. */
  static void drop(Page page, String name, String text) {
    page.locator("input[type=file][aria-label='Choose files']")
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getByRole(AriaRole.REGION, named("Files on their way")))
        .containsText("rows as received");
  }

  /** Says that the day comes first. */
  static void answerQuestion(Page page) {
    Locator asked =
        page.getByRole(
            AriaRole.REGION,
            new Page.GetByRoleOptions().setName(Pattern.compile("question before the numbers")));
    assertThat(asked).containsText("ordered_on");
    asked.getByLabel("D/M").check();
    asked.getByRole(AriaRole.BUTTON).click();
    assertThat(asked).isHidden();
  }

  /** Waits until both layers above the rows as received are ready. */
  static void layersAreReady(Page page) {
    for (String layer : List.of("Cleaned", "Ready numbers")) {
      assertThat(
              page.getByRole(AriaRole.GROUP, named(layer).setExact(true))
                  .getByText("Ready", new Locator.GetByTextOptions().setExact(true))
                  .first())
          .isVisible(PATIENTLY);
    }
  }

  static void tab(Page page, String name) {
    page.getByRole(AriaRole.TAB, named(name).setExact(true)).click();
  }

  /** Goes home and opens a source from there. */
  static void toSource(Page page, String name) {
    page.getByRole(AriaRole.LINK, named("Your data").setExact(true)).first().click();
    page.getByRole(AriaRole.ARTICLE, named(name).setExact(true))
        .getByRole(AriaRole.LINK)
        .first()
        .click();
  }

  static void editColumn(Page page, String name) {
    SilverTest.row(page, name).click();
  }

  /** Does so and sees everything that hangs on it follow. */
  static void apply(Page page, String change) {
    seeAndApply(page, change);
    assertThat(page.getByText("Applied: the cleaned rows are published.")).isVisible(PATIENTLY);
  }

  /** Looks at what an edit changes, on all rows, and applies it. */
  static void seeAndApply(Page page, String change) {
    button(page, "See what changes").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText(change);
    assertThat(dialog.getByText("Loading")).hasCount(0);
    dialog.getByRole(AriaRole.BUTTON, exactly("Apply")).click();
  }

  /** The answer's table holds exactly these groups with these numbers. */
  static void says(Locator answer, Map<String, BigDecimal> truth) {
    Locator rows = answer.getByRole(AriaRole.TABLE).first().getByRole(AriaRole.ROW);
    assertThat(rows).hasCount(truth.size() + 1);
    truth.forEach((group, number) -> {
      Locator row = rows.filter(new Locator.FilterOptions().setHasText(group));
      assertThat(row.getByText("%,.2f".formatted(number), new Locator.GetByTextOptions()))
          .isVisible();
    });
  }

  /** Asks in the conversation, which may have begun before. */
  static Locator ask(Page page, String question) {
    page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, exactly("Ask")).click();
    Locator box = page.getByRole(AriaRole.TEXTBOX, named("Your question"));
    // What was asked before is there at once.
    assertThat(box).isVisible();
    Locator answers = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.ARTICLE);
    int before = answers.count();
    box.fill(question);
    box.press("Enter");
    assertThat(answers).hasCount(before + 1);
    return answers.last();
  }

  static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
