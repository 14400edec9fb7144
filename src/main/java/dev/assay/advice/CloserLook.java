package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.SemanticType;
import dev.assay.model.Source;
import dev.assay.sql.Dialect;
import dev.assay.sql.ProbeSql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at what the profile has brought of each column and suspects more than types; what only all
 * rows can tell is asked in one scan of the table, and of those columns alone.
 */
final class CloserLook {
  /** A meaning that fewer of the values have is none. */
  private static final double NEARLY_ALL = 0.95;

  private static final int FEW_TEXTS = 50_000;
  private static final int REPEATED = 4;
  private static final int SENT_BACK = 1_000;

  private final Engine engine;
  private final ProbeSql sql;

  CloserLook(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new ProbeSql(dialect);
  }

  /**
   * Looks at all columns.
   *
   * @param today the day on which they were profiled: what comes after it has not happened
   */
  Confirmed look(
      Source source,
      String tableName,
      List<KnownColumn> columns,
      List<String> keys,
      LocalDate today,
      Work work) {
    Meanings meanings = new Meanings(source.name(), columns, keys);
    Doubts doubts = new Doubts(new DateDoubts(today));
    List<Suspicion> suspicions = new ArrayList<>();
    for (KnownColumn column : columns) {
      List<Suspicion.Meant> meant = meanings.of(column);
      suspicions.addAll(meant);
      suspicions.addAll(SplitForms.of(column));
      suspicions.addAll(MixedUnits.of(column));
      suspicions.addAll(doubts.of(column, meant.stream().findFirst().map(Suspicion.Meant::type)));
    }
    return judge(suspicions, counts(tableName, suspicions, work));
  }

  private Map<Suspicion, List<Confirmed.Count>> counts(
      String table, List<Suspicion> suspicions, Work work) {
    Map<Suspicion, List<Confirmed.Count>> counts = new HashMap<>();
    List<Suspicion> open = new ArrayList<>();
    Map<KnownColumn, List<Suspicion>> few = new LinkedHashMap<>();
    for (Suspicion suspicion : suspicions) {
      if (suspicion.probes().isEmpty()) {
        counts.put(suspicion, List.of());
      } else if (fewTexts(suspicion.column())) {
        few.computeIfAbsent(suspicion.column(), _ -> new ArrayList<>()).add(suspicion);
      } else {
        open.add(suspicion);
      }
    }
    few.forEach((column, own) -> {
      List<ProbeSql.Probe> probes = probes(own);
      counts.putAll(
          answers(
              allKnown(column)
                  ? sql.known(column.known().texts(), probes)
                  : sql.grouped(table, probes),
              own,
              work));
    });
    if (!open.isEmpty()) {
      counts.putAll(answers(sql.scan(table, probes(open)), open, work));
    }
    return counts;
  }

  /** Whether it pays to look at each different text once. */
  private static boolean fewTexts(KnownColumn column) {
    long distinct = column.known().profile().distinct();
    return allKnown(column)
        || distinct <= FEW_TEXTS && distinct * REPEATED <= column.known().measured().present();
  }

  /** Whether the profile has brought every text, and they are few enough to send back. */
  private static boolean allKnown(KnownColumn column) {
    List<ValueCount> texts = column.known().texts();
    return !texts.isEmpty() && texts.size() <= SENT_BACK;
  }

  private static List<ProbeSql.Probe> probes(List<Suspicion> suspicions) {
    return suspicions.stream().flatMap(suspicion -> suspicion.probes().stream()).toList();
  }

  private Map<Suspicion, List<Confirmed.Count>> answers(
      String statement, List<Suspicion> suspicions, Work work) {
    work.stopIfCancelled();
    List<Object> row = engine.query(statement, work).rows().getFirst();
    Map<Suspicion, List<Confirmed.Count>> counts = new HashMap<>();
    int at = 0;
    for (Suspicion suspicion : suspicions) {
      List<Confirmed.Count> own = new ArrayList<>();
      for (int i = 0; i < suspicion.probes().size(); i++) {
        own.add(count(row.subList(at, at + ProbeSql.FIELDS)));
        at += ProbeSql.FIELDS;
      }
      counts.put(suspicion, own);
    }
    return counts;
  }

  private static Confirmed.Count count(List<Object> fields) {
    List<String> examples = new ArrayList<>();
    if (fields.get(ProbeSql.Field.EXAMPLES.ordinal()) instanceof List<?> list) {
      list.forEach(text -> examples.add((String) text));
    }
    return new Confirmed.Count(
        (Long) fields.get(ProbeSql.Field.PRESENT.ordinal()),
        (Long) fields.get(ProbeSql.Field.READ.ordinal()),
        (Long) fields.get(ProbeSql.Field.VIOLATED.ordinal()),
        examples,
        (String) fields.get(ProbeSql.Field.LEAST_GOOD.ordinal()),
        (String) fields.get(ProbeSql.Field.GREATEST_GOOD.ordinal()),
        (String) fields.get(ProbeSql.Field.LEAST_BAD.ordinal()),
        (String) fields.get(ProbeSql.Field.GREATEST_BAD.ordinal()));
  }

  private static Confirmed judge(
      List<Suspicion> suspicions, Map<Suspicion, List<Confirmed.Count>> counts) {
    Map<String, SemanticType> meanings = new HashMap<>();
    List<Confirmed.Answer> answers = new ArrayList<>();
    for (Suspicion suspicion : suspicions) {
      List<Confirmed.Count> own = counts.get(suspicion);
      if (suspicion instanceof Suspicion.Meant meant
          && own.stream().allMatch(count -> count.fitting() >= NEARLY_ALL)) {
        meanings.putIfAbsent(meant.column().name(), meant.type());
      }
      answers.add(new Confirmed.Answer(suspicion, own));
    }
    return new Confirmed(Map.copyOf(meanings), List.copyOf(answers));
  }
}
