package dev.assay.profile;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import dev.assay.sql.Dialect;
import dev.assay.sql.EvidenceSql;
import dev.assay.sql.EvidenceSql.Field;
import java.util.ArrayList;
import java.util.List;

/** Measures guesses on all rows, many columns in a scan. */
final class Gauge {
  private static final long TOGETHER_CELLS = 1_000_000;
  private static final int TOGETHER = 64;
  private static final int EXAMPLES = 25;
  private static final int LISTED_TEXTS = 2_000;
  private static final int LISTED_SIGNS = 50_000;

  private final Engine engine;
  private final EvidenceSql sql;

  Gauge(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new EvidenceSql(dialect);
  }

  /** Measures each subject's present guess and tells it. */
  void measure(String table, long rows, List<Subject> subjects, Work work) {
    if (rows <= ValueReader.SMALL) {
      scan(table, rows, subjects, TOGETHER, work);
      return;
    }
    List<Subject> few = subjects.stream().filter(subject -> subject.values().complete()).toList();
    List<Subject> many = subjects.stream().filter(subject -> !subject.values().complete()).toList();
    if (!few.isEmpty()) {
      for (List<Object> row :
          engine
              .query(
                  sql.grouped(
                      table,
                      few.stream().map(Gauge::measure).toList(),
                      few.stream().map(Gauge::listed).toList()),
                  work)
              .rows()) {
        few.get(((Long) row.getFirst()).intValue())
            .measured(new Reading(row.subList(1, row.size()), rows));
      }
    }
    // Columns are stored apart: reading some together saves nothing, and beyond the processor's
    // cache it costs. Only where rows are few do statements cost more than they read.
    scan(table, rows, many, (int) Math.clamp(TOGETHER_CELLS / rows, 1, TOGETHER), work);
  }

  private void scan(String table, long rows, List<Subject> subjects, int together, Work work) {
    for (int from = 0; from < subjects.size(); from += together) {
      List<Subject> some = subjects.subList(from, Math.min(subjects.size(), from + together));
      List<EvidenceSql.Measure> measures = some.stream().map(Gauge::measure).toList();
      List<Object> row =
          engine
              .query(sql.oneScan(table, measures, rows <= ValueReader.SMALL), work)
              .rows()
              .getFirst();
      for (int i = 0; i < some.size(); i++) {
        int at = i * EvidenceSql.FIELDS;
        some.get(i).measured(new Reading(row.subList(at, at + EvidenceSql.FIELDS), rows));
      }
    }
  }

  /** The texts of a column where they are so few that a statement may list them. */
  private static List<ValueCount> listed(Subject subject) {
    List<ValueCount> counts = subject.values().counts();
    boolean few =
        counts.size() <= LISTED_TEXTS
            && counts.stream().mapToInt(count -> count.value().length()).sum() <= LISTED_SIGNS
            // A statement ends at such a sign.
            && counts.stream().noneMatch(count -> count.value().indexOf(0) >= 0);
    return few ? counts : List.of();
  }

  private static EvidenceSql.Measure measure(Subject subject) {
    Guess guess = subject.guess();
    return new EvidenceSql.Measure(
        column(subject.column(), guess),
        guess.rivals().stream().limit(2).map(rival -> column(subject.column(), rival)).toList(),
        guess.drops(),
        subject.email());
  }

  /** A guess as the column that a build would make of it. */
  static SilverSpec.Column column(String source, Guess guess) {
    return new SilverSpec.Column(
        source,
        source,
        guess.type(),
        guess.steps(),
        NullStrategy.KEEP_NULL,
        null,
        List.of(),
        Severity.REJECT,
        false);
  }

  /** The measured fields of one column. */
  record Reading(List<Object> fields, long rows) {
    long count(Field field) {
      return fields.get(field.ordinal()) instanceof Long count ? count : 0;
    }

    String text(Field field) {
      return (String) fields.get(field.ordinal());
    }

    double number(Field field) {
      return fields.get(field.ordinal()) instanceof Number number ? number.doubleValue() : 0;
    }

    List<String> texts(Field field) {
      List<String> texts = new ArrayList<>();
      if (fields.get(field.ordinal()) instanceof List<?> list) {
        list.forEach(text -> texts.add((String) text));
      }
      return texts;
    }

    Measurement measurement(Guess guess, Values values) {
      List<Measurement.Rival> rivals = new ArrayList<>();
      for (int i = 0; i < Math.min(2, guess.rivals().size()); i++) {
        boolean first = i == 0;
        Field failures = first ? Field.FIRST_RIVAL_FAILURES : Field.SECOND_RIVAL_FAILURES;
        rivals.add(
            new Measurement.Rival(
                guess.rivals().get(i),
                count(first ? Field.FIRST_RIVAL : Field.SECOND_RIVAL),
                count(first ? Field.FIRST_RIVAL_FAILED : Field.SECOND_RIVAL_FAILED),
                count(first ? Field.FIRST_RIVAL_CHANGED : Field.SECOND_RIVAL_CHANGED),
                count(first ? Field.FIRST_RIVAL_LOSSY : Field.SECOND_RIVAL_LOSSY),
                values.mostFrequent(texts(failures), EXAMPLES)));
      }
      return new Measurement(
          rows,
          count(Field.PRESENT),
          count(Field.CLEANED),
          count(Field.PARSED),
          count(Field.CHANGED),
          count(Field.LOSSY),
          values.mostFrequent(texts(Field.FAILURES), EXAMPLES),
          values.mostFrequent(texts(Field.LOSSES), EXAMPLES),
          text(Field.LEAST),
          text(Field.GREATEST),
          number(Field.MEAN),
          count(Field.NO_EMAIL),
          rivals);
    }
  }
}
