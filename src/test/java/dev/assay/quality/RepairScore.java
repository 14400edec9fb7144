package dev.assay.quality;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a suggestion makes of real dirty data, beside its clean version.
 *
 * @param wrong cells that differ from the clean ones and are within reach
 * @param changed cells whose value the suggestion changes
 * @param mended wrong cells that become the clean ones
 * @param sound cells that were right
 * @param harmed cells that were right and are no longer
 */
public record RepairScore(long wrong, long changed, long mended, long sound, long harmed) {
  /**
   * The beers: city and state in one cell, and a state left out, are beyond casts, units and words
   * for "missing".
   */
  public static RepairScore beers() {
    return of("beers/dirty.csv", "beers/clean.csv", Set.of("city", "state"));
  }

  /** Compares cell by cell; columns {@code beyond} count only where they were right. */
  static RepairScore of(String dirtyFile, String cleanFile, Set<String> beyond) {
    List<List<String>> dirty = read(dirtyFile);
    List<List<String>> clean = read(cleanFile);
    List<String> headers = dirty.getFirst();
    List<List<String>> columns =
        IntStream.range(0, headers.size())
            .mapToObj(i ->
                dirty.stream()
                    .skip(1)
                    .map(row -> row.get(i).isEmpty() ? null : row.get(i))
                    .toList())
            .toList();
    long wrong = 0;
    long changed = 0;
    long mended = 0;
    long sound = 0;
    long harmed = 0;
    try (Landed landed = new Landed()) {
      SilverRecipe recipe = landed.suggest(dirtyFile, headers, columns);
      for (int i = 0; i < headers.size(); i++) {
        SilverColumn column = recipe.columns().get(i);
        boolean reachable = !beyond.contains(column.silverName());
        List<List<Object>> rows = landed.read(column);
        for (int row = 0; row < rows.size(); row++) {
          String before = dirty.get(row + 1).get(i);
          String truth = clean.get(row + 1).get(i);
          String after = (String) rows.get(row).get(1);
          boolean right = same(truth, after);
          if (before.equals(truth)) {
            sound++;
            harmed += right ? 0 : 1;
            changed += right ? 0 : 1;
          } else if (reachable) {
            wrong++;
            mended += right ? 1 : 0;
            changed += same(before, after) ? 0 : 1;
          }
        }
      }
    }
    return new RepairScore(wrong, changed, mended, sound, harmed);
  }

  /** Twice what was mended over what was wrong and what was changed. */
  public double f1() {
    return wrong + changed == 0 ? 1 : 2.0 * mended / (wrong + changed);
  }

  public double damage() {
    return (double) harmed / sound;
  }

  @Override
  public String toString() {
    return String.format(
        "%d of %d wrong cells mended by %d changes: F1 %.3f; %d of %d right cells harmed: %.2f%%",
        mended, wrong, changed, f1(), harmed, sound, 100 * damage());
  }

  static List<List<String>> read(String resource) {
    try (Reader reader =
            new InputStreamReader(
                RepairScore.class.getResourceAsStream("/" + resource), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
      List<List<String>> records = new ArrayList<>();
      csv.forEach(record ->
          records.add(
              record.getFields().stream().map(field -> field.replace("\ufeff", "")).toList()));
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Equal as texts, or as numbers but for the last bits of a double. */
  private static boolean same(String truth, String value) {
    if (value == null) {
      return truth.isEmpty();
    }
    if (value.equals(truth)) {
      return true;
    }
    try {
      BigDecimal difference = new BigDecimal(truth).subtract(new BigDecimal(value));
      return difference.abs().compareTo(new BigDecimal("1e-12")) < 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
