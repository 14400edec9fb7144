package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.journey.House;
import dev.assay.journey.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the server has to say reaches a reader of Portuguese or Spanish in that language: what went
 * wrong, what is out of date, what would change, and why.
 */
class OtherLanguagesTest {
  private static final String SILVER = LayersTest.MEDALLION + "/silver";
  private static final String ID = "{\"source_column\": \"id\", \"target_type\": \"INTEGER\"}";

  /** Of the ten rows one cannot be read as a number. */
  private static final String AMOUNT =
      "{\"source_column\": \"amount\", \"target_type\": \"DECIMAL(9,2)\"}";

  private static final String CITY = "{\"source_column\": \"city\"}";

  private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);

  @TempDir private static Path folder;
  private static House house;

  /** The sentences that the server has for all of this, which are English. */
  private static final List<String> ENGLISH =
      new ArrayList<>(
          List.of(
              "is empty (0 bytes)",
              "looks like a PNG picture",
              "Nothing answers at",
              "put quotes around",
              "There is no source"));

  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

  @BeforeAll
  static void whatMayGoWrongHasGoneWrong() {
    house = House.open(folder);
    house.caller.add("orders.csv", LayersTest.ORDERS);
    build(recipe("", ID, AMOUNT)).is(201);
    build(recipe("", ID, AMOUNT, CITY)).is(201);
    house.caller.post(LayersTest.MEDALLION + "/gold?wait=60", LayersTest.GOLD).is(201);
    house
        .caller
        .put("/api/sources/orders/settings", "{\"downstream\": {\"gold\": \"manual\"}}")
        .is(200);
    build(recipe("", ID, AMOUNT, CITY.replace("}", ", \"validation\": \"NOT NULL\"}"))).is(201);
    build(recipe(", \"reject_limit\": 0.01", ID, AMOUNT, CITY)).is(422);
    String forbids = ", \"validation\": \"> 15\", \"on_violation\": \"FAIL\"}";
    build(recipe("", ID, AMOUNT.replace("}", forbids))).is(422);
    house.caller.add("customers.csv", "id,name\n" + rows(40, "%1$d,Customer %1$d"));
    house.caller.add("sales.csv", "id,customer_id,units\n" + rows(40, "%1$d,%1$d,3"));
    for (String source : List.of("customers", "sales")) {
      house.caller.post("/api/sources/" + source + "/medallion/silver?wait=60").is(201);
    }
    collect("error_message", house.caller.get(LayersTest.MEDALLION).json());
    collect("stale_reason", house.caller.get(LayersTest.MEDALLION).json());
    collect("error_message", house.caller.get(LayersTest.MEDALLION + "/silver/logs").json());
    collect("because", house.caller.get(SILVER + "/preview").json());
    collect("problem", house.caller.post(SILVER + "/diff", recipe("", ID, AMOUNT)).json());
    collect("because", house.caller.get("/api/relationships").json());
    assertThat(ENGLISH)
        .anyMatch(one -> one.contains("reject_limit"))
        .anyMatch(one -> one.contains("these may not happen"))
        .anyMatch(one -> one.contains("Silver was built anew"))
        .anyMatch(one -> one.contains("other columns than before"))
        .anyMatch(one -> one.contains("city"))
        .anyMatch(one -> one.contains("is named after the key"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Reply build(String recipe) {
    return house.caller.post(SILVER + "?wait=60", recipe);
  }

  private static String recipe(String more, String... columns) {
    return "{\"columns\": [" + String.join(", ", columns) + "]" + more + "}";
  }

  private static String rows(int count, String row) {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      rows.append(row.formatted(i)).append('\n');
    }
    return rows.toString();
  }

  private static void collect(String field, JsonNode from) {
    for (JsonNode found : from.findValues(field)) {
      if (found.isTextual()) {
        ENGLISH.add(found.asText());
      } else {
        found.forEach(one -> ENGLISH.add(one.asText()));
      }
    }
  }

  private static void says(Page page, String sentence) {
    assertThat(page.getByText(sentence).first()).isVisible();
    String all = page.locator("body").innerText();
    assertThat(ENGLISH).noneMatch(all::contains);
  }

  private static void refuses(Visit.Eyes eyes, Map<String, String> words) {
    try (Visit visit = Visit.to(house.address(), eyes)) {
      Page page = visit.open("/");
      page.locator("input[type=file][aria-label='" + words.get("files") + "']")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("nothing.csv", "text/csv", new byte[0]),
                new FilePayload("picture.csv", "text/csv", PNG)
              });
      says(page, "nothing.csv " + words.get("empty"));
      says(page, "picture.csv " + words.get("picture"));
      visit.isAccessible();

      visit.open("/connect");
      page.getByRole(AriaRole.TEXTBOX, named("Servidor")).fill("localhost");
      page.getByLabel(words.get("port"), EXACTLY).fill("1");
      page.getByLabel(words.get("database"), EXACTLY).fill("shop");
      button(page, words.get("test")).click();
      says(page, words.get("nobody"));
      visit.isAccessible();

      visit.open("/sources/orders/silver?column=amount");
      page.getByLabel(words.get("checks")).fill("> zz");
      says(page, words.get("quotes"));
      visit.isAccessible();

      visit.open("/sources/nowhere");
      says(page, words.get("gone"));
    }
  }

  @Test
  void refusalsInPortuguese() {
    refuses(
        Visit.Eyes.DESK.reading("pt-PT"),
        Map.ofEntries(
            entry("files", "Escolher ficheiros"),
            entry("empty", "está vazio (0 bytes)"),
            entry("picture", "não é uma tabela, parece uma imagem PNG"),
            entry("port", "Porta"),
            entry("database", "Base de dados"),
            entry("test", "Testar e ligar"),
            entry("nobody", "Ninguém responde em"),
            entry("checks", "O que tem de se verificar"),
            entry("quotes", "Na verificação '> zz', ponha zz entre plicas"),
            entry("gone", "Não há nenhuma origem 'nowhere'.")));
  }

  @Test
  void refusalsInSpanish() {
    refuses(
        Visit.Eyes.PHONE.reading("es-ES"),
        Map.ofEntries(
            entry("files", "Elegir archivos"),
            entry("empty", "está vacío (0 bytes)"),
            entry("picture", "no es una tabla, parece una imagen PNG"),
            entry("port", "Puerto"),
            entry("database", "Base de datos"),
            entry("test", "Probar y conectar"),
            entry("nobody", "Nadie responde en"),
            entry("checks", "Qué debe cumplirse"),
            entry("quotes", "En la comprobación '> zz', ponga zz entre comillas"),
            entry("gone", "No hay ninguna fuente 'nowhere'.")));
  }

  private static void tells(Visit.Eyes eyes, Map<String, String> words) {
    try (Visit visit = Visit.to(house.address(), eyes)) {
      Page page = visit.open("/sources/orders");
      says(page, words.get("stale"));
      says(page, words.get("forbidden"));
      visit.isAccessible();

      visit.open("/sources/orders/builds");
      says(page, words.get("limit"));
      says(page, words.get("forbidden"));
      visit.isAccessible();

      visit.open("/sources/orders/builds?show=recipes");
      button(page, words.get("back")).click();
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText(words.get("gone"));
      says(page, words.get("gone"));
      page.keyboard().press("Escape");

      visit.open("/sources/orders/rejects");
      button(page, words.get("again")).click();
      says(page, words.get("columns"));
      visit.isAccessible();

      visit.open("/relationships");
      assertThat(page.getByRole(AriaRole.ARTICLE, named("sales.customer_id → customers.id")))
          .containsText(words.get("named"));
      says(page, words.get("named"));

      visit.open("/");
      says(page, words.get("forbidden"));
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
    }
  }

  @Test
  void inPortuguese() {
    tells(
        Visit.Eyes.DESK.reading("pt-PT"),
        Map.of(
            "stale",
            "as linhas foram limpas de novo depois de isto ser feito",
            "limit",
            "das linhas (1 de 10) ficariam de fora",
            "forbidden",
            "Nada foi publicado, porque a receita diz que isto não pode acontecer:"
                + " amount não cumpre a sua regra",
            "back",
            "Voltar à receita 1",
            "gone",
            "gold_orders_by_city deixaria de poder ser feita: usa city, que desapareceria.",
            "again",
            "O que se salvaria agora?",
            "columns",
            "As colunas não são as mesmas de antes",
            "named",
            "customer_id tem o nome da chave de customers."));
  }

  @Test
  void inSpanish() {
    tells(
        Visit.Eyes.PHONE.reading("es-ES"),
        Map.of(
            "stale",
            "las filas se limpiaron de nuevo después de hacer esto",
            "limit",
            "de las filas (1 de 10) quedarían fuera",
            "forbidden",
            "No se publicó nada, porque la receta dice que esto no puede ocurrir:"
                + " amount no cumple su regla",
            "back",
            "Volver a la receta 1",
            "gone",
            "gold_orders_by_city ya no podría hacerse: usa city, que desaparecería.",
            "again",
            "¿Qué se rescataría ahora?",
            "columns",
            "Las columnas no son las mismas de antes",
            "named",
            "customer_id lleva el nombre de la clave de customers."));
  }
}
