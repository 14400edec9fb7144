package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import dev.assay.journey.House;
import dev.assay.workspace.DemoOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Pictures of every view and of what opens above it, for desks and telephones, light and dark:
 * {@code ./assay screenshots [FOLDER [NAMES]]}.
 */
public final class Screenshots {
  private static final int ROWS = 20_000;
  private static final int MOST_HEIGHT = 2_600;
  private final House house;
  private final Path folder;

  private Screenshots(House house, Path folder) {
    this.house = house;
    this.folder = folder;
  }

  /**
   * @param arguments where the pictures go, {@code target/screenshots} unless given, and a regular
   *     expression that is found in the names of those to take, such as {@code silver-1440}
   */
  public static void main(String[] arguments) throws IOException {
    Path pictures = Path.of(arguments.length > 0 ? arguments[0] : "target/screenshots");
    Files.createDirectories(pictures);
    Path workspace = Files.createTempDirectory("assay-screenshots");
    int missed = 0;
    try (House house = House.open(workspace.resolve("workspace"))) {
      Path sample = workspace.resolve("orders.csv");
      DemoOrders.write(sample, ROWS, 20_260_101L);
      house.caller.addPath(sample, "?wait=600").is(201);
      house.caller.buildAsSuggested("orders");
      Pattern names = Pattern.compile(arguments.length > 1 ? arguments[1] : ".*");
      missed = new Screenshots(house, pictures).takeAll(names);
    }
    // Threads of libraries may linger.
    System.exit(missed == 0 ? 0 : 1);
  }

  private static List<Opened> views() {
    Map<String, String> views = new LinkedHashMap<>();
    views.put("home", "/");
    views.put("connect", "/connect");
    views.put("layers", "/sources/orders");
    views.put("silver", "/sources/orders/silver");
    views.put("rows", "/sources/orders/rows");
    views.put("rejects", "/sources/orders/rejects");
    views.put("gold", "/sources/orders/gold");
    views.put("builds", "/sources/orders/builds");
    views.put("ask", "/ask?question=total%20amount%20by%20month");
    views.put("dashboard", "/dashboard");
    views.put("relationships", "/relationships");
    views.put("settings", "/settings");
    List<Opened> all = new ArrayList<>();
    views.forEach((name, view) -> all.add(new Opened(name, view, _ -> {})));
    all.addAll(Opened.all());
    return all;
  }

  /** How many could not be taken. */
  private int takeAll(Pattern names) {
    int missed = 0;
    for (Visit.Eyes eyes : List.of(Visit.Eyes.DESK, Visit.Eyes.PHONE)) {
      for (Visit.Eyes scheme : List.of(eyes, eyes.dark())) {
        for (Opened view : views()) {
          if (names.matcher(name(view, scheme)).find() && !took(view, scheme)) {
            missed++;
          }
        }
      }
    }
    return missed;
  }

  /** One that cannot be taken keeps nobody from the others. */
  private boolean took(Opened view, Visit.Eyes eyes) {
    try {
      take(view, eyes);
      return true;
    } catch (AssertionError | PlaywrightException e) {
      System.err.println(view.name() + " " + eyes + ": " + e.getMessage());
      return false;
    }
  }

  private static String name(Opened view, Visit.Eyes eyes) {
    return view.name() + "-" + eyes.width() + "-" + eyes.scheme().name().toLowerCase(Locale.ROOT);
  }

  private void take(Opened view, Visit.Eyes eyes) {
    Path picture = folder.resolve(name(view, eyes) + ".png");
    try (Visit visit = Visit.to(house.address(), eyes)) {
      Page page = visit.openAsOwner(view.view(), house.token());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      // As high as what there is to see, so that what sticks to the bottom is there.
      int height = (int) page.evaluate("document.documentElement.scrollHeight");
      page.setViewportSize(eyes.width(), Math.min(height, MOST_HEIGHT));
      // What comes into sight is fetched then, and charts draw themselves in.
      assertThat(page.locator("[class*=Skeleton-root]")).hasCount(0);
      view.open().accept(page);
      assertThat(page.locator("[class*=Skeleton-root]")).hasCount(0);
      page.waitForTimeout(1_500);
      page.evaluate("window.scrollTo(0, 0)");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));
      System.out.println(picture);
    }
  }
}
