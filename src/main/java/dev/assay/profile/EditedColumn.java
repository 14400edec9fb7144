package dev.assay.profile;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnMeasurement.ValueChange;
import dev.assay.model.Evidence;
import dev.assay.model.SilverSpec;
import dev.assay.sql.Dialect;
import dev.assay.sql.EditedSql;
import dev.assay.sql.EvidenceSql;
import dev.assay.sql.EvidenceSql.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures one column on all rows as a person edits it, with what becomes of a few values. */
public final class EditedColumn {
  private static final int EXAMPLES = 10;
  private static final int FAILING = 4;
  private static final int COUNTER_EXAMPLES = 5;

  /** Grouping texts costs as much as reading each a few times. */
  private static final double REPEATED = 4;

  private final Engine engine;
  private final Dialect dialect;

  /** What was found. */
  public record Found(Evidence evidence, long violated, List<ValueChange> examples) {}

  public EditedColumn(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.dialect = dialect;
  }

  /**
   * Measures a column of a checked recipe.
   *
   * @param repeated how often a text occurs on average, as far as is known; else 1
   */
  public Found measure(SilverSpec spec, SilverSpec.Column column, double repeated, Work work) {
    return column.custom() == null
        ? typed(spec, column, repeated >= REPEATED, work)
        : written(spec, column, work);
  }

  private Found typed(SilverSpec spec, SilverSpec.Column column, boolean few, Work work) {
    List<Object> row =
        engine.query(new EvidenceSql(dialect).edited(spec, column, few), work).rows().getFirst();
    long rows = number(row.get(EvidenceSql.FIELDS + 2));
    Gauge.Reading reading = new Gauge.Reading(row.subList(0, EvidenceSql.FIELDS), rows);
    List<String> failing = reading.texts(Field.FAILURES);
    List<String> wanted = new ArrayList<>(failing.stream().limit(FAILING).toList());
    wanted.addAll(texts(row.get(EvidenceSql.FIELDS)));
    for (List<Object> some : engine.query(EditedSql.some(spec, column), work).rows()) {
      wanted.add((String) some.getFirst());
    }
    wanted.addAll(failing);
    List<String> distinct = wanted.stream().distinct().limit(EXAMPLES).toList();
    Evidence evidence =
        evidence(
            rows,
            reading.count(Field.CLEANED),
            reading.count(Field.PARSED),
            reading.count(Field.CHANGED),
            reading.count(Field.LOSSY),
            failing);
    return new Found(
        evidence, number(row.get(EvidenceSql.FIELDS + 1)), values(column, distinct, work));
  }

  private List<ValueChange> values(SilverSpec.Column column, List<String> raw, Work work) {
    if (raw.isEmpty()) {
      return List.of();
    }
    Map<String, ValueChange> changes = new LinkedHashMap<>();
    for (List<Object> row : engine.query(EditedSql.values(dialect, column, raw), work).rows()) {
      changes.put((String) row.getFirst(), change(row));
    }
    return raw.stream().map(changes::get).toList();
  }

  private static ValueChange change(List<Object> row) {
    String value = (String) row.get(1);
    return new ValueChange((String) row.get(0), value, value == null && truth(row.get(2)));
  }

  private Found written(SilverSpec spec, SilverSpec.Column column, Work work) {
    List<Object> row = engine.query(EditedSql.written(spec, column), work).rows().getFirst();
    long failed = number(row.get(2));
    long changed = number(row.get(3));
    Map<String, ValueChange> examples = new LinkedHashMap<>();
    if (failed > 0) {
      add(examples, FAILING, spec, column, EditedSql.Which.FAILING, work);
    }
    if (changed > 0) {
      add(examples, EXAMPLES, spec, column, EditedSql.Which.CHANGING, work);
    }
    add(examples, EXAMPLES, spec, column, EditedSql.Which.ANY, work);
    Evidence evidence =
        evidence(
            number(row.get(0)),
            number(row.get(1)) + failed,
            number(row.get(1)),
            changed,
            0,
            texts(row.get(5)));
    return new Found(evidence, number(row.get(6)), List.copyOf(examples.values()));
  }

  private void add(
      Map<String, ValueChange> examples,
      int most,
      SilverSpec spec,
      SilverSpec.Column column,
      EditedSql.Which which,
      Work work) {
    for (List<Object> row :
        engine.query(EditedSql.writtenExamples(spec, column, which), work).rows()) {
      if (examples.size() < most) {
        examples.putIfAbsent((String) row.getFirst(), change(row));
      }
    }
  }

  private static Evidence evidence(
      long rows, long texts, long parsed, long changed, long lossy, List<String> failing) {
    long failed = texts - parsed;
    String because =
        texts == 0
            ? "No row has a value."
            : failed == 0
                ? "Every value can be read."
                : "Of "
                    + texts
                    + " values "
                    + parsed
                    + " can be read; "
                    + failed
                    + (failed == 1 ? " row would be rejected." : " rows would be rejected.");
    return new Evidence(
        rows,
        rows - texts,
        parsed,
        failed,
        changed,
        lossy,
        failing.stream().limit(COUNTER_EXAMPLES).toList(),
        because,
        texts == 0 ? 0 : Math.round(100.0 * parsed / texts) / 100.0,
        List.of());
  }

  private static List<String> texts(Object list) {
    return list instanceof List<?> some
        ? some.stream().map(String.class::cast).toList()
        : List.of();
  }

  private static boolean truth(Object value) {
    return Boolean.TRUE.equals(value);
  }

  private static long number(Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }
}
