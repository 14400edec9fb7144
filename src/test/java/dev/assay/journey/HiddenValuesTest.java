package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a masked column is made of, no reply of the product shows it: not to readers, and not to
 * those who try out a recipe that would show it.
 */
class HiddenValuesTest {
  private static final String MARKER = "qxjzk";
  private static final Map<String, Object> REDACT = Map.of("how", "redact");
  private static final Map<String, Object> HASH = Map.of("how", "hash");
  private static final String PEOPLE = people();

  @TempDir private static Path folder;
  private static House house;
  private static Caller caller;

  @BeforeAll
  static void open() {
    house = House.open(folder);
    caller = house.caller;
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static String people() {
    StringBuilder text = new StringBuilder("id,home_phone,work_phone,Email,last,city,amount\n");
    for (int i = 1; i <= 40; i++) {
      text.append(i % 39)
          .append(",")
          .append(MARKER + "-1-" + i + ",")
          .append(i % 3 == 0 ? "," : MARKER + "-2-" + i + ",")
          .append(MARKER + (i % 7) + "@secret.example,")
          .append((i % 4 == 0 ? MARKER : MARKER.toUpperCase(Locale.ROOT)) + i % 5 + ",")
          .append(i % 2 == 0 ? "Rome," : "rome,")
          .append(i == 4 ? "l2" : "" + i)
          .append("\n");
    }
    return text + "41," + MARKER + "," + MARKER + "," + MARKER + ",x,y,7,8,9," + MARKER + "\n";
  }

  private static String silver(String source) {
    return "/api/sources/" + source + "/medallion/silver";
  }

  private static Map<String, Object> column(String source, Object... others) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("source_column", source);
    column.put("silver_name", source);
    for (int i = 0; i < others.length; i += 2) {
      column.put((String) others[i], others[i + 1]);
    }
    return column;
  }

  private static final Map<String, Object> UNPIVOT =
      Map.of(
          "shape",
          "unpivot",
          "columns",
          List.of("home_phone", "work_phone"),
          "name_column",
          "line",
          "value_column",
          "phone");

  /** One column masked as it is, but renamed; one made of two; one made by SQL from another. */
  private static Map<String, Object> masked() {
    return Map.of(
        "shape",
        List.of(UNPIVOT),
        "columns",
        List.of(
            column("id", "target_type", "INTEGER"),
            column("line"),
            column("phone", "mask", Map.of("how", "keep_part", "first", 0, "last", 1)),
            column("email", "silver_name", "contact", "mask", REDACT),
            column(
                "last", "silver_name", "who", "cast_expression", "upper(\"last\")", "mask", HASH),
            column("city"),
            column("amount", "target_type", "INTEGER")),
        "deduplication",
        Map.of("strategy", "REMOVE_EXACT"));
  }

  /** Recipes of somebody who would like to see it. */
  private static List<Map<String, Object>> curious() {
    List<Map<String, Object>> recipes = new ArrayList<>();
    List<Map<String, Object>> plain = new ArrayList<>();
    for (String name : List.of("id", "home_phone", "work_phone", "email", "last")) {
      plain.add(column(name));
    }
    recipes.add(Map.of("columns", plain));
    recipes.add(Map.of("shape", List.of(UNPIVOT), "columns", List.of(column("phone"))));
    recipes.add(
        Map.of(
            "columns",
            List.of(
                column("id", "silver_name", "a", "cast_expression", "\"Email\""),
                column("id", "silver_name", "b", "cast_expression", "lower(last)"),
                column("id", "silver_name", "c", "cast_expression", "email || work_phone"))));
    recipes.add(
        Map.of(
            "shape",
            List.of(
                Map.of(
                    "shape",
                    "unpivot",
                    "columns",
                    List.of("email", "last"),
                    "name_column",
                    "n",
                    "value_column",
                    "v")),
            "columns",
            List.of(column("v"), column("id", "cast_expression", "v || '!'"))));
    Map<String, Object> half = Map.of("how", "keep_part", "first", 6, "last", 0);
    recipes.add(
        Map.of(
            "columns",
            List.of(column("email", "silver_name", "contact", "mask", half), column("id"))));
    recipes.add(
        Map.of(
            "shape",
            List.of(UNPIVOT),
            "columns",
            List.of(
                column(
                    "phone",
                    "cast_expression",
                    "repeat('-', 50) || phone",
                    "mask",
                    Map.of("how", "keep_part", "first", 0, "last", 9)))));
    return recipes;
  }

  private static List<String> gets(String source) {
    List<String> paths = new ArrayList<>();
    String path = null;
    for (String line : House.resource("openapi.yaml").lines().toList()) {
      if (line.startsWith("  /api/")) {
        path = line.strip().replace(":", "");
      } else if (line.equals("    get:") && path.startsWith("/api/sources/{id}")) {
        for (String layer : List.of("bronze", "silver", "gold")) {
          paths.add(
              path.replace("{id}", source)
                  .replace("{layer}", layer)
                  .replace("{name}", "1")
                  .replace("{number}", "1"));
        }
      }
    }
    paths.add("/api/sources/" + source + "/medallion/silver/diff?from=1&to=2");
    paths.add("/api/sources");
    paths.add("/api/check?source=" + source);
    return paths.stream().distinct().toList();
  }

  @Test
  void noReplyShowsWhatAMaskedColumnIsMadeOf() {
    String source = caller.add("hidden_people.csv", PEOPLE);
    Reply raw = caller.post(silver(source) + "/suggest").is(200);
    assertThat(raw.body()).contains(MARKER);
    // In force for a while as suggested, with all its questions, proposals and examples.
    caller.post(silver(source) + "?wait=60", raw.body()).is(201);
    caller.post(silver(source) + "?wait=60", masked()).is(201);

    Map<String, String> said = new LinkedHashMap<>();
    for (String path : gets(source)) {
      said.put("GET " + path, caller.get(path).body());
    }
    for (String query : List.of("/suggest", "/suggest?again=true")) {
      said.put("suggested" + query, caller.post(silver(source) + query).is(200).body());
    }
    int number = 0;
    for (Map<String, Object> recipe : curious()) {
      number++;
      for (String verb : List.of("/preview", "/diff")) {
        said.put(verb + number, caller.post(silver(source) + verb, recipe).is(200).body());
      }
      for (Object column : (List<?>) recipe.get("columns")) {
        said.put(
            "measure" + number + column, caller.post(silver(source) + "/measure", column).body());
      }
    }
    said.put(
        "a suggested preview",
        caller.post(silver(source) + "/preview", said.get("suggested/suggest")).is(200).body());
    String malformed = "bronze_" + source + "_malformed";
    for (String select :
        List.of(
            "SELECT * FROM " + malformed,
            "SELECT max(_raw) FROM " + malformed,
            "SELECT * FROM bronze_" + source + "_raw",
            "SELECT _row_hash FROM bronze_" + source + "_raw",
            "SELECT max(work_phone || last) FROM bronze_" + source + "_raw")) {
      said.put(select, caller.post("/api/sql", Map.of("sql", select)).is(200).body());
    }
    said.put(
        "revise",
        caller
            .post(silver(source) + "/revise", Map.of("sentence", "keep city as text"))
            .is(200)
            .body());
    said.put(
        "apply",
        caller
            .post(
                silver(source) + "/apply/preview",
                Map.of("edits", List.of(Map.of("edit", "rename", "column", "city", "to", "town"))))
            .body());
    for (String format : List.of("csv", "json")) {
      said.put(
          "rejects as " + format,
          caller.get(silver(source) + "/rejects/export?format=" + format).body());
    }

    List<String> hashes =
        house.engine().query("SELECT _row_hash FROM bronze_" + source + "_raw").rows().stream()
            .map(row -> (String) row.getFirst())
            .toList();
    said.forEach((what, text) -> {
      assertThat(text.replace("\\u", "")).as(what).doesNotContainIgnoringCase(MARKER);
      assertThat(hashes).as("hashes in " + what).noneMatch(text::contains);
    });
    assertThat(said.get("SELECT max(_raw) FROM " + malformed)).contains("***");
    assertThat(said.get("GET /api/sources/" + source + "/medallion/bronze/malformed"))
        .contains("***");
  }

  @Test
  void aFittedRecipeKeepsTheMasksThatAreInForce() {
    String source = caller.add("fitted_people.csv", PEOPLE);
    String kept = "/api/recipes/plain-people?source=" + caller.add("other_people.csv", PEOPLE);
    caller.put(kept.replaceFirst("\\?.*", ""), "{\"source\":\"other_people\"}").is(200);
    caller.post(silver(source) + "?wait=60", masked()).is(201);

    Reply fitted = caller.get(silver(source) + "/recipes/plain-people").is(200);

    assertThat(fitted.body()).doesNotContain(MARKER);
    for (String name : List.of("home_phone", "work_phone", "Email", "last")) {
      assertThat(fitted.at("/recipe/columns"))
          .filteredOn(column -> column.get("source_column").asText().equalsIgnoreCase(name))
          .as(name)
          .isNotEmpty()
          .allMatch(column -> column.hasNonNull("mask"));
    }
  }

  @Test
  void aRowIsNamedByTheHashThatReadersSee() {
    String source = caller.add("named_people.csv", PEOPLE);
    caller.post(silver(source) + "?wait=60", masked()).is(201);
    String bronze = "bronze_" + source + "_raw";
    String seen =
        (String)
            caller
                .sql("SELECT _row_hash FROM " + bronze + " WHERE _row_no = 4")
                .getFirst()
                .getFirst();
    String stored =
        (String)
            house
                .engine()
                .query("SELECT _row_hash FROM " + bronze + " WHERE _row_no = 4")
                .rows()
                .getFirst()
                .getFirst();

    Map<String, String> mend = new LinkedHashMap<>();
    mend.put("column", "amount");
    mend.put("value", "12");
    mend.put("row", stored);
    caller.post(silver(source) + "/overrides", mend).is(404);
    mend.put("row", seen);
    Reply mended = caller.post(silver(source) + "/overrides?wait=60", mend).is(201);

    assertThat(mended.body()).contains(seen).doesNotContain(stored);
    assertThat(caller.get(silver(source) + "/overrides").body())
        .contains(seen)
        .doesNotContain(stored);
    mend.put("row", "1:4");
    caller.post(silver(source) + "/overrides?wait=60", mend).is(201);
  }

  private static final String PAY =
      "city,salary\nRome,1000\nRome,98765.25\nOslo,0\nOslo,0\nOslo," + MARKER + "\n";

  private static Map<String, Object> pay(Map<String, Object> mask) {
    Map<String, Object> salary = column("salary");
    if (mask != null) {
      salary.put("mask", mask);
    }
    return Map.of("columns", List.of(column("city"), salary));
  }

  @Test
  void goldFromBeforeAMaskIsNotReadAndADiffTellsNoTotals() {
    String source = caller.add("pay.csv", PAY);
    String gold = "/api/sources/" + source + "/medallion/gold";
    caller.post(silver(source) + "?wait=60", pay(null)).is(201);
    String text = "CASE WHEN salary = '***' THEN 1 ELSE CAST(salary AS DOUBLE) END";
    String rows = " FROM silver_{source_id}_cleaned WHERE salary NOT LIKE 'q%' GROUP BY city";
    Map<String, Object> tables =
        Map.of(
            "gold_tables",
            List.of(
                Map.of(
                    "name",
                    "gold_pay",
                    "sql",
                    "SELECT city, max(" + text + ") AS most" + rows,
                    "dimensions",
                    List.of("city"),
                    "measures",
                    List.of("most"))));
    caller.post(gold + "?wait=60", tables).is(201);
    caller
        .put("/api/sources/" + source + "/settings", "{\"downstream\":{\"gold\":\"manual\"}}")
        .is(200);
    assertThat(caller.get(gold + "/rows").is(200).body()).contains("98765.25");

    caller.post(silver(source) + "?wait=60", pay(REDACT)).is(201);

    assertThat(caller.get(gold + "/rows").problem(409)).contains("was made before");
    assertThat(caller.get(gold + "/export?format=csv").problem(409)).contains("was made before");
    assertThat(caller.post("/api/sql", Map.of("sql", "SELECT * FROM gold_pay")).problem(409))
        .contains("assay refresh gold " + source);
    assertThat(caller.post("/api/ask", Map.of("question", "most by city", "source", source)).body())
        .doesNotContain("98765");
    caller.post(gold.replace("gold", "silver") + "/diff", pay(null));
    for (boolean rebuilt : List.of(false, true)) {
      if (rebuilt) {
        caller.post(gold + "/refresh?wait=60").is(201);
        assertThat(caller.get(gold + "/rows").is(200).body())
            .contains("Rome")
            .doesNotContain("98765");
      }
      Reply diff = caller.post(silver(source) + "/diff", pay(null)).is(200);
      assertThat(diff.at("/gold").size()).isEqualTo(1);
      assertThat(diff.body()).doesNotContain("98765").doesNotContain(MARKER);
    }
  }

  @Test
  void whyAGoldTableBreaksQuotesNoHiddenValue() {
    String source = caller.add("broken_pay.csv", PAY);
    caller.post(silver(source) + "?wait=60", pay(REDACT)).is(201);
    String text = "CASE WHEN salary = '***' THEN 1 ELSE CAST(salary AS DOUBLE) END";
    Map<String, Object> table =
        Map.of(
            "name",
            "gold_broken",
            "sql",
            "SELECT city, sum("
                + text
                + ") AS all_of FROM silver_{source_id}_cleaned GROUP BY city",
            "dimensions",
            List.of("city"),
            "measures",
            List.of("all_of"));
    caller
        .post(
            "/api/sources/" + source + "/medallion/gold?wait=60",
            Map.of("gold_tables", List.of(table)))
        .is(201);

    Reply diff = caller.post(silver(source) + "/diff", pay(null)).is(200);

    assertThat(diff.at("/gold/0").toString()).contains("does not run");
    assertThat(diff.body()).doesNotContain(MARKER);
  }

  @Test
  void noLoadTellsTheGreatestValueOfAColumnThatWasItsCursor() {
    String text = "id,email\n1,a@x\n2," + MARKER + "@x\n";
    String source = caller.add("cursors.csv", text);
    String url = "/api/sources/" + source;
    caller.put(url + "/settings", "{\"mode\":\"append\",\"cursor\":\"email\"}").is(200);
    caller
        .form(
            "PUT",
            url + "/file?wait=60",
            Map.of(
                "cursors.csv",
                (text + "3,z@x\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            Map.of())
        .is(201);
    assertThat(caller.get(url + "/loads").body()).contains("\"z@x\"");
    Map<String, Object> recipe =
        Map.of("columns", List.of(column("id"), column("email", "mask", REDACT)));
    caller.post(silver(source) + "?wait=60", recipe).is(201);
    caller.put(url + "/settings", "{\"cursor\":\"id\"}").is(200);

    assertThat(caller.get(url + "/loads").body()).doesNotContain("z@x").contains("***");
  }
}
