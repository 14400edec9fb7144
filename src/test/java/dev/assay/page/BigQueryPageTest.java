package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static dev.assay.page.Walk.PATIENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.journey.House;
import dev.assay.journey.Reply;
import dev.assay.source.bigquery.StrictServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BigQuery by the page: its form, what is refused, and tables of a server that speaks its API. */
class BigQueryPageTest {
  private static final String SECRET = "k3strel-9217";
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

  private static void chooseBigQuery(Page page) {
    page.getByRole(AriaRole.COMBOBOX, named("What kind of database"))
        .or(page.getByRole(AriaRole.TEXTBOX, named("What kind of database")))
        .first()
        .click();
    page.getByRole(AriaRole.OPTION, named("BigQuery").setExact(true)).click();
  }

  private static Locator field(Page page, String label) {
    return page.getByRole(AriaRole.TEXTBOX, named(label));
  }

  private static String key(Map<String, String> with) throws IOException {
    Map<String, String> key = new LinkedHashMap<>();
    key.put("type", "service_account");
    key.put("project_id", "made-up-project-1");
    key.put("client_email", "x@made-up-project-1.iam.gserviceaccount.com");
    key.put("private_key", SECRET);
    key.putAll(with);
    return new JsonMapper().writeValueAsString(key);
  }

  private static void putKeyFile(Page page, String text) {
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("key.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsWrongWithTheKeyOrTheProjectStandsAtItsField() throws IOException {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/connect");
      chooseBigQuery(page);
      Locator project = field(page, "Project");
      Locator key = field(page, "Service account key (JSON)");
      visit.isAccessible();
      // Who does not own the workspace may not use the owner's login: a key is needed.
      assertThat(key).hasAttribute("required", "");

      project.fill("made-up-project-1");
      key.fill("not a key");
      button(page, "Test and connect").click();
      assertThat(key).hasAttribute("aria-invalid", "true");
      assertThat(page.getByText("Give the whole JSON key of a service account")).hasCount(1);
      visit.isAccessible();

      project.fill("");
      putKeyFile(page, key(Map.of()));
      assertThat(project).hasValue("made-up-project-1");
      button(page, "Test and connect").click();
      assertThat(page.getByText("give the whole file as Google made it")).hasCount(1);
      assertThat(key).hasAttribute("aria-invalid", "true");

      putKeyFile(page, key(Map.of("token_uri", "https://elsewhere.example/token")));
      button(page, "Test and connect").click();
      assertThat(page.getByText("download the key anew from the Google Cloud console")).hasCount(1);
      assertThat(key).hasAttribute("aria-invalid", "true");

      project.fill("My Project");
      button(page, "Test and connect").click();
      assertThat(page.getByText("needs the id of a project, such as my-project-123")).hasCount(1);
      assertThat(project).hasAttribute("aria-invalid", "true");
      assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
      visit.isAccessible();
      assertThat(house.caller.get("/api/connections").json()).isEmpty();
    }
  }

  @Test
  void tablesAreListedChosenAndReadAndReadAgain() throws IOException {
    try (StrictServer bigQuery = new StrictServer()) {
      connect("warehouse", bigQuery.port(), StrictServer.PROJECT).is(201);
      try (Visit visit = Visit.to(house.address())) {
        Page page = visit.open("/connect");
        page.getByRole(AriaRole.LINK, named("warehouse").setExact(true)).click();
        assertThat(page.getByText("1 table").first()).isVisible(PATIENTLY);
        assertThat(page.getByText("4 rows").first()).isVisible();
        page.getByRole(AriaRole.CHECKBOX, named("d.every").setExact(true)).check();
        assertThat(page.getByText(Pattern.compile("^BigQuery will bill for reading"))).isVisible();
        visit.isAccessible();
        button(page, "Add 1 table").click();
        assertThat(page.getByText("1 table was added.")).isVisible(PATIENTLY);
        assertThat(page.getByText("already here")).hasCount(1);
        page.getByRole(AriaRole.LINK, named("Go to your data")).click();
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("4 rows");
        page.getByRole(AriaRole.ARTICLE).getByRole(AriaRole.LINK).first().click();
        button(page, "Sync").click();
        assertThat(page.getByRole(AriaRole.GROUP, named("As received").setExact(true)))
            .containsText("4 rows");
      }
    }
  }

  @Test
  void aServerThatRefusesOrIsGoneSaysWhatToDo() throws IOException {
    try (StrictServer bigQuery = new StrictServer()) {
      connect("warehouse", bigQuery.port(), StrictServer.PROJECT).is(201);
      String noProject =
          connect("other", bigQuery.port(), "another-project")
              .is(404)
              .json()
              .get("detail")
              .asText();
      assertThat(noProject).startsWith("There is no project at bigquery://another-project");
    }
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/connect?connection=warehouse");
      assertThat(page.getByRole(AriaRole.ALERT))
          .containsText(
              "check host and port",
              new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
      visit.isAccessible();
    }
  }

  @Test
  void aKeyThatIsKeptNeverComesBack() throws IOException {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/connect");
      chooseBigQuery(page);
      putKeyFile(page, key(Map.of()));
      button(page, "Test and connect").click();
      assertThat(page.getByText("give the whole file as Google made it")).hasCount(1);
      page.reload();
      chooseBigQuery(page);
      assertThat(field(page, "Service account key (JSON)")).hasValue("");
      assertThat(page.content()).doesNotContain(SECRET);
    }
  }

  private Reply connect(String name, int port, String project) {
    return house.caller.post(
        "/api/connections",
        Map.of(
            "name",
            name,
            "system",
            "bigquery",
            "host",
            "127.0.0.1",
            "port",
            port,
            "database",
            project,
            "tls",
            "disable"));
  }
}
