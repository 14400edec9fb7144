package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.nio.file.Path;
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
}
