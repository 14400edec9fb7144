package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.assay.journey.House;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds every view. */
class FrameTest {
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everyPlaceOfTheMenuOpensItsView() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      for (String place : new String[] {"Ask", "Dashboard", "Settings", "Your data"}) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(place).setExact(true))
            .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
            .isVisible();
      }
      visit.isAccessible();
    }
  }

  @Test
  void speaksTheReadersLanguage() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.DESK.reading("pt-PT"))) {
      Page page = visit.open("/");
      assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Perguntar")))
          .isVisible();
      assertThat(page.locator("html")).hasAttribute("lang", "pt");
    }
  }

  @Test
  void aDarkPageOnATelephoneCanBeUsedByEverybody() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu")).click();
      assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ask")))
          .isVisible();
      visit.isAccessible();
    }
  }

  /** What must run before something is seen, as it would be sent over a network. */
  @Test
  void theFirstViewIsSmall() {
    Map<String, Integer> sizes = new TreeMap<>();
    try (Visit visit = Visit.to(house.address())) {
      visit.page.onResponse(response -> {
        if (response.url().matches(".*\\.(js|css)")) {
          sizes.put(response.url(), zipped(response.body()));
        }
      });
      visit.open("/").waitForLoadState(LoadState.NETWORKIDLE);
    }
    int sum = sizes.values().stream().mapToInt(Integer::intValue).sum();
    org.assertj.core.api.Assertions.assertThat(sum).as("%s", sizes).isBetween(50_000, 250_000);
    System.out.println(
        "First view: "
            + sum / 1000
            + " kB of scripts and styles, gzip, in "
            + sizes.size()
            + " files");
  }

  private static int zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }
}
