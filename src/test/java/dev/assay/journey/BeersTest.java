package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.model.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real dirty data, built as suggested with no hand, beside its clean version. */
class BeersTest {
  /** City and state in one cell, and a state left out, are beyond casts, units and null tokens. */
  private static final Set<String> BEYOND = Set.of("city", "state");

  @TempDir private Path folder;

  @Test
  void silverMendsWhatCanBeMendedAndHarmsNearlyNothing() throws Exception {
    String dirtyText = House.resource("beers/dirty.csv");
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.add("beers.csv", dirtyText);
      caller.buildAsSuggested("beers");
      assertThat(caller.strip("beers")).isEqualTo("ready ready ready");

      String recipe = caller.post("/api/sources/beers/medallion/silver/suggest").body();
      List<String> names = names(Json.read(recipe, JsonNode.class));
      Map<Long, List<Object>> silver = new HashMap<>();
      for (int from = 0; from < 3_000; from += 1_000) {
        caller
            .get("/api/sources/beers/medallion/silver/rows?limit=1000&offset=" + from)
            .rows()
            .forEach(row -> silver.put(((Number) row.get(1)).longValue(), row));
      }
      List<CsvRecord> dirty = records(dirtyText);
      List<CsvRecord> clean = records(House.resource("beers/clean.csv"));
      compare(names, dirty, clean, silver);
      assertThat(caller.get("/api/check?source=beers").is(200).json())
          .allSatisfy(
              check -> assertThat(check.get("passed").asBoolean()).as("%s", check).isTrue());
    }
  }

  private static void compare(
      List<String> names,
      List<CsvRecord> dirty,
      List<CsvRecord> clean,
      Map<Long, List<Object>> silver) {
    int wrong = 0;
    int mended = 0;
    int right = 0;
    int harmed = 0;
    int gone = 0;
    for (int i = 1; i < clean.size(); i++) {
      List<Object> row = silver.get(dirty.get(i).getStartingLineNumber());
      gone += row == null ? 1 : 0;
      for (int column = 0; column < names.size(); column++) {
        String truth = clean.get(i).getField(column);
        // Identity stands before the columns of the recipe; a row that is gone has harmed its
        // cells.
        boolean same = row != null && same(truth, row.get(column + row.size() - names.size()));
        if (dirty.get(i).getField(column).equals(truth)) {
          right++;
          harmed += same ? 0 : 1;
        } else if (!BEYOND.contains(names.get(column))) {
          wrong++;
          mended += same ? 1 : 0;
        }
      }
    }
    System.out.printf(
        "beers, built: %d of %d wrong cells mended (%.1f%%), %d of %d right cells harmed (%.2f%%),"
            + " %d of %d rows not in Silver%n",
        mended,
        wrong,
        100.0 * mended / wrong,
        harmed,
        right,
        100.0 * harmed / right,
        gone,
        clean.size() - 1);
    assertThat(wrong).isGreaterThan(1_000);
    assertThat((double) mended / wrong).isGreaterThanOrEqualTo(0.75);
    assertThat((double) harmed / right).isLessThan(0.01);
  }

  private static List<String> names(JsonNode recipe) {
    return StreamSupport.stream(recipe.get("columns").spliterator(), false)
        .map(column -> column.get("silver_name").asText())
        .toList();
  }

  private static List<CsvRecord> records(String csv) throws Exception {
    String plain = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(plain)) {
      reader.forEach(records::add);
    }
    return records;
  }

  /** Equal as texts, or as numbers but for the last bits of a double. */
  private static boolean same(String truth, Object value) {
    if (value == null) {
      return truth.isEmpty();
    }
    if (value.toString().equals(truth)) {
      return true;
    }
    try {
      BigDecimal difference = new BigDecimal(truth).subtract(new BigDecimal(value.toString()));
      return difference.abs().compareTo(new BigDecimal("1e-12")) < 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
