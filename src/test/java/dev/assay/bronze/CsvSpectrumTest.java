package dev.assay.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvSpectrumTest {
  private static final Path FOLDER = Path.of("src/test/resources/csv-spectrum");

  static Stream<String> files() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER.resolve("csvs"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".csv", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyCellIsAsTheTruthHasIt(String name, @TempDir Path folder) throws Exception {
    try (LandingFixture fixture = new LandingFixture(folder)) {
      Landed landed = fixture.land(FOLDER.resolve("csvs").resolve(name + ".csv"));
      List<Map<String, Object>> rows = new ArrayList<>();
      for (List<Object> cells : fixture.cells()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(fixture.names().get(i), cells.get(i));
        }
        rows.add(row);
      }
      assertThat(rows).isEqualTo(truth(name));
      assertThat(landed.rowsMalformed()).isZero();
    }
  }

  private static List<Map<String, Object>> truth(String name) throws Exception {
    JsonNode json =
        new ObjectMapper().readTree(FOLDER.resolve("json").resolve(name + ".json").toFile());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode object : json.isArray() ? json : List.of(json)) {
      Map<String, Object> row = new LinkedHashMap<>();
      object.properties().forEach(entry -> row.put(entry.getKey(), entry.getValue().asText()));
      // The published truth has another phone number than its CSV: see the README beside it.
      row.replace("Contact Phone Number", "1234567890", "2095257564");
      rows.add(row);
    }
    return rows;
  }
}
