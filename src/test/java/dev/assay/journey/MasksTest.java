package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A masked column's raw value is nowhere but in Bronze itself. */
class MasksTest {
  /** Values that occur nowhere else, one of them in a row that is rejected. */
  private static final String MARKER = "zyxwv";

  private static final String PEOPLE =
      "id,email,amount,day\n"
          + "1,zyxwv1@secret.example,10,2024-01-01\n"
          + "2,zyxwv2@secret.example,l2,2024-01-02\n"
          + "3,zyxwv1@secret.example,30,2024-01-03\n"
          + "4,,40,2024-01-04\n"
          + "4,zyxwv4@secret.example,41,2024-01-05\n";

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

  private static String silver(String source) {
    return "/api/sources/" + source + "/medallion/silver";
  }

  private static Map<String, Object> recipe(Map<String, Object> mask) {
    Map<String, Object> email = new LinkedHashMap<>();
    email.put("source_column", "email");
    email.put("cleaning", List.of(Map.of("step", "trim"), Map.of("step", "lower")));
    email.put("validation", "LIKE '%@secret.example'");
    if (mask != null) {
      email.put("mask", mask);
    }
    return Map.of(
        "columns",
        List.of(
            Map.of("source_column", "id", "target_type", "INTEGER"),
            email,
            Map.of("source_column", "amount", "target_type", "INTEGER"),
            Map.of("source_column", "day", "target_type", "DATE")),
        "deduplication",
        Map.of("strategy", "KEEP_LATEST", "key_columns", List.of("id"), "order_by", "day"));
  }

  private static List<Object> emails(String source) {
    return caller.sql("SELECT email FROM silver_" + source + "_cleaned ORDER BY id").stream()
        .map(List::getFirst)
        .toList();
  }

  @Test
  void aHashKeepsEqualValuesEqualAndADuplicateIsFoundByTheValueItself() {
    String source = caller.add("hashed.csv", PEOPLE);
    caller.post(silver(source) + "?wait=60", recipe(Map.of("how", "hash"))).is(201);

    List<Object> emails = emails(source);

    assertThat(emails).hasSize(3);
    assertThat(emails.get(0)).isEqualTo(emails.get(1)).isNotEqualTo(emails.get(2));
    assertThat((String) emails.get(0)).matches("[0-9a-f]{32}");
  }

  @Test
  void aMaskHidesAllOrAllButTheEnds() {
    String source =
        caller.add("kept.csv", "id,email,amount,day\n1,ab,1,2024-01-01\n2,abcdefgh,2,\n3,,3,\n");
    Map<String, Object> plain = recipe(Map.of("how", "keep_part", "first", 1, "last", 2));
    Map<String, Object> all = new LinkedHashMap<>(plain);
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Object column : (List<?>) plain.get("columns")) {
      @SuppressWarnings("unchecked")
      Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) column);
      copy.remove("validation");
      columns.add(copy);
    }
    all.put("columns", columns);
    caller.post(silver(source) + "?wait=60", all).is(201);
    assertThat(emails(source)).containsExactly("**", "a*****gh", null);

    columns.get(1).put("mask", Map.of("how", "redact"));
    caller.post(silver(source) + "?wait=60", all).is(201);
    assertThat(emails(source)).containsExactly("***", "***", null);

    // A type is what values are cast to before they are masked.
    columns.get(2).put("mask", Map.of("how", "redact"));
    caller.post(silver(source) + "?wait=60", all).is(201);
    assertThat(caller.sql("SELECT amount FROM silver_" + source + "_cleaned ORDER BY id"))
        .containsExactly(List.of("***"), List.of("***"), List.of("***"));
  }

  @Test
  void whatOneColumnMasksNoOtherMayShow() {
    String source = caller.add("twice.csv", PEOPLE);
    Map<String, Object> recipe =
        Map.of(
            "columns",
            List.of(
                Map.of("source_column", "email", "mask", Map.of("how", "redact")),
                Map.of("source_column", "email", "silver_name", "mail"),
                Map.of(
                    "source_column",
                    "id",
                    "silver_name",
                    "both",
                    "cast_expression",
                    "id || email")));

    Reply refused = caller.post(silver(source) + "?wait=60", recipe).is(400);

    assertThat(refused.at("/problems")).hasSize(2);
    assertThat(refused.text("/problems/0/pointer")).isEqualTo("/columns/1/mask");
    assertThat(refused.text("/problems/1/pointer")).isEqualTo("/columns/2/mask");
  }

  @Test
  void theRawValueAppearsInNoAnswerOfTheProduct() {
    String source = caller.add("people.csv", PEOPLE);
    // First without a mask, as suggested, with all its evidence and a Gold table over it.
    caller.buildAsSuggested(source);
    JsonNode suggested = caller.post(silver(source) + "/suggest").is(200).json();
    assertThat(suggested.toString() + caller.get("/api/sources/" + source + "/profile").body())
        .contains(MARKER);

    Map<String, Object> masked = recipe(Map.of("how", "hash"));
    caller.post(silver(source) + "/preview", masked).is(200);
    caller.post(silver(source) + "?wait=60", masked).is(201);
    Map<String, String> mended =
        Map.of("row", "1:3", "column", "email", "value", MARKER + "@secret.example");

    Map<String, String> said = new LinkedHashMap<>();
    said.put("preview", caller.post(silver(source) + "/preview", masked).body());
    said.put("mend", caller.post(silver(source) + "/overrides", mended).is(201).body());
    said.put("overrides", caller.get(silver(source) + "/overrides").body());
    said.put("preview of mended", caller.post(silver(source) + "/preview", masked).body());
    said.put("source", caller.get("/api/sources/" + source).body());
    said.put("sources", caller.get("/api/sources").body());
    said.put("profile", caller.get("/api/sources/" + source + "/profile").body());
    said.put("medallion", caller.get("/api/sources/" + source + "/medallion").body());
    said.put("suggestion", caller.post(silver(source) + "/suggest").body());
    said.put("rejects", caller.get(silver(source) + "/rejects").body());
    said.put("difference", caller.post(silver(source) + "/diff", masked).body());
    said.put("history", caller.get(silver(source) + "/history").body());
    said.put("check", caller.get("/api/check?source=" + source).body());
    said.put("drift", caller.get("/api/sources/" + source + "/drift").body());
    for (String layer : List.of("bronze", "silver", "gold")) {
      String url = "/api/sources/" + source + "/medallion/" + layer;
      said.put(layer + " logs", caller.get(url + "/logs").body());
      if (!layer.equals("gold")) {
        said.put(layer, caller.get(url + "/rows").is(200).body());
        said.put(layer + " csv", caller.get(url + "/export?format=csv").is(200).body());
        said.put(layer + " parquet", caller.get(url + "/export?format=parquet").is(200).body());
      }
    }
    String bronze = "bronze_" + source + "_raw";
    for (String select :
        List.of(
            "SELECT * FROM " + bronze,
            "SELECT b FROM " + bronze + " b",
            "SELECT x FROM " + bronze + " AS t(a, b, c, d, e, f, x)",
            "SELECT max(email) FROM " + bronze,
            "SELECT b.email FROM " + bronze + " b JOIN " + bronze + " c USING (_row_no)",
            "SELECT " + bronze + ".email FROM " + bronze,
            "WITH t AS (SELECT * FROM " + bronze + ") SELECT * FROM t",
            "WITH " + bronze + " AS (SELECT * FROM " + bronze + ") SELECT * FROM " + bronze,
            "SELECT (SELECT string_agg(email, ',') FROM " + bronze + ")",
            "SELECT CAST(email AS INTEGER) FROM " + bronze,
            "SELECT email FROM " + bronze + " WHERE email LIKE 'zyx%'",
            "FROM " + bronze + " SELECT COLUMNS('em.*')",
            "SELECT key FROM assay_mask_key")) {
      said.put(select, caller.post("/api/sql", Map.of("sql", select)).body());
    }
    for (String question : List.of("total amount by email", "how many rows per email", "emails")) {
      said.put(
          question, caller.post("/api/ask", Map.of("question", question, "source", source)).body());
    }
    said.put(
        "kept",
        house
            .engine()
            .query("SELECT recipe_json, log_json, ledger_json FROM assay_published")
            .rows()
            .stream()
            .filter(row -> ((String) row.getFirst()).contains("\"mask\""))
            .toList()
            .toString());

    assertThat(said.get("kept")).contains("hash");
    assertThat(said.get("SELECT max(email) FROM " + bronze)).contains("***");
    assertThat(said.get("SELECT key FROM assay_mask_key")).contains("assay_mask_key");
    String key =
        (String)
            house.engine().query("SELECT key FROM assay_mask_key").rows().getFirst().getFirst();
    said.forEach((what, text) ->
        assertThat(text.replace("LIKE 'zyx%'", "")).as(what).doesNotContain(MARKER, key));
    assertThat(Json.write(house.engine().query("SELECT email FROM " + bronze).rows()))
        .contains(MARKER);
  }

  @Test
  void aMaskThatIsTakenAwayShowsValuesAgainAfterARebuild() {
    String source = caller.add("shown.csv", PEOPLE);
    caller.post(silver(source) + "?wait=60", recipe(Map.of("how", "redact"))).is(201);
    Reply preview = caller.post(silver(source) + "/preview", recipe(null)).is(200);
    assertThat(preview.at("/replay/possible").asBoolean()).isFalse();
    assertThat(preview.text("/replay/because/0")).contains("masked in another way");

    caller.post(silver(source) + "?wait=60", recipe(null)).is(201);

    assertThat(emails(source).getFirst()).isEqualTo("zyxwv1@secret.example");
    assertThat(caller.get("/api/sources/" + source + "/medallion/bronze/rows").body())
        .contains(MARKER);
  }
}
