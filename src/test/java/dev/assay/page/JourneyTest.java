package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.journey.House;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a dropped file to a trusted number, and what comes after, by the page alone. */
class JourneyTest {
  private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);
  private static final List<String> COUNTRIES = List.of("pt", "es", "fr");

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

  /** A row of the file that is dropped. */
  private record Order(int number, String country, String amount) {}

  private static List<Order> orders() {
    return java.util.stream.IntStream.range(0, 120)
        .mapToObj(i ->
            new Order(1000 + i, COUNTRIES.get(i % 3), i == 7 ? "twenty" : (10 + i % 40) + ".25"))
        .toList();
  }

  /** Every date fits both orders of day and month. */
  private static String csv() {
    StringBuilder text = new StringBuilder("Order No,Ordered On,Ctry,Amount\n");
    for (Order order : orders()) {
      int i = order.number();
      text.append(
          "%d,%02d/%02d/2024,%s,%s\n"
              .formatted(i, i % 9 + 1, i * 5 % 11 + 1, order.country(), order.amount()));
    }
    return text.toString();
  }

  /** What every country's amounts come to, where amounts that are no numbers are taken so. */
  private static Map<String, BigDecimal> totals(Map<String, String> mended, String atLeast) {
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (Order order : orders()) {
      String amount = mended.getOrDefault(order.amount(), order.amount());
      if (amount.matches("[0-9.]+")
          && new BigDecimal(amount).compareTo(new BigDecimal(atLeast)) >= 0) {
        totals.merge(
            order.country().toUpperCase(java.util.Locale.ROOT),
            new BigDecimal(amount),
            BigDecimal::add);
      }
    }
    return totals;
  }

  @Test
  void aDroppedFileBecomesATrustedNumberAndWhatWasLeftOutIsRescued() {
    tell(this::walk);
  }

  @Test
  void aWorkbookOfTwoSheetsEndsAsAnExcelFile() {
    tell(this::walkWorkbook);
  }

  @Test
  void tablesOfADatabaseAnswerOneQuestionTogether() {
    tell(this::walkDatabase);
  }

  private void tell(java.util.function.BiConsumer<Visit, Page> walk) {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      page.onResponse(r -> {
        if (r.status() >= 400 || !r.request().method().equals("GET")) {
          System.out.println(r.status() + " " + r.request().method() + " " + r.url());
          if (r.status() >= 400) System.out.println(r.text());
        }
      });
      try {
        walk.accept(visit, page);
      } catch (AssertionError | RuntimeException e) {
        System.out.println(page.url());
        System.out.println(page.locator("body").ariaSnapshot());
        throw e;
      }
    }
  }

  private void walkWorkbook(Visit visit, Page page) {
    page.locator("input[type=file][aria-label='Choose files']")
        .setInputFiles(
            new FilePayload(
                "trade.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                workbook()));
    Locator group = page.getByRole(AriaRole.REGION, named("trade.xlsx"));
    assertThat(group.getByRole(AriaRole.ARTICLE)).hasCount(2);
    button(page, "Clean it: trade.xlsx").click();
    for (String sheet : List.of("trade_orders", "trade_countries")) {
      assertThat(page.getByRole(AriaRole.ARTICLE, named(sheet).setExact(true)).getByText("cleaned"))
          .isVisible(PATIENTLY);
    }
    visit.isAccessible();
    toSource(page, "trade_orders");
    answerQuestion(page);
    layersAreReady(page);
    tab(page, "Ready numbers");
    page.getByRole(AriaRole.REGION, named("Worth making"))
        .getByRole(AriaRole.CHECKBOX)
        .first()
        .check();
    button(page, "Make it").click();
    assertThat(page.getByText("Your numbers are ready")).isVisible(PATIENTLY);

    Locator answer = ask(page, "total amount by country");
    Map<String, BigDecimal> truth = new TreeMap<>();
    totals(Map.of(), "0")
        .forEach((country, total) -> truth.put(country.toLowerCase(java.util.Locale.ROOT), total));
    says(answer, truth);
    answer.getByRole(AriaRole.BUTTON, exactly("Verify")).click();
    assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Both say the same");
    visit.isAccessible();
    answer.getByRole(AriaRole.BUTTON, exactly("Export")).click();
    var file =
        page.waitForDownload(
            () -> page.getByRole(AriaRole.MENUITEM, named("Excel workbook")).click());
    try (var book = new org.dhatim.fastexcel.reader.ReadableWorkbook(file.path().toFile());
        var rows = book.getFirstSheet().openStream()) {
      Map<String, BigDecimal> read = new TreeMap<>();
      rows.skip(1)
          .forEach(row -> read.put(row.getCellText(0), row.getCellAsNumber(1).orElseThrow()));
      assertThat(read)
          .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .usingRecursiveComparison()
          .isEqualTo(truth);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The orders as one sheet, what their countries are called as another. */
  private static byte[] workbook() {
    var out = new java.io.ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
      var sheet = book.newWorksheet("Orders");
      String[] lines = csv().replace("Ctry", "Country").split("\n");
      for (int line = 0; line < lines.length; line++) {
        String[] cells = lines[line].split(",");
        for (int cell = 0; cell < cells.length; cell++) {
          if (cell != 1 && cells[cell].matches("[0-9.]+")) {
            sheet.value(line, cell, new BigDecimal(cells[cell]));
          } else {
            sheet.value(line, cell, cells[cell]);
          }
        }
      }
      var countries = book.newWorksheet("Countries");
      String[][] names = {
        {"Code", "Called"}, {"pt", "Portugal"}, {"es", "Spain"}, {"fr", "France"}
      };
      for (int line = 0; line < names.length; line++) {
        countries.value(line, 0, names[line][0]);
        countries.value(line, 1, names[line][1]);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void walkDatabase(Visit visit, Page page) {
    try (var database = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder().start()) {
      try (var connection = database.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE customers (id int PRIMARY KEY, name text, city text)");
        statement.execute(
            "CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers,"
                + " amount numeric(10,2))");
        statement.execute(
            "INSERT INTO customers SELECT i, 'customer ' || i,"
                + " (ARRAY['Porto', 'Lyon', 'Sevilla'])[i % 3 + 1] FROM generate_series(1, 30) i");
        statement.execute(
            "INSERT INTO orders SELECT i, i % 30 + 1, i * 1.50 FROM generate_series(1, 300) i");
      }
      Map<String, BigDecimal> truth = new TreeMap<>();
      for (int i = 1; i <= 300; i++) {
        truth.merge(
            List.of("Porto", "Lyon", "Sevilla").get((i % 30 + 1) % 3),
            new BigDecimal("1.50").multiply(BigDecimal.valueOf(i)),
            BigDecimal::add);
      }
      page.getByRole(AriaRole.LINK, named("Connect a database")).first().click();
      page.getByRole(AriaRole.TEXTBOX, named("Host")).fill("localhost");
      field(page, "Port").fill(Integer.toString(database.getPort()));
      field(page, "Database").fill("postgres");
      field(page, "User").fill("postgres");
      field(page, "Password").fill("none");
      field(page, "Name").fill("shop");
      visit.isAccessible();
      button(page, "Test and connect").click();
      for (String table : List.of("public.orders", "public.customers")) {
        page.getByRole(AriaRole.CHECKBOX, named(table).setExact(true)).check();
      }
      button(page, "Add 2 tables").click();
      assertThat(page.getByText("2 tables were added.")).isVisible(PATIENTLY);
      for (String table : List.of("shop_customers", "shop_orders")) {
        toSource(page, table);
        button(page, "Clean and summarise").click();
        assertThat(
                page.getByRole(AriaRole.GROUP, named("Cleaned").setExact(true))
                    .getByText("Ready", new Locator.GetByTextOptions().setExact(true)))
            .isVisible(PATIENTLY);
      }
      visit.isAccessible();
      page.getByRole(AriaRole.LINK, named("How tables belong together")).click();
      assertThat(
              page.getByRole(
                  AriaRole.ARTICLE, named("shop_orders.customer_id → shop_customers.id")))
          .isVisible(PATIENTLY);
      button(page, "Yes, it is meant").click();
      assertThat(page.getByText("Confirmed").first()).isVisible();
      visit.isAccessible();
      Locator answer = ask(page, "total amount by city");
      says(answer, truth);
      answer.getByRole(AriaRole.BUTTON, exactly("Verify")).click();
      assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Both say the same");
    } catch (java.io.IOException | java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private void walk(Visit visit, Page page) {
    drop(page, "orders.csv", csv());
    button(page, "Clean it: orders.csv").click();
    assertThat(page).hasURL(Pattern.compile(".*/sources/orders$"));

    layersAreReady(page);
    visit.isAccessible();
    answerQuestion(page);
    layersAreReady(page);
    visit.isAccessible();

    tab(page, "Cleaning");
    editColumn(page, "ctry");
    Locator panel = SilverTest.panel(page, "ctry");
    panel.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("country");
    panel = SilverTest.panel(page, "country");
    SilverTest.button(panel, "Add a step").click();
    page.getByRole(AriaRole.MENUITEM, named("Upper case")).click();
    assertThat(panel.getByRole(AriaRole.TABLE)).containsText("PT");
    visit.isAccessible();
    seeAndApply(page, "country: name, steps");
    // One of the ready numbers was by the column's former name.
    assertThat(page.getByText("not all that hangs on them could be rebuilt")).isVisible(PATIENTLY);
    visit.isAccessible();

    page.getByRole(AriaRole.LINK, named("Choose other ready numbers")).click();
    Locator worthMaking =
        page.getByRole(AriaRole.REGION, named("Worth making")).getByRole(AriaRole.ARTICLE);
    worthMaking.first().getByRole(AriaRole.CHECKBOX).check();
    button(page, "Make it").click();
    assertThat(page.getByText("Your numbers are ready")).isVisible(PATIENTLY);
    visit.isAccessible();

    Locator answer = ask(page, "total amount by country");
    says(answer, totals(Map.of(), "0"));
    answer.getByRole(AriaRole.BUTTON, exactly("Verify")).click();
    assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Both say the same");
    visit.isAccessible();

    answer
        .getByRole(
            AriaRole.LINK,
            new Locator.GetByRoleOptions().setName("See the rows that were left out"))
        .click();
    assertThat(page).hasURL(Pattern.compile(".*/sources/orders/rejects.*"));
    visit.isAccessible();
    page.getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText("twenty"))
        .first()
        .click();
    Locator row = page.getByRole(AriaRole.DIALOG);
    row.getByLabel("Right value").fill("20");
    row.getByRole(AriaRole.BUTTON, exactly("Put right")).click();
    assertThat(page.getByText("Not a single row was left out")).isVisible(PATIENTLY);
    page.keyboard().press("Escape");
    visit.isAccessible();
    Map<String, BigDecimal> rescued = totals(Map.of("twenty", "20"), "0");
    says(ask(page, "total amount by country"), rescued);

    toSource(page, "orders");
    tab(page, "Cleaning");
    editColumn(page, "amount");
    SilverTest.panel(page, "amount").getByLabel("What must hold").fill(">= 30");
    apply(page, "amount: ");
    says(ask(page, "total amount by country"), totals(Map.of("twenty", "20"), "30"));

    toSource(page, "orders");
    tab(page, "History");
    page.getByText("Recipes of cleaning", new Page.GetByTextOptions().setExact(true)).click();
    page.getByRole(AriaRole.BUTTON, named("Go back to recipe")).first().click();
    Locator preview = page.getByRole(AriaRole.DIALOG);
    assertThat(preview).containsText("come back");
    visit.isAccessible();
    preview.getByRole(AriaRole.BUTTON, exactly("Apply this recipe")).click();
    assertThat(preview).isHidden();
    says(ask(page, "total amount by country"), rescued);
  }

  private static void drop(Page page, String name, String text) {
    page.locator("input[type=file][aria-label='Choose files']")
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getByRole(AriaRole.REGION, named("Files on their way")))
        .containsText("rows as received");
  }

  private static void answerQuestion(Page page) {
    Locator asked =
        page.getByRole(
            AriaRole.REGION,
            new Page.GetByRoleOptions().setName(Pattern.compile("question before the numbers")));
    assertThat(asked).containsText("ordered_on");
    asked.getByLabel("D/M").check();
    asked.getByRole(AriaRole.BUTTON).click();
    assertThat(asked).isHidden();
  }

  private static void layersAreReady(Page page) {
    for (String layer : List.of("Cleaned", "Ready numbers")) {
      assertThat(
              page.getByRole(AriaRole.GROUP, named(layer).setExact(true))
                  .getByText("Ready", new Locator.GetByTextOptions().setExact(true))
                  .first())
          .isVisible(PATIENTLY);
    }
  }

  private static void tab(Page page, String name) {
    page.getByRole(AriaRole.TAB, named(name).setExact(true)).click();
  }

  private static void toSource(Page page, String name) {
    page.getByRole(AriaRole.LINK, named("Your data").setExact(true)).first().click();
    page.getByRole(AriaRole.ARTICLE, named(name).setExact(true))
        .getByRole(AriaRole.LINK)
        .first()
        .click();
  }

  private static void editColumn(Page page, String name) {
    SilverTest.row(page, name)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name + " from"))
        .click();
  }

  private static void apply(Page page, String change) {
    seeAndApply(page, change);
    assertThat(page.getByText("Applied: the cleaned rows are published.")).isVisible(PATIENTLY);
  }

  private static void seeAndApply(Page page, String change) {
    button(page, "See what changes").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText(change);
    assertThat(dialog.getByText("Loading")).hasCount(0);
    System.out.println(dialog.ariaSnapshot());
    dialog.getByRole(AriaRole.BUTTON, exactly("Apply")).click();
  }

  private static Locator ask(Page page, String question) {
    page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, exactly("Ask")).click();
    Locator answers = page.getByRole(AriaRole.ARTICLE);
    assertThat(page.getByRole(AriaRole.TEXTBOX)).isVisible();
    int before = answers.count();
    page.getByRole(AriaRole.TEXTBOX).fill(question);
    page.getByRole(AriaRole.TEXTBOX).press("Enter");
    assertThat(answers).hasCount(before + 1);
    return answers.last();
  }

  /** The answer's table holds exactly these groups with these numbers. */
  private static void says(Locator answer, Map<String, BigDecimal> truth) {
    Locator rows = answer.getByRole(AriaRole.TABLE).first().getByRole(AriaRole.ROW);
    assertThat(rows).hasCount(truth.size() + 1);
    truth.forEach((group, number) -> {
      Locator row = rows.filter(new Locator.FilterOptions().setHasText(group));
      assertThat(row.getByText("%,.2f".formatted(number), new Locator.GetByTextOptions()))
          .isVisible();
    });
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
