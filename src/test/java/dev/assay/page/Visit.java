package dev.assay.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who has the page open in a real browser.
 *
 * <p>Whatever they do, the page reports no error, nothing that they see vanishes for a moment, and
 * nothing leaves for another machine: {@link #close} fails otherwise.
 */
final class Visit implements AutoCloseable {
  static {
    // A build on a busy machine takes longer than a page does to draw.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private final BrowserContext context;
  private final URI server;
  private final List<String> complaints = new ArrayList<>();

  /** What they see. */
  final Page page;

  private Visit(BrowserContext context, URI server) {
    this.context = context;
    this.server = server;
    context.addInitScript(
        """
        // A view that is shown already and then waits for more (words, or code) is hidden so.
        const isView = element => element.parentElement?.matches('#content, #content > *')
        new MutationObserver(changes => changes.forEach(({ target }) => {
          if (isView(target) && target.style.getPropertyPriority('display')) {
            console.error('This vanished while it was used: ' + target.textContent.slice(0, 80))
          }
        })).observe(document, { subtree: true, attributeFilter: ['style'] })
        """);
    this.page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onPageError(error -> complaints.add("error: " + error));
    page.onConsoleMessage(message -> {
      // A refusal that the page handles is logged by the browser, too.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add("console: " + message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(server.toString())
          && !request.url().startsWith("blob:")
          && !request.url().startsWith("data:")) {
        complaints.add("request: " + request.url());
      }
    });
  }

  /** How they look at it: the size of their window, light or dark, and their language. */
  record Eyes(int width, int height, ColorScheme scheme, String locale) {
    static final Eyes DESK = new Eyes(1440, 900, ColorScheme.LIGHT, "en-GB");
    static final Eyes PHONE = new Eyes(390, 844, ColorScheme.LIGHT, "en-GB");

    Eyes dark() {
      return new Eyes(width, height, ColorScheme.DARK, locale);
    }

    Eyes reading(String otherLocale) {
      return new Eyes(width, height, scheme, otherLocale);
    }
  }

  static Visit to(URI server) {
    return to(server, Eyes.DESK);
  }

  static Visit to(URI server, Eyes eyes) {
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(server.toString())
                    .setViewportSize(eyes.width(), eyes.height())
                    .setColorScheme(eyes.scheme())
                    .setLocale(eyes.locale())
                    // What fades in is dim while it does, and a busy machine takes long over it.
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setAcceptDownloads(true));
    return new Visit(context, server);
  }

  /** Opens a view, such as {@code /sources/orders/silver}. */
  Page open(String view) {
    page.navigate(server + view);
    return page;
  }

  /** Opens a view as the owner does, by the address that the server printed. */
  Page openAsOwner(String view, String token) {
    page.navigate(server + view + "#token=" + token);
    return page;
  }

  /** Another tab of the same person. */
  Page anotherTab(String view) {
    Page tab = context.newPage();
    tab.setDefaultTimeout(20_000);
    tab.onPageError(error -> complaints.add("error: " + error));
    tab.navigate(server + view);
    return tab;
  }

  /**
   * Everybody can use what is to be seen now (WCAG 2.2 AA, as far as axe can tell).
   *
   * <p>Axe notes what a button is before it reads its colours: one that is disabled in between, as
   * a build begins, would count as one that nobody can read. So a complaint counts if the page
   * stood still while it was found.
   */
  void isAccessible() {
    List<String> violations;
    String seen;
    int looks = 0;
    do {
      isCalm();
      seen = page.content();
      violations = violations();
      looks++;
    } while (!violations.isEmpty() && looks < 5 && !page.content().equals(seen));
    assertThat(violations).isEmpty();
  }

  private List<String> violations() {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule ->
                rule.getId()
                    + ": "
                    + rule.getNodes().stream().map(node -> node.getHtml()).limit(5).toList())
            .toList();
  }

  /** Nothing moves any more that will come to an end: half of a menu is not what people use. */
  private void isCalm() {
    page.evaluate(
        """
        () => new Promise(resolve => {
          const moving = () => document.getAnimations().some(one =>
            one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
          let calm = 0
          const look = () => {
            calm = moving() ? 0 : calm + 1
            if (calm === 4) resolve()
            else setTimeout(look, 50)
          }
          look()
        })
        """);
  }

  /** Complaints that this test provokes on purpose, such as a server that is killed. */
  void forgive(String beginning) {
    complaints.removeIf(complaint -> complaint.startsWith(beginning));
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
