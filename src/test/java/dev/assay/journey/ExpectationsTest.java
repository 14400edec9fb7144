package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules and the rows that must fail them, as another project has written them down. */
class ExpectationsTest {
  @TempDir private static Path folder;
  private static Caller caller;
  private static House house;
  private static int sources;

  @BeforeAll
  static void open() {
    house = House.open(folder);
    caller = house.caller;
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest(name = "{0}: {1} cases, {2} beyond")
  @CsvSource({
    "expect_column_values_to_not_be_null, 7, 0",
    "expect_column_values_to_be_in_set, 9, 5",
    "expect_column_values_to_match_regex, 22, 0",
    "expect_column_values_to_be_unique, 11, 1"
  })
  void eachRuleRejectsExactlyTheRowsThatAreNamed(String rule, int cases, int beyond) {
    Map<String, String> skipped = new TreeMap<>();
    int checked = 0;
    JsonNode file = Json.read(House.resource("expectations/" + rule + ".json"), JsonNode.class);
    for (JsonNode dataset : file.get("datasets")) {
      String source = add(dataset.get("data"));
      for (JsonNode test : dataset.get("tests")) {
        String title = test.get("title").asText();
        Optional<String> reason = notOurs(test);
        if (reason.isPresent()) {
          skipped.put(title, reason.get());
        } else {
          assertThat(rejected(source, dataset.get("data"), rule, test.get("in")))
              .as(title)
              .isEqualTo(expected(test.get("out")));
          checked++;
        }
      }
    }
    System.out.printf("%s: %d hold; not expressible: %s%n", rule, checked, skipped);
    assertThat(List.of(checked, skipped.size())).containsExactly(cases, beyond);
  }

  /** Why a case says something that no validation of ours can say. */
  private static Optional<String> notOurs(JsonNode test) {
    if (test.get("in").has("row_condition")) {
      return Optional.of("a condition on other columns");
    }
    if (test.get("in").has("value_set") && test.get("in").get("value_set").isEmpty()) {
      return Optional.of("an empty set");
    }
    if (test.path("only_for").toString().contains("bigquery")) {
      return Optional.of("NULL as the text 'None'");
    }
    return Optional.empty();
  }

  /** The line of a row is its index and two: the header is line 1. */
  private static List<Integer> rejected(
      String source, JsonNode data, String rule, JsonNode parameters) {
    String column = parameters.get("column").asText();
    Map<String, Object> recipe =
        Map.of(
            "columns",
            List.of(
                Map.of(
                    "source_column", column,
                    "target_type", type(data.get(column)),
                    "validation", validation(rule, parameters))));
    String silver = "/api/sources/" + source + "/medallion/silver";
    caller.post(silver + "?wait=60", recipe).is(201);
    return caller.get(silver + "/rejects").is(200).rows().stream()
        .map(row -> ((Number) row.get(1)).intValue() - 2)
        .toList();
  }

  private static List<Integer> expected(JsonNode out) {
    List<Integer> rows = new ArrayList<>();
    out.path("unexpected_index_list").forEach(row -> rows.add(row.get("pk_index").asInt()));
    if (rows.isEmpty()) {
      assertThat(out.get("success").asBoolean()).isTrue();
    }
    return rows;
  }

  private static String validation(String rule, JsonNode parameters) {
    return switch (rule) {
      case "expect_column_values_to_not_be_null" -> "NOT NULL";
      case "expect_column_values_to_be_unique" -> "UNIQUE";
      case "expect_column_values_to_match_regex" ->
          "MATCHES " + literal(parameters.get("regex").asText());
      case "expect_column_values_to_be_in_set" ->
          "IN ("
              + stream(parameters.get("value_set"))
                  .map(value -> value.isTextual() ? literal(value.asText()) : value.asText())
                  .collect(Collectors.joining(", "))
              + ")";
      default -> throw new IllegalArgumentException(rule);
    };
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String type(JsonNode values) {
    List<JsonNode> given = stream(values).filter(value -> !value.isNull()).toList();
    if (given.isEmpty() || !given.stream().allMatch(JsonNode::isNumber)) {
      return "TEXT";
    }
    return given.stream().allMatch(JsonNode::isIntegralNumber) ? "INTEGER" : "DOUBLE";
  }

  /** As CSV: NULL is an empty field, text is quoted. */
  private static String add(JsonNode data) {
    List<String> names = new ArrayList<>();
    data.fieldNames().forEachRemaining(names::add);
    int rows = data.get(names.getFirst()).size();
    StringBuilder csv = new StringBuilder("pk," + String.join(",", names) + "\n");
    for (int i = 0; i < rows; i++) {
      csv.append(i);
      for (String name : names) {
        JsonNode value = data.get(name).get(i);
        csv.append(",")
            .append(
                value.isNull()
                    ? ""
                    : value.isTextual() ? '"' + value.asText() + '"' : value.asText());
      }
      csv.append("\n");
    }
    return caller
        .upload(
            "/api/sources?wait=60",
            "data" + ++sources + ".csv",
            csv.toString().getBytes(StandardCharsets.UTF_8),
            Map.of("header", "true", "delimiter", ","))
        .is(201)
        .text("/source/id");
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
