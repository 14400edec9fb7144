package dev.assay.advice;

import dev.assay.advice.DependencyCandidates.Candidate;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.ColumnType;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverSpec;
import dev.assay.model.Suggestion;
import dev.assay.profile.IdentifierNames;
import dev.assay.sql.DependencySql;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds columns that settle others, such as a postcode its city, and the rows in which they do not;
 * one proposal for all that a column settles.
 */
final class DependencyFinder {
  private static final double HOLDS = 0.995;
  private static final int SHOWN = 3;
  private static final int EXAMPLES = 5;

  /** Rows a value occurs in beside the usual one, as a share of its rows, to be a typo. */
  private static final double RARE = 0.1;

  private final Engine engine;
  private final DependencySql sql;

  DependencyFinder(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new DependencySql(dialect);
  }

  private record Odd(
      String of, String value, long rows, long usually, boolean known, String usual) {}

  private static final class Measured {
    private final Candidate candidate;
    private final List<Odd> odd = new ArrayList<>();
    private long rows;
    private long usual;
    private long groups;

    Measured(Candidate candidate) {
      this.candidate = candidate;
    }

    long differing() {
      return rows - usual;
    }

    boolean holds() {
      return groups > 2 && usual >= HOLDS * rows;
    }
  }

  List<Proposal> find(KnownTable table, SampledRows sample, Work work) {
    List<Candidate> candidates = DependencyCandidates.find(table, sample);
    if (candidates.isEmpty()) {
      return List.of();
    }
    Map<String, List<Measured>> byColumn = new LinkedHashMap<>();
    for (Measured measured : measured(table, candidates, work)) {
      if (measured.holds()) {
        byColumn
            .computeIfAbsent(measured.candidate.from().name(), _ -> new ArrayList<>())
            .add(measured);
      }
    }
    return withoutMirrors(byColumn).stream()
        .sorted(
            Comparator.comparing(
                    (List<Measured> all) -> all.stream().noneMatch(m -> m.candidate.named()))
                .thenComparing(all -> -all.stream().mapToLong(Measured::differing).sum())
                .thenComparing(all -> -all.size()))
        .limit(SHOWN)
        .map(all -> proposal(table, all))
        .toList();
  }

  /** Of two columns that settle one another, the code speaks, else the first. */
  private static List<List<Measured>> withoutMirrors(Map<String, List<Measured>> byColumn) {
    List<List<Measured>> kept = new ArrayList<>();
    byColumn.forEach((name, all) -> {
      boolean mirrored =
          all.stream()
              .map(measured -> measured.candidate.to())
              .anyMatch(to ->
                  byColumn.getOrDefault(to.name(), List.of()).stream()
                          .anyMatch(back -> back.candidate.to().name().equals(name))
                      && before(to, all.getFirst().candidate.from()));
      if (!mirrored) {
        kept.add(all);
      }
    });
    return kept;
  }

  private static boolean before(SampledRows.Column one, SampledRows.Column other) {
    boolean code = IdentifierNames.keyLike(one.name());
    return code == IdentifierNames.keyLike(other.name())
        ? one.known().position() < other.known().position()
        : code;
  }

  private List<Measured> measured(KnownTable table, List<Candidate> candidates, Work work) {
    List<SampledRows.Column> columns = new ArrayList<>();
    List<DependencySql.Pair> pairs = new ArrayList<>();
    for (Candidate candidate : candidates) {
      pairs.add(
          new DependencySql.Pair(place(columns, candidate.from()), place(columns, candidate.to())));
    }
    List<SilverSpec.Column> specs = columns.stream().map(column -> column.known().alike()).toList();
    List<Measured> all = candidates.stream().map(Measured::new).toList();
    List<DependencySql.Pair> open = new ArrayList<>();
    List<Measured> looked = new ArrayList<>();
    for (List<Object> row : engine.query(sql.settled(table.table(), specs, pairs), work).rows()) {
      int pair = ((Number) row.get(0)).intValue();
      Measured measured = all.get(pair);
      measured.rows = (Long) row.get(1);
      measured.groups = (Long) row.get(2);
      long mixed = (Long) row.get(3);
      // Each of these values has at least one row that is not the usual one.
      measured.usual = measured.rows - mixed;
      if (mixed > 0 && measured.holds()) {
        open.add(pairs.get(pair));
        looked.add(measured);
      }
    }
    if (open.isEmpty()) {
      return all;
    }
    for (List<Object> row : engine.query(sql.measure(table.table(), specs, open), work).rows()) {
      Measured measured = looked.get(((Number) row.get(0)).intValue());
      if (row.get(1) == null) {
        measured.rows = (Long) row.get(3);
        measured.usual = (Long) row.get(4);
        measured.groups = (Long) row.get(5);
      } else {
        measured.odd.add(
            new Odd(
                (String) row.get(1),
                (String) row.get(2),
                (Long) row.get(3),
                (Long) row.get(4),
                (Long) row.get(5) == 1,
                (String) row.get(6)));
      }
    }
    return all;
  }

  private static int place(List<SampledRows.Column> columns, SampledRows.Column column) {
    if (!columns.contains(column)) {
      columns.add(column);
    }
    return columns.indexOf(column);
  }

  private static Proposal proposal(KnownTable table, List<Measured> all) {
    String from = all.getFirst().candidate.from().name();
    Set<String> columns = new LinkedHashSet<>(List.of(from));
    List<String> settled = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    List<RecipeEdit> edits = new ArrayList<>();
    long differing = 0;
    long mended = 0;
    double least = 1;
    for (Measured measured : all) {
      String to = measured.candidate.to().name();
      columns.add(to);
      differing += measured.differing();
      least = Math.min(least, measured.usual / (double) measured.rows);
      settled.add(
          measured.differing() == 0
              ? to
              : to
                  + " ("
                  + rows(measured.differing())
                  + (measured.differing() == 1 ? " differs)" : " differ)"));
      measured.odd.stream()
          .limit(EXAMPLES)
          .map(odd -> example(table, from, to, odd))
          .forEach(examples::add);
      // An edit shows what it maps: personal values are left to a person.
      Map<String, String> typos = table.confirmed().personal(to) ? Map.of() : typos(measured);
      if (!typos.isEmpty()) {
        edits.add(new RecipeEdit.MapValues(to, typos));
        mended +=
            measured.odd.stream()
                .filter(odd -> typos.containsKey(odd.value()))
                .mapToLong(Odd::rows)
                .sum();
      }
    }
    return new Proposal(
        "dependency_" + from,
        Proposal.Kind.DEPENDENCY,
        List.copyOf(columns),
        from
            + " settles "
            + listed(settled)
            + " in "
            + rows(all.getFirst().rows)
            + (mended == 0
                ? "."
                : "; " + rows(mended) + " with a typo would get the usual spelling."),
        differing,
        examples.stream().limit(EXAMPLES).toList(),
        Math.round(least * 100) / 100.0,
        Author.RULES,
        edits);
  }

  private static String listed(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  private static String rows(long count) {
    return grouped(count) + (count == 1 ? " row" : " rows");
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String example(KnownTable table, String from, String to, Odd odd) {
    return from
        + " "
        + table.shown(from, odd.of())
        + ": "
        + to
        + " "
        + table.shown(to, odd.value())
        + " in "
        + rows(odd.rows())
        + ", else "
        + table.shown(to, odd.usual())
        + " in "
        + grouped(odd.usually());
  }

  /**
   * Odd values that are misspelt usual ones: nearly the same letters, rare, usual nowhere, and
   * standing for one value only.
   */
  private static Map<String, String> typos(Measured measured) {
    if (measured.candidate.to().type() != ColumnType.Simple.TEXT
        || measured.odd.size() >= DependencySql.LISTED) {
      return Map.of();
    }
    Map<String, Set<String>> usual = new HashMap<>();
    measured.odd.forEach(
        odd -> usual.computeIfAbsent(odd.value(), _ -> new LinkedHashSet<>()).add(odd.usual()));
    Map<String, String> typos = new TreeMap<>();
    Set<String> others = new LinkedHashSet<>();
    for (Odd odd : measured.odd) {
      if (!odd.known() && usual.get(odd.value()).size() == 1 && misspelt(odd)) {
        typos.put(odd.value(), odd.usual());
      } else {
        others.add(odd.value());
      }
    }
    others.forEach(typos::remove);
    return typos;
  }

  private static boolean misspelt(Odd odd) {
    if (odd.rows() > RARE * odd.usually()) {
      return false;
    }
    String one = folded(odd.value());
    String other = folded(odd.usual());
    if (one.equals(other)) {
      return true;
    }
    // Codes and numbers differ by one sign and mean another thing.
    boolean letters = !one.matches(".*[0-9].*") && !other.matches(".*[0-9].*");
    return letters
        && Math.min(one.length(), other.length()) >= 4
        && Suggestion.distance(one, other) <= Math.max(1, other.length() / 8);
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
