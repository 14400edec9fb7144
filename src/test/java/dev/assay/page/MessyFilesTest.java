package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static dev.assay.page.Walk.PATIENTLY;
import static dev.assay.page.Walk.ask;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people have them, brought by somebody who has read nothing. */
class MessyFilesTest {
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static void bring(Page page, String name, String text) {
    Walk.drop(page, name + ".csv", text);
    button(page, "Clean it: " + name + ".csv").click();
    Walk.layersAreReady(page);
  }

  private static Locator unsettled(Locator answer) {
    return answer.getByRole(
        AriaRole.ALERT,
        new Locator.GetByRoleOptions().setName(Pattern.compile("^Not settled yet")));
  }

  @Test
  void anAnswerOverSubtotalsSaysSoUntilTheyAreLeftOut() {
    StringBuilder lines = new StringBuilder("Department,Month,Item,Cost\n");
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (String department : List.of("Marketing", "IT", "Legal")) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < 24; i++) {
        BigDecimal cost =
            new BigDecimal(department.length() * 1_733 + i * 977 % 811).movePointLeft(2);
        sum = sum.add(cost);
        lines.append(
            "%s,2025-%02d-01,%s,%s%n"
                .formatted(department, i / 2 + 1, i % 2 == 0 ? "Travel" : "Licences", cost));
      }
      sums.put(department, sum);
      lines.append("Total %s,,,%s%n".formatted(department, sum));
    }
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      bring(page, "costs", lines.toString());
      Locator wrong = ask(page, "total cost by department");
      assertThat(wrong).containsText("Total Marketing");
      Locator warning = unsettled(wrong);
      assertThat(warning).isVisible();
      visit.isAccessible();
      warning.getByRole(AriaRole.LINK).click();
      assertThat(page).hasURL(Pattern.compile("/sources/costs#shapes$"));
      button(page, "Leave these rows out").click();
      assertThat(
              page.getByRole(AriaRole.GROUP, named("Cleaned").setExact(true))
                  .getByText("72 rows")
                  .first())
          .isVisible(PATIENTLY);
      Walk.layersAreReady(page);
      assertThat(page.getByText("All three layers are ready.")).isVisible(PATIENTLY);
      Locator right = ask(page, "total cost by department");
      Walk.says(right, sums);
      assertThat(unsettled(right)).hasCount(0);
    }
  }

  @Test
  void noNumbersAreMadeByADateThatAQuestionIsOpenAbout() {
    StringBuilder lines = new StringBuilder("Visit date,Clinic,Fee,Paid\n");
    for (int i = 0; i < 150; i++) {
      lines.append(
          "%d/%d/24,%s,\"£%,d.%02d\",%s%n"
              .formatted(
                  i % 12 + 1,
                  i * 5 % 12 + 1,
                  List.of("Leith", "Gorgie").get(i % 2),
                  900 + i * 7,
                  i % 100,
                  i % 3 == 0 ? "yes" : "no"));
    }
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      bring(page, "visits", lines.toString());
      Locator asked = ask(page, "total fee by visit date");
      assertThat(unsettled(asked)).containsText("one question about a column that it reads");
      Walk.toSource(page, "visits");
      Walk.tab(page, "Ready numbers");
      Locator made = page.getByRole(AriaRole.REGION, named("Made").setExact(true));
      assertThat(made.getByText("How does fee differ by paid?")).isVisible(PATIENTLY);
      assertThat(made.getByText("visit date")).hasCount(0);

      Walk.tab(page, "Layers");
      Locator question =
          page.getByRole(AriaRole.REGION, named("One question before the numbers can be trusted"));
      question.getByLabel("D/M").check();
      question.getByRole(AriaRole.BUTTON).click();
      assertThat(question).isHidden();
      Walk.layersAreReady(page);
      Walk.tab(page, "Ready numbers");
      assertThat(
              page.getByRole(AriaRole.REGION, named("Worth making"))
                  .getByText("How does fee develop from month to month?"))
          .isVisible(PATIENTLY);
    }
  }

  @Test
  void aFigureThatNoColumnHoldsSaysWhatItIsComputedFrom() {
    StringBuilder lines = new StringBuilder("Código;Artigo;Armazém;Quantidade;Preço\n");
    for (int i = 0; i < 110; i++) {
      lines.append(
          "%06d;%s;%s;%d un;%d,%02d €%n"
              .formatted(
                  i,
                  List.of("Parafuso", "Porca", "Anilha").get(i % 3),
                  List.of("Lisboa", "Porto").get(i % 2),
                  i * 31 % 900 + 1,
                  i * 17 % 40 + 1,
                  i * 7 % 100));
    }
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      bring(page, "inventario", lines.toString());
      Walk.tab(page, "Ready numbers");
      Locator made = page.getByRole(AriaRole.REGION, named("Made").setExact(true));
      assertThat(
              made.getByText(
                      "total amount: quantidade × preco, computed for each row",
                      new Locator.GetByTextOptions().setExact(true))
                  .first())
          .isVisible(PATIENTLY);
      visit.isAccessible();
    }
  }
}
