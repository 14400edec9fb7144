package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.profile.Measurement;
import dev.assay.profile.MissingWords;
import dev.assay.sql.Dialect;
import dev.assay.sql.SentinelSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes to take for missing what stands for "no value": {@code -999} below, {@code 9999} above
 * all other numbers, {@code 1900-01-01} long before all other dates, {@code Unknown} among words.
 *
 * <p>Rows are read again only of a column whose least or greatest value is such a one.
 */
final class SentinelFinder implements Finder {
  private static final double STANDS_OUT = 0.8;
  private static final double SAYS_SO = 0.6;

  /** A value in more of the rows is what the column is about. */
  private static final double MOST = 0.6;

  private final Engine engine;
  private final Dialect dialect;

  SentinelFinder(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.dialect = dialect;
  }

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    List<Proposal> proposals = new ArrayList<>();
    for (KnownColumn column : table.columns()) {
      if (table.keys().contains(column.name()) || column.known().guess().ambiguity() != null) {
        continue;
      }
      if (column.isText()) {
        WordsAmongValues.of(table, column).or(() -> word(table, column)).ifPresent(proposals::add);
      } else {
        value(table, column, work).ifPresent(proposals::add);
      }
    }
    return proposals;
  }

  /** Ids of checks that warn of nothing but what another proposal takes for missing. */
  static Set<String> covered(List<Proposal> proposals) {
    return proposals.stream()
        .filter(check -> check.kind() == Proposal.Kind.VALIDATION && check.rows() > 0)
        .filter(check ->
            proposals.stream()
                .anyMatch(sentinel ->
                    sentinel.kind() == Proposal.Kind.SENTINEL && covers(sentinel, check)))
        .map(Proposal::id)
        .collect(Collectors.toSet());
  }

  private static boolean covers(Proposal sentinel, Proposal check) {
    Set<String> tokens =
        sentinel.edits().stream()
            .filter(RecipeEdit.TreatAsMissing.class::isInstance)
            .flatMap(edit -> ((RecipeEdit.TreatAsMissing) edit).tokens().stream())
            .collect(Collectors.toSet());
    return sentinel.columns().equals(check.columns())
        && check.rows() <= sentinel.rows()
        && !check.examples().isEmpty()
        && tokens.containsAll(check.examples());
  }

  private Optional<Proposal> value(KnownTable table, KnownColumn column, Work work) {
    boolean numeric = column.known().guess().type().isNumeric();
    if (!numeric && !column.known().guess().type().isTemporal()) {
      return Optional.empty();
    }
    Measurement measured = column.known().measured();
    List<String> tokens = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    List<String> because = new ArrayList<>();
    long rows = 0;
    for (String extreme :
        Stream.of(measured.least(), measured.greatest())
            .filter(
                text -> text != null && (numeric ? Sentinels.number(text) : Sentinels.day(text)))
            .filter(
                text -> !numeric || Sentinels.mayStandOut(text, column.known().profile().numeric()))
            .distinct()
            .toList()) {
      work.stopIfCancelled();
      List<Object> others =
          engine
              .query(SentinelSql.others(dialect, table.table(), column.spec(), extreme), work)
              .rows()
              .getFirst();
      if (others.getFirst() == null) {
        continue;
      }
      String least = (String) others.getFirst();
      String greatest = (String) others.getLast();
      Optional<String> out =
          numeric
              ? Sentinels.outOfNumbers(extreme, least, greatest)
              : Sentinels.outOfDays(extreme, least, greatest);
      if (out.isEmpty()) {
        continue;
      }
      List<List<Object>> texts =
          engine
              .query(SentinelSql.texts(dialect, table.table(), column.spec(), extreme), work)
              .rows();
      long written = texts.stream().mapToLong(row -> ((Number) row.get(1)).longValue()).sum();
      if (written < 2 || written > MOST * measured.parsed()) {
        continue;
      }
      rows += written;
      because.add(extreme + " stands in " + rows(written) + ", while " + out.get());
      texts.forEach(row -> {
        tokens.add((String) row.getFirst());
        examples.add("'" + row.getFirst() + "' (" + rows(((Number) row.get(1)).longValue()) + ")");
      });
    }
    return tokens.isEmpty()
        ? Optional.empty()
        : Optional.of(
            proposal(
                column,
                String.join("; ", because) + ": it may say that there is no value.",
                rows,
                examples,
                STANDS_OUT,
                tokens));
  }

  private static Optional<Proposal> word(KnownTable table, KnownColumn column) {
    List<String> known =
        column.known().guess().steps().stream()
            .filter(Cleaning.NullTokens.class::isInstance)
            .flatMap(step -> ((Cleaning.NullTokens) step).tokens().stream())
            .toList();
    List<ValueCount> said =
        column.known().texts().stream()
            .filter(text -> MissingWords.amongTyped(text.value()))
            .filter(text -> !known.contains(text.value().strip().toLowerCase(Locale.ROOT)))
            .filter(text -> !isCode(text.value().strip(), column.known().texts()))
            .toList();
    if (said.isEmpty() || column.known().texts().size() < said.size() + 2) {
      return Optional.empty();
    }
    long rows = said.stream().mapToLong(ValueCount::count).sum();
    List<String> tokens = said.stream().map(text -> text.value().strip()).distinct().toList();
    return Optional.of(
        proposal(
            column,
            "'"
                + tokens.getFirst()
                + "' "
                + (tokens.size() == 1 ? "stands" : "and the like stand")
                + " in "
                + rows
                + " of "
                + table.rows()
                + " rows and may say that there is no value.",
            rows,
            said.stream()
                .map(text -> "'" + text.value() + "' (" + rows(text.count()) + ")")
                .toList(),
            SAYS_SO,
            tokens));
  }

  /** Whether most other texts are as many capitals: ND is North Dakota among states. */
  private static boolean isCode(String token, List<ValueCount> texts) {
    Pattern alike = Pattern.compile("\\p{Lu}{" + token.length() + "}");
    long codes = texts.stream().filter(text -> alike.matcher(text.value()).matches()).count();
    return alike.matcher(token).matches() && 2 * codes > texts.size();
  }

  private static Proposal proposal(
      KnownColumn column,
      String because,
      long rows,
      List<String> examples,
      double confidence,
      List<String> tokens) {
    return new Proposal(
        "missing-" + column.name(),
        Proposal.Kind.SENTINEL,
        List.of(column.name()),
        because,
        rows,
        examples.stream().limit(ColumnAdvice.EXAMPLES).toList(),
        confidence,
        Author.RULES,
        List.of(new RecipeEdit.TreatAsMissing(column.name(), List.copyOf(tokens))));
  }

  private static String rows(long rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }
}
