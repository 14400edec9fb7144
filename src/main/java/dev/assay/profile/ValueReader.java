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
  static final int SMALL = 20_000;

  /** With so few rows it is cheapest to read them as they are. */
  private static final int TINY = 2_000;

  private static final int SAMPLE = 10_000;

  /** Rows of a sample of many columns. */
  private static final int WIDE_SAMPLE = 3_000;

  private static final int WIDE = 40;

  /** A sample whose texts are repeated at least so often comes from a column of few texts. */
  private static final double REPEATED = 4;

  private static final int LONG_TEXT = 400;

  private final Engine engine;

  ValueReader(Engine engine) {
    this.engine = engine;
  }

  /** The texts of each column, by its name. */
  Map<String, Values> read(String table, List<String> columns, long rows, Work work) {
    if (rows <= TINY) {
      return counted(columns, engine.query(ProfileSql.all(table, columns), work).rows(), 1, true);
    }
    if (rows <= SMALL) {
      return different(table, columns, SMALL, work);
    }
    int wanted = columns.size() > WIDE ? WIDE_SAMPLE : SAMPLE;
    List<List<Object>> sample = sample(table, columns, rows, wanted, work);
    long each = Math.max(1, rows / Math.max(1, sample.size()));
    Map<String, Values> samples = counted(columns, sample, each, false);
    List<String> few =
        columns.stream().filter(column -> fewTexts(samples.get(column), sample.size())).toList();
    if (!few.isEmpty()) {
      samples.putAll(different(table, few, SMALL, work));
    }
    return samples;
  }

  private static boolean fewTexts(Values sample, int read) {
    return sample.counts().size() * REPEATED <= read
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

  private List<List<Object>> sample(
      String table, List<String> columns, long rows, int wanted, Work work) {
    List<List<Object>> sample =
        engine.query(ProfileSql.spread(table, columns, rows, wanted), work).rows();
    return sample.size() < wanted / 2
        ? engine.query(ProfileSql.reservoir(table, columns, wanted), work).rows()
        : sample;
  }

  private static Map<String, Values> counted(
      List<String> columns, List<List<Object>> rows, long each, boolean complete) {
    Map<String, Values> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Map<String, Long> counts = new HashMap<>();
      for (List<Object> row : rows) {
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
              complete));
    }
    return values;
  }
}
