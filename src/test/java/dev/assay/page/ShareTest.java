package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.assay.journey.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer as one file, opened by somebody who has no Assay. */
class ShareTest {
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
    AskedOrders.build(house.caller);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Locator ask(Page page, String question) {
    page.getByRole(AriaRole.TEXTBOX).fill(question);
    page.keyboard().press("Enter");
    return page.getByRole(AriaRole.ARTICLE).last();
  }

  private Path shared(Page page, Locator answer, String share) {
    Download download =
        page.waitForDownload(() ->
            answer
                .getByRole(
                    AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(share).setExact(true))
                .click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  @Test
  void theFileShowsTheAnswerAndItsProofWithoutScriptOrRequest() throws IOException {
    Path file;
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      Locator answer = ask(page, "total net amount by product");
      answer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Verify")).click();
      assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Both say the same");
      file = shared(page, answer, "Share");
    }
    assertThat(file.getFileName()).hasToString("total-net-amount-by-product.html");
    assertThat(Files.readString(file)).doesNotContain("<script", "<img", "onerror=alert(2)>");

    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        Chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1000, 900))) {
      Page page = context.newPage();
      page.onRequest(request -> {
        if (!request.url().equals(file.toUri().toString())
            && !request.url().equals(file.toUri().toString().replace("file:///", "file:/"))) {
          complaints.add("request: " + request.url());
        }
      });
      page.onConsoleMessage(message -> complaints.add("console: " + message.text()));
      page.onDialog(dialog -> {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
      });
      page.navigate(file.toUri().toString());
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .hasText("total net amount by product");
      assertThat(page.locator("svg").first()).isVisible();
      assertThat(page.getByRole(AriaRole.CELL, cell(AskedOrders.SCRIPT))).isVisible();
      assertThat(page.getByRole(AriaRole.CELL, cell(AskedOrders.QUOTES))).isVisible();
      assertThat(page.getByText("4 rows equal silver_orders_cleaned, value by value.")).isVisible();
      assertThat(page.getByText("3 rejected rows may belong here")).isVisible();
      assertThat(page.getByText("SELECT")).isVisible();
      assertThat(page.evaluate("() => document.querySelectorAll('script, img').length"))
          .isEqualTo(0);
      assertThat(
              page.evaluate(
                  """
                  () => [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes])
                    .filter((one) => one.name.startsWith('on') || one.name.endsWith('href')).length
                  """))
          .isEqualTo(0);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(page.locator(".dark .wide svg")).isVisible();
      assertThat(page.locator(".light svg").first()).isHidden();
      page.setViewportSize(390, 844);
      assertThat(page.locator(".dark .narrow svg")).isVisible();
      assertThat(page.locator(".dark .wide svg")).isHidden();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("svg").first()).isVisible();
      assertThat(
              (Boolean)
                  page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
          .isTrue();
    }
    assertThat(complaints).isEmpty();
  }

  private static Page.GetByRoleOptions cell(String text) {
    return new Page.GetByRoleOptions().setName(text).setExact(true);
  }

  @Test
  void theFileSpeaksTheLanguageOfWhoSharesIt() throws IOException {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.DESK.reading("pt-PT"))) {
      Page page = visit.open("/ask");
      Locator answer = ask(page, "total de net amount por country");
      Path file = shared(page, answer, "Partilhar");
      assertThat(Files.readString(file))
          .contains("<html lang=\"pt\"", "De onde vem", "Feito com o Assay", "3 linhas");
    }
  }

  @Test
  void aSingleFigureIsSharedAsSuch() throws IOException {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/ask");
      Locator answer = ask(page, "how many orders");
      Path file = shared(page, answer, "Share");
      assertThat(Files.readString(file)).contains("class=\"figure\"", ">237<");
      assertThat(
              house
                  .caller
                  .post("/api/ask", Map.of("question", "how many orders"))
                  .is(200)
                  .at("/rows/rows/0/0")
                  .asInt())
          .isEqualTo(237);
    }
  }
}
