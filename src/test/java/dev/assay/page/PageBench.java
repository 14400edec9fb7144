package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.assay.journey.House;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** How soon the page shows something, and how smoothly a long table scrolls, in a real browser. */
public final class PageBench implements AutoCloseable {
  private static final int WHEELS = 200;
  private final House house;
  private final String source;

  /** Lands and cleans a file of orders. */
  public PageBench(Path folder, Path csv) {
    house = House.open(folder);
    house.caller.addPath(csv, "?wait=600").is(201);
    source = house.caller.get("/api/sources").is(200).json().get(0).get("id").asText();
    house.caller.post("/api/sources/" + source + "/medallion/silver?wait=600", "").is(201);
  }

  /** Milliseconds from the request until the names of the sources are read. */
  public double firstView() {
    try (BrowserContext visit = visit()) {
      Page page = visit.newPage();
      long began = System.nanoTime();
      page.navigate(house.address() + "/");
      assertThat(page.getByRole(AriaRole.LINK).getByText(source).first()).isVisible();
      return (System.nanoTime() - began) / 1e6;
    }
  }

  /** Frames a second while cleaned rows are scrolled by a wheel that never rests. */
  public double framesPerSecond() {
    try (BrowserContext visit = visit()) {
      Page page = visit.newPage();
      page.navigate(house.address() + "/sources/" + source + "/rows?show=silver");
      Locator grid = page.getByRole(AriaRole.GRID);
      assertThat(grid.getByRole(AriaRole.GRIDCELL).first()).isVisible();
      BoundingBox box = grid.boundingBox();
      page.mouse().move(box.x + 300, box.y + 200);
      page.evaluate(
          """
          () => {
            window.frames_ = []
            const frame = at => { window.frames_.push(at); requestAnimationFrame(frame) }
            requestAnimationFrame(frame)
          }
          """);
      for (int i = 0; i < WHEELS; i++) {
        page.mouse().wheel(0, 120);
        page.waitForTimeout(16);
      }
      return ((Number)
              page.evaluate(
                  "() => 1000 * (window.frames_.length - 1)"
                      + " / (window.frames_.at(-1) - window.frames_[0])"))
          .doubleValue();
    }
  }

  /** Nobody who looks over the page's shoulder, as {@link Visit} does. */
  private static BrowserContext visit() {
    return Chromium.browser()
        .newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  /** The middle of several rounds after one that warms up. */
  public static double median(int rounds, DoubleSupplier round) {
    double[] all = DoubleStream.generate(round).limit(1L + rounds).skip(1).sorted().toArray();
    return all[rounds / 2];
  }

  @Override
  public void close() {
    house.close();
  }
}
