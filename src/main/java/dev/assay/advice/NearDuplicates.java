package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverSpec;
import dev.assay.model.Suggestion;
import dev.assay.profile.IdentifierNames;
import dev.assay.sql.Dialect;
import dev.assay.sql.DuplicateSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds rows that are alike in everything but case, spaces and the key, and rows that differ in one
 * text alone, by a few letters.
 *
 * <p>Bounded: rows are compared by hashes; of a large table all rows are read only where the sample
 * has such rows; where rows of a table are alike by nature, nothing is said.
 */
final class NearDuplicates {
  /** Cells that are read without a sign in the sample. */
  private static final long CELLS = 1_500_000;

  /** Cells times columns that may differ. */
  private static final long CELLS_BUT_ONE = 3_000_000;

  private static final int COMPARED = 40;
  private static final int FEWEST_COLUMNS = 3;
  private static final double RARE = 0.05;

  /** One in a hundred that it is chance. */
  private static final double SURE = Math.log(100);

  private static final int SHORTEST = 5;
  private static final int EXAMPLES = 5;

  private final Engine engine;
  private final DuplicateSql sql;

  NearDuplicates(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new DuplicateSql(dialect);
  }

  List<Proposal> find(KnownTable table, SampledRows sample, Work work) {
    List<KnownColumn> compared = compared(table);
    if (compared.size() < FEWEST_COLUMNS
        || compared.size() > COMPARED
        || !telling(compared, 2 * Math.log(table.rows()) + SURE, table.rows())) {
      return List.of();
    }
    long cells = table.rows() * compared.size();
    List<Proposal> proposals = new ArrayList<>();
    if (cells <= CELLS || alikeInSample(compared, sample)) {
      alike(table, compared, work).ifPresent(proposals::add);
    }
    List<Integer> texts = texts(compared, table.rows());
    if (!texts.isEmpty() && cells * texts.size() <= CELLS_BUT_ONE) {
      proposals.addAll(butOne(table, compared, texts, work));
    }
    return proposals;
  }

  /** All but what names a row. */
  private static List<KnownColumn> compared(KnownTable table) {
    boolean single = table.keys().size() == 1;
    return table.columns().stream()
        .filter(column -> !(single && table.keys().contains(column.name())))
        .filter(column -> column.known().measured().parsed() > 0)
        .filter(column ->
            !IdentifierNames.key(column.name())
                || column.known().profile().distinct() < 0.9 * table.rows())
        .toList();
  }

  /** Whether it would be a wonder if two rows of so many had the same values by chance. */
  private static boolean telling(List<KnownColumn> columns, double enough, long rows) {
    double bits = 0;
    for (KnownColumn column : columns) {
      long distinct = Math.min(rows, column.known().profile().distinct());
      bits += Math.log(Math.max(1, distinct));
    }
    return rows >= 10 && bits >= enough;
  }

  private static boolean alikeInSample(List<KnownColumn> compared, SampledRows sample) {
    List<SampledRows.Column> columns =
        sample.columns().stream().filter(column -> compared.contains(column.known())).toList();
    Set<List<Object>> seen = new HashSet<>();
    for (int row = 0; row < sample.rows(); row++) {
      List<Object> values = new ArrayList<>();
      for (SampledRows.Column column : columns) {
        Object value = column.value(row);
        values.add(value instanceof String text ? folded(text) : value);
      }
      if (!seen.add(values)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Proposal> alike(KnownTable table, List<KnownColumn> compared, Work work) {
    List<SilverSpec.Column> specs = compared.stream().map(KnownColumn::alike).toList();
    List<Object> counts = engine.query(sql.alike(table.table(), specs), work).rows().getFirst();
    long groups = (Long) counts.get(0);
    long rows = (Long) counts.get(1);
    if (groups == 0 || rows > RARE * table.rows()) {
      return Optional.empty();
    }
    List<String> names = compared.stream().map(KnownColumn::name).toList();
    boolean same = (Long) counts.get(2) == rows && table.keys().size() == 1;
    return Optional.of(
        new Proposal(
            "duplicates_alike",
            Proposal.Kind.DUPLICATES,
            names,
            rows(rows)
                + (rows == 1 ? " is" : " are")
                + " like another in everything but "
                + (same ? "" : "case and spaces")
                + (table.keys().size() == 1 ? (same ? "" : ", and ") + table.keys().getFirst() : "")
                + (same ? "; accepting keeps the first of each." : "."),
            rows,
            examples(table, compared, work),
            same ? 0.8 : 0.7,
            Author.RULES,
            same
                ? List.of(
                    new RecipeEdit.Deduplicate(
                        new Deduplication(names, Deduplication.Strategy.KEEP_FIRST, null)))
                : List.of()));
  }

  private List<String> examples(KnownTable table, List<KnownColumn> compared, Work work) {
    List<SilverSpec.Column> specs = compared.stream().map(KnownColumn::alike).toList();
    Map<Object, List<List<Object>>> groups = new LinkedHashMap<>();
    for (List<Object> row :
        engine.query(sql.examples(table.table(), specs, EXAMPLES), work).rows()) {
      groups.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row);
    }
    List<String> examples = new ArrayList<>();
    for (List<List<Object>> group : groups.values()) {
      List<Object> one = group.getFirst();
      List<Object> other = group.get(1);
      List<String> says = new ArrayList<>();
      for (int i = 0; i < compared.size() && says.size() < 3; i++) {
        Object first = one.get(i + 2);
        Object second = other.get(i + 2);
        if (first != null && !first.equals(second)) {
          String name = compared.get(i).name();
          says.add(name + " " + table.shown(name, first) + " / " + table.shown(name, second));
        }
      }
      for (int i = 0; i < compared.size() && says.isEmpty(); i++) {
        if (one.get(i + 2) != null) {
          String name = compared.get(i).name();
          says.add(name + " " + table.shown(name, one.get(i + 2)));
        }
      }
      examples.add("rows " + one.get(1) + " and " + other.get(1) + ": " + String.join(", ", says));
    }
    return examples;
  }

  /** Places of texts in which two rows may differ by a slip. */
  private static List<Integer> texts(List<KnownColumn> compared, long rows) {
    List<Integer> texts = new ArrayList<>();
    for (int i = 0; i < compared.size(); i++) {
      KnownColumn column = compared.get(i);
      List<KnownColumn> rest = new ArrayList<>(compared);
      rest.remove(i);
      if (column.known().guess().type() == ColumnType.Simple.TEXT
          && column.known().guess().ambiguity() == null
          && column.known().profile().averageLength() >= SHORTEST
          && column.known().profile().averageLength() <= 200
          && rest.size() >= FEWEST_COLUMNS
          // That the texts themselves are nearly alike tells as much again.
          && telling(rest, Math.log(rows) + SURE, rows)) {
        texts.add(i);
      }
    }
    return texts;
  }

  private record Member(long row, String value) {}

  private List<Proposal> butOne(
      KnownTable table, List<KnownColumn> compared, List<Integer> texts, Work work) {
    List<SilverSpec.Column> specs = compared.stream().map(KnownColumn::alike).toList();
    Map<Integer, Map<Object, List<Member>>> found = new LinkedHashMap<>();
    for (List<Object> row : engine.query(sql.butOne(table.table(), specs, texts), work).rows()) {
      found
          .computeIfAbsent(((Number) row.get(0)).intValue(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(row.get(4), _ -> new ArrayList<>())
          .add(new Member((Long) row.get(1), (String) row.get(3)));
    }
    List<Proposal> proposals = new ArrayList<>();
    found.forEach((place, groups) -> {
      List<List<Member>> slips = groups.values().stream().filter(NearDuplicates::slip).toList();
      boolean rare = groups.size() <= Math.min(DuplicateSql.LISTED, RARE * table.rows());
      // Where most rows that are alike but for a text have texts of their own, that is their
      // nature.
      if (!slips.isEmpty() && rare && slips.size() * 2 >= groups.size()) {
        proposals.add(butOne(table, compared.get(place).name(), slips));
      }
    });
    return proposals.stream().limit(2).toList();
  }

  private static Proposal butOne(KnownTable table, String name, List<List<Member>> slips) {
    long rows = slips.stream().mapToLong(group -> group.size() - 1).sum();
    return new Proposal(
        "duplicates_but_" + name,
        Proposal.Kind.DUPLICATES,
        List.of(name),
        rows(rows)
            + (rows == 1 ? " differs" : " differ")
            + " from another in "
            + name
            + " alone, by a few letters: probably the same thing twice.",
        rows,
        slips.stream()
            .limit(EXAMPLES)
            .map(group ->
                "rows "
                    + group.get(0).row()
                    + " and "
                    + group.get(1).row()
                    + ": "
                    + table.shown(name, group.get(0).value())
                    + " / "
                    + table.shown(name, group.get(1).value()))
            .toList(),
        0.6,
        Author.RULES,
        List.of());
  }

  /** Whether texts differ by a few letters; numbers in them say that they mean other things. */
  private static boolean slip(List<Member> group) {
    for (int i = 1; i < group.size(); i++) {
      String one = group.getFirst().value();
      String other = group.get(i).value();
      if (one == null || other == null) {
        return false;
      }
      one = folded(one);
      other = folded(other);
      boolean sameDigits = one.replaceAll("[^0-9]", "").equals(other.replaceAll("[^0-9]", ""));
      int length = Math.min(one.length(), other.length());
      if (!sameDigits
          || length < SHORTEST
          || Suggestion.distance(one, other) > Math.max(1, length / 6)) {
        return false;
      }
    }
    return group.size() > 1;
  }

  private static String folded(String text) {
    return text.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static String rows(long count) {
    return String.format(Locale.ROOT, "%,d", count) + (count == 1 ? " row" : " rows");
  }
}
