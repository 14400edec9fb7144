package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.journey.House;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where all data is seen, and how more of it comes. */
class HomeTest {
  private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(120_000);
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

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
  }

  private static String orders(int rows) {
    StringBuilder text = new StringBuilder("id,day,amount\n");
    IntStream.range(0, rows)
        .forEach(i ->
            text.append(i)
                .append(",2026-01-")
                .append(10 + i % 20)
                .append(',')
                .append(i * 3)
                .append(".50\n"));
    return text.toString();
  }

  private static FilePayload workbook(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      for (String month : List.of("May", "June")) {
        Worksheet sheet = workbook.newWorksheet(month);
        sheet.value(0, 0, "shop");
        sheet.value(0, 1, "sold");
        for (int row = 1; row <= 5; row++) {
          sheet.value(row, 0, month + " shop " + row);
          sheet.value(row, 1, row * 10);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FilePayload(
        name,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        out.toByteArray());
  }

  private static void choose(Page page, String how, FilePayload... files) {
    page.locator("input[type=file][aria-label='" + how + "']").setInputFiles(files);
  }

  private static Locator upload(Page page, String name) {
    return page.getByRole(
            AriaRole.REGION, new Page.GetByRoleOptions().setName("Files on their way"))
        .getByRole(AriaRole.LISTITEM, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator card(Page page, String name) {
    return page.getByRole(
        AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void whoHasNoDataYetIsToldWhatAssayDoesAndHowToBegin() {
    for (Visit.Eyes eyes : List.of(Visit.Eyes.DESK, Visit.Eyes.PHONE.dark())) {
      try (Visit visit = Visit.to(house.address(), eyes)) {
        Page page = visit.open("/");
        assertThat(page.getByText("Bring your data")).isVisible();
        assertThat(button(page, "Try a sample")).isVisible();
        assertThat(
                page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName("Connect a database")))
            .isVisible();
        visit.isAccessible();
      }
    }
  }

  @Test
  void aFileIsAddedAndCleanedWithOneNextStepWhichLeadsToItsPage() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      choose(page, "Choose files", file("orders.csv", orders(500)));
      assertThat(upload(page, "orders.csv")).containsText("500 rows as received");
      assertThat(card(page, "orders")).containsText("Uploaded file orders.csv");
      assertThat(card(page, "orders")).containsText("received");
      visit.isAccessible();
      button(page, "Clean it: orders.csv").click();
      assertThat(page).hasURL(Pattern.compile(".*/sources/orders"));
      page.goBack();
      assertThat(card(page, "orders").getByText(Pattern.compile("\\d+ tables?")))
          .isVisible(PATIENTLY);
      assertThat(house.caller.strip("orders")).isEqualTo("ready ready ready");
    }
  }

  @Test
  void manyFilesAtOnceAndOneOfTheWrongKindLeavesTheOthers() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      FilePayload picture =
          new FilePayload(
              "holiday.png",
              "image/png",
              new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 0});
      choose(
          page,
          "Choose files",
          file("a.csv", orders(3)),
          picture,
          file("b.csv", orders(4)),
          file("c.csv", orders(5)));
      assertThat(page.getByText("4 of 4 done").first()).isVisible(PATIENTLY);
      Locator wrong = upload(page, "holiday.png").getByRole(AriaRole.ALERT);
      assertThat(wrong).hasCount(1);
      assertThat(wrong.textContent()).contains("holiday.png").endsWith(".");
      for (String name : List.of("a", "b", "c")) {
        assertThat(card(page, name)).isVisible();
      }
      visit.isAccessible();
    }
  }

  @Test
  void filesThatAreNoTablesSayWhatToDoInstead() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      for (String name : List.of("one.jpg", "two.jpg")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 1, 2, 3, 4, 5});
      }
    }
    Map<FilePayload, String> wrong = new LinkedHashMap<>();
    wrong.put(file("invoice.csv", "%PDF-1.7\n1 0 obj\n"), "export the table as CSV or Excel");
    wrong.put(file("empty.csv", ""), "save or export it anew");
    wrong.put(
        new FilePayload("photos.zip", "application/zip", zip.toByteArray()), "copy its table");
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      choose(page, "Choose files", wrong.keySet().toArray(FilePayload[]::new));
      assertThat(page.getByText("3 of 3 done").first()).isVisible(PATIENTLY);
      for (Map.Entry<FilePayload, String> one : wrong.entrySet()) {
        Locator said = upload(page, one.getKey().name).getByRole(AriaRole.ALERT).first();
        assertThat(said).containsText(one.getValue());
        assertThat(said.textContent()).endsWith(".").doesNotContain("assay ");
      }
      assertThat(button(page, "Check how it was read")).hasCount(0);
      visit.isAccessible();
    }
  }

  @Test
  void filesAreDroppedAnywhereOnThePage() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      assertThat(button(page, "Choose files")).isVisible();
      var dropped =
          page.evaluateHandle(
              "() => { const data = new DataTransfer();"
                  + " data.items.add(new File(['id\\n1\\n2\\n'], 'first.csv'));"
                  + " data.items.add(new File(['id\\n3\\n'], 'second.csv')); return data }");
      page.dispatchEvent("nav", "dragenter", java.util.Map.of("dataTransfer", dropped));
      assertThat(page.getByText("Let go to add these files")).isVisible();
      page.dispatchEvent("nav", "drop", java.util.Map.of("dataTransfer", dropped));
      assertThat(upload(page, "first.csv")).containsText("2 rows as received");
      assertThat(upload(page, "second.csv")).containsText("1 row as received");
      assertThat(page.getByText("Let go to add these files")).isHidden();
    }
  }

  @Test
  void anUploadIsCancelledOnItsWay() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      page.route(
          "**/api/sources",
          route -> {
            // It never arrives.
            if (route.request().method().equals("GET")) {
              route.resume();
            }
          });
      choose(page, "Choose files", file("huge.csv", orders(10)));
      assertThat(upload(page, "huge.csv")).containsText("Uploading");
      button(page, "Cancel huge.csv").click();
      assertThat(upload(page, "huge.csv")).containsText("Cancelled");
      button(page, "Take huge.csv off this list").click();
      assertThat(page.getByText("Bring your data")).isVisible();
      assertThat(house.caller.get("/api/sources").json()).isEmpty();
    }
  }

  @Test
  void whatIsCancelledWhileItLandsIsNotKept() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      AtomicBoolean cancelled = new AtomicBoolean();
      page.route(
          "**/api/builds/*",
          route -> {
            if (route.request().method().equals("DELETE")) {
              cancelled.set(true);
            }
            if (cancelled.get()) {
              route.resume();
            } else {
              // As slow as a file of some gigabytes.
              route.fulfill(
                  new com.microsoft.playwright.Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody(
                          "{\"id\":\"x\",\"source_id\":\"slow\",\"status\":\"building\","
                              + "\"progress\":0.3,\"step\":\"Landing rows.\",\"exit_code\":0}"));
            }
          });
      choose(page, "Choose files", file("slow.csv", orders(10)));
      assertThat(upload(page, "slow.csv")).containsText("Reading it, every value as it is written");
      button(page, "Cancel slow.csv").click();
      assertThat(upload(page, "slow.csv")).containsText("Cancelled");
      assertThat(card(page, "slow")).isHidden();
      assertThat(house.caller.get("/api/sources").json()).isEmpty();
    }
  }

  @Test
  void theSheetsOfAWorkbookStandTogether() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      choose(page, "Choose files", workbook("sales.xlsx"));
      Locator row = upload(page, "sales.xlsx");
      assertThat(row.getByText("5 rows as received")).hasCount(2);
      Locator group =
          page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("sales.xlsx"));
      assertThat(group.getByRole(AriaRole.ARTICLE)).hasCount(2);
      assertThat(group).containsText("Uploaded file sales.xlsx › May");
      assertThat(group).containsText("2 tables");
      button(page, "Clean it: sales.xlsx").click();
      assertThat(card(page, "sales_june").getByText(Pattern.compile("5 rows")))
          .hasCount(
              2,
              new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions()
                  .setTimeout(120_000));
      visit.isAccessible();
    }
  }

  @Test
  void oneLooksAtHowAFileIsReadAndTakesOneOfItsSheets() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      choose(page, "Check how a file is read", workbook("sales.xlsx"));
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog).containsText("It holds 2 tables");
      assertThat(dialog.getByText("May shop 1")).isVisible();
      button(page, "Look at June").click();
      assertThat(dialog.getByText("June shop 1")).isVisible();
      dialog.getByLabel("May", new Locator.GetByLabelOptions().setExact(true)).uncheck();
      visit.isAccessible();
      button(page, "Add it so").click();
      assertThat(dialog).isHidden();
      assertThat(upload(page, "sales.xlsx")).containsText("5 rows as received");
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(1);
    }
  }

  @Test
  void aFileThatWasReadWronglyIsReadInAnotherWayInstead() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      String semicolons = "name;price\nbread, dark;1\nmilk, fresh;2\nsalt, fine;3\n";
      choose(page, "Choose files", file("shop.csv", semicolons));
      assertThat(upload(page, "shop.csv")).containsText("rows as received");
      button(page, "Check how it was read").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog.getByRole(AriaRole.COLUMNHEADER)).hasCount(2);
      assertThat(dialog).containsText("sure");
      dialog.getByLabel("Header rows").fill("0");
      assertThat(dialog.getByText("Read as you decided.")).isVisible();
      assertThat(
              dialog.getByRole(
                  AriaRole.CELL, new Locator.GetByRoleOptions().setName("name").setExact(true)))
          .isVisible();
      visit.isAccessible();
      button(page, "Read it so instead").click();
      assertThat(upload(page, "shop.csv")).containsText("4 rows as received");
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(1);
      assertThat(house.caller.get("/api/sources").json()).hasSize(1);
    }
  }

  @Test
  void namesOfFilesAreTextWhateverTheyHold() {
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE)) {
      Page page = visit.open("/");
      String markup = "<img src=x onerror=alert(1)>.csv";
      String arabic = "مبيعات 🎉 \u202efdp.csv";
      String endless = "x".repeat(200) + ".csv";
      choose(
          page,
          "Choose files",
          file(markup, orders(2)),
          file(arabic, orders(3)),
          file(endless, "<script>alert(1)</script>,b\n<b>1</b>,2\n"));
      assertThat(page.getByText("3 of 3 done").first()).isVisible(PATIENTLY);
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(3);
      assertThat(page.locator("main img[src=x]")).hasCount(0);
      assertThat(
              (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .as("no scrolling sideways")
          .isTrue();
      visit.isAccessible();
    }
  }

  @Test
  void theSampleIsMadeLandedAndBuiltByOneClick() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      button(page, "Try a sample").click();
      assertThat(button(page, "Open orders")).isVisible(new IsVisibleOptions().setTimeout(300_000));
      assertThat(card(page, "orders")).containsText("open question");
      visit.isAccessible();
      button(page, "Open orders").click();
      assertThat(page).hasURL(Pattern.compile(".*/sources/orders"));
      assertThat(house.caller.strip("orders")).isEqualTo("ready ready ready");
    }
  }

  @Test
  void beforeASourceGoesItIsSaidWhatGoesWithIt() {
    String id = house.caller.add("orders.csv", orders(50));
    house.caller.buildAsSuggested(id);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      button(page, "What to do with orders").click();
      Locator remove =
          page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Remove…"));
      assertThat(remove).isVisible();
      visit.isAccessible();
      remove.click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog).containsText("50 rows as received");
      assertThat(dialog).containsText("50 cleaned rows");
      assertThat(dialog).containsText("ready numbers");
      assertThat(dialog).containsText("the uploaded file");
      visit.isAccessible();
      page.keyboard().press("Escape");
      assertThat(card(page, "orders")).isVisible();
      button(page, "What to do with orders").click();
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Remove…")).click();
      button(page, "Remove").click();
      assertThat(page.getByText("Bring your data")).isVisible();
      assertThat(house.caller.get("/api/sources").json()).isEmpty();
    }
  }

  @Test
  void aNewFileTakesThePlaceOfAnUploadedOneAndAsksBeforeDataIsLost() {
    house.caller.add("orders.csv", orders(100));
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      choose(page, "A new file for orders", file("orders.csv", orders(120)));
      assertThat(page.getByText("orders is up to date.")).isVisible();
      assertThat(card(page, "orders")).containsText("120 rows");
      choose(page, "A new file for orders", file("orders.csv", orders(7)));
      assertThat(card(page, "orders").getByText("The last sync waits for your yes")).isVisible();
      visit.isAccessible();
      button(page, "Yes, take it").click();
      assertThat(card(page, "orders")).containsText("7 rows");
    }
  }

  @Test
  void aFileOfThisMachineIsReadAgainWhenItHasChanged() throws IOException {
    Path file = folder.resolve("stock.csv");
    Files.writeString(file, orders(5));
    house.caller.addPath(file, "?wait=60").is(201);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      assertThat(card(page, "stock")).containsText("File stock.csv");
      Files.writeString(file, orders(9));
      button(page, "What to do with stock").click();
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sync: read it again"))
          .click();
      assertThat(card(page, "stock")).containsText("9 rows");
    }
  }

  @Test
  void amongManySourcesOneIsFoundByItsName() {
    for (int i = 1; i <= 12; i++) {
      house.caller.add("table" + i + ".csv", orders(i));
    }
    try (Visit visit = Visit.to(house.address(), Visit.Eyes.PHONE.dark())) {
      Page page = visit.open("/");
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(12);
      page.getByRole(AriaRole.SEARCHBOX).fill("table12");
      assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(1);
      visit.isAccessible();
      page.getByRole(AriaRole.SEARCHBOX).fill("nothing");
      assertThat(page.getByText("No source is called so.")).isVisible();
    }
  }
}
