package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation with the data. */
class AskTest {
  @TempDir private static Path folder;
  private static House house;

  @BeforeAll
  static void open() {
    house = House.open(folder);
    AskedOrders.build(house.caller);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Locator ask(Page page, String question) {
    Locator box = page.getByRole(AriaRole.TEXTBOX);
    box.fill(question);
    box.press("Enter");
    return page.getByRole(AriaRole.ARTICLE).last();
  }

  private static Locator button(Locator place, String name) {
    return place.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator row(Locator place, String beginning) {
    return place.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(beginning));
  }

  @Test
  void anAnswerComesWithItsChartItsRowsAndItsProof() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      Locator answer = ask(page, "total net amount by country");
      assertThat(answer).containsText("3 rows; the largest total net amount is");
      assertThat(answer.getByRole(AriaRole.IMG).first()).isVisible();
      assertThat(row(answer, "Portugal")).isVisible();
      assertThat(answer).containsText("From ready numbers, because");
      assertThat(answer).containsText("total net amount = sum of net_amount");

      answer
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("How this was found"))
          .click();
      assertThat(answer.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("SQL")))
          .containsText("SELECT");
      assertThat(answer).containsText("Without that table it would have been 237 rows.");
      visit.isAccessible();

      button(answer, "Verify").click();
      assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Both say the same");
      assertThat(row(answer, "Portugal")).hasCount(3);
      visit.isAccessible();
    }
  }

  @Test
  void whatIsLeftOutIsCountedBoundedAndOneClickAway() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      Locator answer = ask(page, "how many orders");
      assertThat(answer).containsText("3 rejected rows may belong here");
      assertThat(answer).containsText("could be up to 3 higher");
      Locator reasons =
          answer.getByRole(
              AriaRole.LINK,
              new Locator.GetByRoleOptions().setName("ordered_at could not be read (2)"));
      assertThat(reasons).hasAttribute("href", "/sources/orders/rejects?reason=invalid_ordered_at");
      answer
          .getByRole(
              AriaRole.LINK,
              new Locator.GetByRoleOptions().setName("See the rows that were left out"))
          .click();
      page.waitForURL("**/sources/orders/rejects");
    }
  }

  @Test
  void ambiguousWordsAreAChoice() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask?source=orders");
      ask(page, "total amount by country");
      Locator choices =
          page.getByRole(
              AriaRole.GROUP, new Page.GetByRoleOptions().setName("Which one is meant?"));
      assertThat(choices.getByRole(AriaRole.BUTTON)).hasCount(2);
      visit.isAccessible();
      choices
          .getByRole(
              AriaRole.BUTTON,
              new Locator.GetByRoleOptions().setName(Pattern.compile("gross.amount")))
          .click();
      assertThat(page.getByRole(AriaRole.ARTICLE).last()).containsText("total gross amount");
    }
  }

  @Test
  void aQuestionFollowsTheOneBefore() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      assertThat(ask(page, "total net amount by month")).containsText("12 rows");
      button(page.getByRole(AriaRole.ARTICLE).last(), "and by country?").click();
      Locator second = page.getByRole(AriaRole.ARTICLE).nth(1);
      assertThat(second.getByRole(AriaRole.COLUMNHEADER).first()).isVisible();
      assertThat(second).containsText("country");
      ask(page, "only for Spain");
      Locator third = page.getByRole(AriaRole.ARTICLE).nth(2);
      assertThat(third).containsText("Spain");
      assertThat(third).containsText("net amount");

      page.reload();
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(3);
      page.getByRole(AriaRole.TEXTBOX).focus();
      page.keyboard().press("ArrowUp");
      assertThat(page.getByRole(AriaRole.TEXTBOX)).hasValue("only for Spain");
      page.keyboard().press("ArrowUp");
      assertThat(page.getByRole(AriaRole.TEXTBOX)).hasValue("and by country?");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear")).click();
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(0);
      page.reload();
      assertThat(page.getByText("What this data can tell you, for example:")).isVisible();
    }
  }

  @Test
  void whatIsNotUnderstoodSaysWhatCanBeAsked() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      ask(page, "will the moon be happy");
      assertThat(page.getByText("These work on this data:")).isVisible();
      visit.isAccessible();
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(Pattern.compile("how many orders by country")))
          .click();
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("3 rows");
    }
  }

  @Test
  void anEmptyChatSuggestsWhatThisDataAnswers() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      Locator suggestions = page.getByRole(AriaRole.LISTITEM).getByRole(AriaRole.BUTTON);
      assertThat(suggestions.first()).isVisible();
      visit.isAccessible();
      suggestions.first().click();
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("Ready numbers");
    }
  }

  @Test
  void aQuestionUnderWayCanBeStoppedAndAskedAgain() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      page.route(
          "**/api/ask",
          _ -> {
            // Nobody answers.
          });
      ask(page, "how many orders");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop")).click();
      assertThat(page.getByText("Stopped before it was answered.")).isVisible();
      page.unroute("**/api/ask");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask again")).click();
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("237");
    }
  }

  @Test
  void anErrorStandsInTheConversation() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      page.route(
          "**/api/ask",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(503)
                      .setContentType("application/problem+json")
                      .setBody("{\"detail\": \"The disk is full. Free some space.\"}")));
      ask(page, "how many orders");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("The disk is full.");
      visit.isAccessible();
    }
  }

  @Test
  void aLinkAsksItsQuestionOnce() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask?source=orders&question=how%20many%20orders");
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("237");
      page.waitForURL("**/ask?source=orders");
      page.reload();
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(1);
    }
  }

  @Test
  void aLanguageModelIsNotAskedWhereThatIsNotWanted() {
    house
        .caller
        .putAsOwner(
            "/api/settings/model",
            "{\"provider\":\"OLLAMA\",\"model\":\"small\",\"privacy\":\"METADATA_ONLY\"}")
        .is(200);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.openAsOwner("/ask", house.token());
      page.getByRole(
              AriaRole.SWITCH,
              new Page.GetByRoleOptions().setName("Ask small where rules are not sure"))
          .click();
      Request request =
          page.waitForRequest("**/api/ask", () -> ask(page, "will the moon be happy"));
      assertThat(request.postData()).contains("\"model\":false");
      assertThat(page.getByText("These work on this data:")).isVisible();
      visit.isAccessible();
    } finally {
      house.caller.deleteAsOwner("/api/settings/model").is(200);
    }
  }

  @Test
  void theRowsOfAnAnswerAreTakenAlong() throws IOException {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      Locator answer = ask(page, "total net amount by country");
      button(answer, "Export").click();
      Download csv =
          page.waitForDownload(() ->
              page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("CSV file"))
                  .click());
      assertThat(csv.suggestedFilename()).isEqualTo("total-net-amount-by-country.csv");
      assertThat(Files.readString(csv.path()))
          .startsWith("country,total_net_amount")
          .contains("Spain,");
      button(answer, "Export").click();
      Download workbook =
          page.waitForDownload(() ->
              page.getByRole(
                      AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Excel workbook"))
                  .click());
      assertThat(Files.readAllBytes(workbook.path())).startsWith((byte) 'P', (byte) 'K');
    }
  }

  @Test
  void rowsAreSortedByAnyColumn() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      Locator answer = ask(page, "total net amount by month");
      Locator header =
          answer.getByRole(
              AriaRole.COLUMNHEADER,
              new Locator.GetByRoleOptions().setName(Pattern.compile("total net amount")));
      assertThat(answer.getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW)).hasCount(9);
      answer
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show all 12 rows"))
          .click();
      assertThat(answer.getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW)).hasCount(13);
      header.getByRole(AriaRole.BUTTON).click();
      header.getByRole(AriaRole.BUTTON).click();
      assertThat(header).hasAttribute("aria-sort", "descending");
    }
  }

  @Test
  void speaksPortugueseAndSpanish() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.DESK.reading("pt-PT"))) {
      Page page = visit.open("/ask");
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(Pattern.compile("total de .* por mês")))
          .click();
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("De números prontos");
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("Perguntar a seguir");
    }
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.DESK.reading("es-ES"))) {
      Page page = visit.open("/ask");
      assertThat(ask(page, "total de net amount por country")).containsText("3 filas");
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("Preguntar después");
    }
  }

  @Test
  void aTelephoneInTheDarkWillDo() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/ask");
      Locator answer = ask(page, "total net amount by product");
      assertThat(row(answer, AskedOrders.SCRIPT)).isVisible();
      visit.isAccessible();
      assertThat(
              (Boolean)
                  page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
          .isTrue();
    }
  }
}
