package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.ColumnType;
import dev.assay.model.Json;
import dev.assay.model.SilverColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real columns whose types a person annotated. */
class ColumnTypesTest {
  @Test
  void typesAtLeastNineOfTenColumnsAsAPersonDid() throws IOException {
    JsonNode annotations =
        Json.mapper().readTree(getClass().getResourceAsStream("/column-types/annotations.json"));
    int columns = 0;
    List<String> differing = new ArrayList<>();
    for (String file : List.of("auto", "accident2016", "data_gov_10151_1")) {
      try (Bronze bronze =
          new Bronze().landFile("column-types/" + file + ".csv", !file.equals("auto"))) {
        List<SilverColumn> suggested = bronze.suggest().columns();
        for (int i = 0; i < suggested.size(); i++) {
          String annotated = annotations.get(file).get(i).asText();
          columns++;
          if (!fits(annotated, suggested.get(i).targetType())) {
            differing.add(
                file
                    + "."
                    + suggested.get(i).silverName()
                    + " is "
                    + suggested.get(i).targetType().text()
                    + ", annotated "
                    + annotated
                    + " ("
                    + suggested.get(i).evidence().because()
                    + ")");
          }
        }
      }
    }
    int right = columns - differing.size();
    System.out.printf(
        "column-types: %d of %d columns typed as annotated (%.1f%%); not: %s%n",
        right, columns, 100.0 * right / columns, differing);
    assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * columns));
  }

  private static boolean fits(String annotated, ColumnType type) {
    return switch (annotated) {
      case "integer" -> type == ColumnType.Simple.INTEGER || type == ColumnType.Simple.BIGINT;
      case "float" -> type instanceof ColumnType.Decimal || type == ColumnType.Simple.DOUBLE;
      case "date-eu", "date-iso-8601" -> type == ColumnType.Simple.DATE;
      // Our types have no gender: its codes stay what they are.
      case "gender" -> type == ColumnType.Simple.TEXT || type == ColumnType.Simple.INTEGER;
      case "string" -> type == ColumnType.Simple.TEXT;
      default -> throw new IllegalArgumentException(annotated);
    };
  }
}
