package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import dev.assay.model.RowCriterion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows as somebody looks at them: sorted, filtered, far down, and beside what Silver made of them.
 */
class RowsTest {
  private static final String ORDERS =
      "id,amount,city\n1, 10 ,Porto\n2,l2,Braga\n3,9,\n3,9,\n4,100,total\n5,7,\"<b>Faro</b>\"\n";

  private static final Map<String, Object> RECIPE =
      Map.of(
          "columns",
          List.of(
              Map.of("source_column", "id", "target_type", "INTEGER"),
              Map.of(
                  "source_column",
                  "amount",
                  "target_type",
                  "INTEGER",
                  "cleaning",
                  List.of(Map.of("step", "trim")))),
          "deduplication",
          Map.of("key_columns", List.of("id"), "strategy", "KEEP_FIRST"),
          "filters",
          List.of(
              Map.of(
                  "name", "totals", "column", "city", "keep", "<> 'total'", "as_received", true)));

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

  private static String rows(String source, String layer, String query) {
    return "/api/sources/" + source + "/medallion/" + layer + "/rows?" + query;
  }

  private static String filter(RowCriterion... criteria) {
    return "filter=" + URLEncoder.encode(Json.write(criteria), StandardCharsets.UTF_8);
  }

  private static List<Object> ids(String address) {
    JsonNode answer = caller.get(address).is(200).json();
    int at =
        StreamSupport.stream(answer.get("columns").spliterator(), false)
            .map(column -> column.get("name").asText())
            .toList()
            .indexOf("id");
    List<Object> ids = new ArrayList<>();
    answer.get("rows").forEach(row -> ids.add(row.get(at).asText()));
    return ids;
  }

  @Test
  void rowsAreFilteredByTextNumberRangeAndAbsence() {
    String source = caller.add("filtered.csv", ORDERS);

    assertThat(ids(rows(source, "bronze", filter(new RowCriterion.Containing("city", "<B>faro")))))
        .containsExactly("5");
    assertThat(ids(rows(source, "bronze", filter(new RowCriterion.Equal("id", "3")))))
        .containsExactly("3", "3");
    assertThat(ids(rows(source, "bronze", filter(new RowCriterion.Between("amount", "8", "50")))))
        .containsExactly("1", "3", "3");
    assertThat(ids(rows(source, "bronze", filter(new RowCriterion.Missing("city")))))
        .containsExactly("3", "3");
    assertThat(
            ids(
                rows(
                    source,
                    "bronze",
                    filter(
                        new RowCriterion.Present("city"),
                        new RowCriterion.Between("amount", "10", null)))))
        .containsExactly("1", "4");
    String hostile = "x'; DROP TABLE bronze_filtered_raw; --";
    assertThat(ids(rows(source, "bronze", filter(new RowCriterion.Equal("city", hostile)))))
        .isEmpty();
    assertThat(ids(rows(source, "bronze", ""))).hasSize(6);
  }

  @Test
  void rowsAreSortedWithNumbersAsNumbersAndWhatIsMissingLast() {
    String source = caller.add("sorted.csv", ORDERS);
    assertThat(ids(rows(source, "bronze", "sort=amount")))
        .containsExactly("5", "3", "3", "1", "4", "2");
    assertThat(ids(rows(source, "bronze", "sort=amount&descending=true&limit=2&offset=1")))
        .containsExactly("1", "3");
    assertThat(ids(rows(source, "bronze", "sort=city"))).endsWith("3", "3");
  }

  @Test
  void whatCannotBeLookedForIsSaidInASentence() {
    String source = caller.add("unfit.csv", ORDERS);
    caller.post("/api/sources/" + source + "/medallion/silver?wait=60", RECIPE).is(201);
    assertThat(caller.get(rows(source, "silver", "sort=colour")).problem(404))
        .startsWith("There is no column 'colour' in silver_unfit_cleaned.");
    assertThat(
            caller
                .get(rows(source, "silver", filter(new RowCriterion.Equal("amount", "ten"))))
                .problem(400))
        .isEqualTo("'ten' cannot be compared with 'amount', which is of type INTEGER.");
    assertThat(caller.get(rows(source, "silver", "filter=%5B")).status()).isBetween(400, 422);
  }

  @Test
  void aLongCellComesCutOffAndWholeWhereItIsAskedFor() {
    String source = caller.add("long.csv", "id,note\n1," + "é".repeat(1_000_000) + "\n2,short\n");
    assertThat(caller.get(rows(source, "bronze", "cells=300")).is(200).body().length())
        .isLessThan(3_000);
    assertThat(
            caller.get(rows(source, "bronze", "limit=1&offset=0")).is(200).at("/rows/0/6").asText())
        .isEqualTo("é".repeat(1_000_000));
  }

  @Test
  void everyPageOfManyRowsIsWhereItsNumberSays() {
    StringBuilder many = new StringBuilder("id,kind\n");
    IntStream.range(0, 12_000)
        .forEach(i -> many.append(i % 5 == 4 ? "x" : i).append(',').append(i % 3).append('\n'));
    String source = caller.add("many.csv", many.toString());
    caller
        .post(
            "/api/sources/" + source + "/medallion/silver?wait=60",
            Map.of(
                "columns",
                List.of(
                    Map.of("source_column", "id", "target_type", "INTEGER"),
                    Map.of("source_column", "kind", "target_type", "INTEGER"))))
        .is(201);
    List<Object> kept =
        new ArrayList<>(
            IntStream.range(0, 12_000)
                .filter(i -> i % 5 != 4)
                .mapToObj(Integer::toString)
                .toList());
    List<Object> paged = new ArrayList<>();
    for (int offset = 0; offset < kept.size() + 700; offset += 700) {
      paged.addAll(ids(rows(source, "silver", "limit=700&offset=" + offset)));
    }
    assertThat(paged).isEqualTo(kept);
    String zero = filter(new RowCriterion.Equal("kind", "0"));
    List<Object> filtered =
        kept.stream().filter(id -> Integer.parseInt((String) id) % 3 == 0).toList();
    assertThat(ids(rows(source, "silver", zero + "&limit=10&offset=3000")))
        .isEqualTo(filtered.subList(3000, 3010));
    assertThat(ids(rows(source, "silver", "sort=id&descending=true&limit=3&offset=5000")))
        .isEqualTo(kept.reversed().subList(5000, 5003));
    assertThat(caller.get(rows(source, "silver", zero + "&limit=0")).at("/total").asInt())
        .isEqualTo(filtered.size());
  }

  @Test
  void eachRowOfBronzeStandsBesideWhatBecameOfIt() {
    String source = caller.add("fates.csv", ORDERS);
    caller.post("/api/sources/" + source + "/medallion/silver?wait=60", RECIPE).is(201);
    String changes = "/api/sources/" + source + "/medallion/silver/changes";

    JsonNode all = caller.get(changes).is(200).json();
    assertThat(all.get("columns").findValuesAsText("source"))
        .containsExactly("id", "amount", "city");
    assertThat(all.get("rows").findValuesAsText("fate"))
        .containsExactly("changed", "rejected", "kept", "duplicate", "filtered", "kept");
    JsonNode first = all.at("/rows/0");
    assertThat(first.get("row").asText()).isEqualTo("1:2");
    assertThat(first.get("file").asText()).isEqualTo("fates.csv");
    assertThat(first.at("/before/1").asText()).isEqualTo(" 10 ");
    assertThat(first.at("/after/1").asInt()).isEqualTo(10);
    assertThat(first.get("changed").toString()).isEqualTo("[1]");
    assertThat(all.at("/rows/1/reasons/0").asText()).isEqualTo("invalid_amount");
    assertThat(all.at("/rows/1").has("after")).isFalse();
    assertThat(all.at("/rows/3/kept").asText()).isEqualTo("1:4");

    JsonNode rejected = caller.get(changes + "?fate=rejected&reason=invalid_amount").json();
    assertThat(rejected.get("total").asInt()).isEqualTo(1);
    assertThat(caller.get(changes + "?fate=lost").problem(400)).contains("kept, changed");
    for (JsonNode row : all.get("rows")) {
      String name = row.get("row").asText();
      JsonNode one = caller.get(changes + "?row=" + name).is(200).json();
      assertThat(one.get("rows")).containsExactly(row);
      assertThat(one.get("total").asLong()).isEqualTo(1);
    }
    assertThat(caller.get(changes + "?row=9:9").is(200).json().get("rows")).isEmpty();
    assertThat(caller.get(changes + "?row=nine").problem(400)).contains("such as 1:20");
    assertThat(caller.get(changes + "/fates").is(200).json().findValuesAsText("rows"))
        .containsExactly("2", "1", "1", "1", "1", "0");
  }

  @Test
  void whatIsMaskedIsNeitherShownNorFoundNorSorted() {
    String source = caller.add("masked.csv", "id,email\n1,zoe@x.com\n2,ann@x.com\n3,\n");
    caller
        .post(
            "/api/sources/" + source + "/medallion/silver?wait=60",
            Map.of(
                "columns",
                List.of(
                    Map.of("source_column", "id", "target_type", "INTEGER"),
                    Map.of("source_column", "email", "mask", Map.of("how", "redact")))))
        .is(201);
    assertThat(ids(rows(source, "bronze", filter(new RowCriterion.Containing("email", "ann")))))
        .isEmpty();
    assertThat(ids(rows(source, "bronze", "sort=email"))).containsExactly("1", "2", "3");
    Reply changes = caller.get("/api/sources/" + source + "/medallion/silver/changes").is(200);
    assertThat(changes.body()).doesNotContain("@x.com").contains("\"masked\":true");
  }
}
