package dev.assay.profile;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.sql.ProfileSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the different texts of columns: all of them where they are few, else those of a sample
 * spread evenly over the table.
 */
final class ValueReader {
  /** With so few rows every text is read. */
  private static final int SMALL = 20_000;

  private static final int SAMPLE = 10_000;

  /** A sample with no more different texts than this comes from a column of few texts. */
  private static final int FEW_IN_SAMPLE = 2_500;

  private static final int LONG_TEXT = 400;

  private final Engine engine;

  ValueReader(Engine engine) {
    this.engine = engine;
  }

  /** The texts of each column, by its name. */
  Map<String, Values> read(String table, List<String> columns, long rows, Work work) {
    if (rows <= SMALL) {
      return different(table, columns, SMALL, work);
    }
    Map<String, Values> samples = samples(table, columns, rows, work);
    List<String> few = columns.stream().filter(column -> fewTexts(samples.get(column))).toList();
    if (!few.isEmpty()) {
      samples.putAll(different(table, few, SMALL, work));
    }
    return samples;
  }

  private static boolean fewTexts(Values sample) {
    return sample.counts().size() <= FEW_IN_SAMPLE
        && sample.counts().stream().allMatch(value -> value.value().length() <= LONG_TEXT);
  }

  /** All texts of columns; a column with more than {@code limit} is left out. */
  private Map<String, Values> different(String table, List<String> columns, int limit, Work work) {
    List<List<ValueCount>> texts = new ArrayList<>();
    columns.forEach(_ -> texts.add(new ArrayList<>()));
    for (List<Object> row :
        engine.query(ProfileSql.different(table, columns, limit + 1), work).rows()) {
      texts
          .get(((Long) row.get(0)).intValue())
          .add(new ValueCount((String) row.get(1), (Long) row.get(2)));
    }
    Map<String, Values> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (texts.get(i).size() <= limit) {
        values.put(columns.get(i), new Values(texts.get(i), true));
      }
    }
    return values;
  }

  private Map<String, Values> samples(String table, List<String> columns, long rows, Work work) {
    List<List<Object>> sample =
        engine.query(ProfileSql.spread(table, columns, rows, SAMPLE), work).rows();
    if (sample.size() < SAMPLE / 2) {
      sample = engine.query(ProfileSql.reservoir(table, columns, SAMPLE), work).rows();
    }
    long each = Math.max(1, rows / Math.max(1, sample.size()));
    Map<String, Values> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Map<String, Long> counts = new HashMap<>();
      for (List<Object> row : sample) {
        if (row.get(i) != null) {
          counts.merge((String) row.get(i), each, Long::sum);
        }
      }
      values.put(
          columns.get(i),
          new Values(
              counts.entrySet().stream()
                  .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                  .toList(),
              false));
    }
    return values;
  }
}
