package dev.assay.advice;

import dev.assay.advice.SeriesOfHeaders.Kind;
import dev.assay.advice.SeriesOfHeaders.Series;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.Shape;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverSpec;
import dev.assay.model.Slug;
import dev.assay.profile.IdentifierNames;
import dev.assay.sql.Dialect;
import dev.assay.sql.SheetSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds categories that are spread over columns: headers that are years, months, quarters, days or
 * numbered, above numbers of one kind, beside columns that say what a row is about.
 */
final class SpreadColumns implements Finder {
  private static final double NUMERIC = 0.8;

  /** What one way of reading may leave unread beyond what each column's own way does. */
  private static final double UNREAD = 0.01;

  private static final int EXAMPLES = 5;

  private final Engine engine;
  private final SheetSql sql;

  SpreadColumns(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new SheetSql(dialect);
  }

  /**
   * A series of columns that may become rows.
   *
   * @param others the columns that stay
   */
  private record Spread(Series series, List<KnownColumn> columns, List<KnownColumn> others) {
    List<String> sources() {
      return columns.stream().map(KnownColumn::source).toList();
    }
  }

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    List<Spread> spreads =
        SeriesOfHeaders.among(table.columns().stream().map(KnownColumn::source).toList()).stream()
            .map(series -> spread(table, series))
            .filter(SpreadColumns::numeric)
            .toList();
    // Two series are two measures: making rows of one would repeat the other.
    if (spreads.size() != 1 || !spreads.getFirst().others().stream().anyMatch(SpreadColumns::names)) {
      return List.of();
    }
    return proposal(table, spreads.getFirst(), work).stream().toList();
  }

  private static Spread spread(KnownTable table, Series series) {
    List<KnownColumn> columns = new ArrayList<>();
    List<KnownColumn> others = new ArrayList<>();
    table.columns()
        .forEach(
            column ->
                (series.headers().contains(column.source()) ? columns : others).add(column));
    return new Spread(series, columns, others);
  }

  /** Columns without any value are part of a series, not of the evidence. */
  private static boolean numeric(Spread spread) {
    long filled = spread.columns().stream().filter(c -> c.known().measured().cleaned() > 0).count();
    long numbers =
        spread.columns().stream().filter(c -> c.known().guess().type().isNumeric()).count();
    return numbers >= 2 && numbers >= NUMERIC * filled;
  }

  /** Whether a column says what a row is about. */
  private static boolean names(KnownColumn column) {
    ColumnType type = column.known().guess().type();
    return column.known().measured().cleaned() > 0
        && (!type.isNumeric()
            || IdentifierNames.keyLike(column.name())
            || column.name().matches("(?i)(?:.*_)?(?:year|jahr|annee|ano|anno|jaar|month|week)"));
  }

  private Optional<Proposal> proposal(KnownTable table, Spread spread, Work work) {
    Optional<SilverSpec.Column> how = how(table, spread, work);
    if (how.isEmpty()) {
      return Optional.empty();
    }
    Series series = spread.series();
    List<KnownColumn> totals =
        spread.others().stream()
            .filter(column -> !names(column) && column.known().guess().type().isNumeric())
            .filter(column -> addsUp(table, column, spread, work))
            .toList();
    List<KnownColumn> repeated =
        spread.others().stream()
            .filter(column -> !names(column) && column.known().measured().cleaned() > 0)
            .filter(column -> !totals.contains(column))
            .toList();
    Set<String> taken = new HashSet<>();
    spread.others().forEach(column -> {
      taken.add(column.name().toLowerCase(Locale.ROOT));
      taken.add(column.source().toLowerCase(Locale.ROOT));
    });
    String name = free(nameOf(series), taken);
    String value = free(valueOf(series), taken);
    List<RecipeEdit> edits = new ArrayList<>();
    edits.add(new RecipeEdit.AddShape(new Shape.Unpivot(spread.sources(), name, value)));
    edits.add(new RecipeEdit.SetColumn(nameColumn(series, name)));
    edits.add(
        new RecipeEdit.SetColumn(column(value, how.get().type(), how.get().cleaning())));
    spread.columns().forEach(column -> edits.add(new RecipeEdit.RemoveColumn(column.name())));
    totals.forEach(column -> edits.add(new RecipeEdit.RemoveColumn(column.name())));
    deduplication(table, name).ifPresent(edits::add);
    return Optional.of(
        new Proposal(
            "unpivot_" + name,
            Proposal.Kind.SHAPE,
            spread.columns().stream().map(KnownColumn::name).toList(),
            because(series, name, value, totals, repeated),
            table.rows(),
            series.headers().stream().limit(EXAMPLES).toList(),
            confidence(series, repeated),
            Author.RULES,
            edits));
  }

  private static String because(
      Series series,
      String name,
      String value,
      List<KnownColumn> totals,
      List<KnownColumn> repeated) {
    StringBuilder because = new StringBuilder();
    because.append(series.headers().size()).append(" headers, from ");
    because.append(series.headers().getFirst()).append(" to ").append(series.headers().getLast());
    because.append(", are values of one thing: they would be rows with ").append(name);
    because.append(" and ").append(value);
    totals.forEach(
        column -> because.append("; ").append(column.name()).append(", their sum, would go"));
    if (!repeated.isEmpty()) {
      because.append("; ");
      because.append(String.join(", ", repeated.stream().map(KnownColumn::name).toList()));
      because.append(" would be repeated on each of them");
    }
    return because.append(".").toString();
  }

  private static double confidence(Series series, List<KnownColumn> repeated) {
    double sure =
        switch (series.kind()) {
          case YEAR, SEASON, MONTH, QUARTER, DAY -> 0.9;
          case NUMBER -> period(series.stem()) ? 0.85 : 0.5;
        };
    return repeated.isEmpty() ? sure : Math.round(sure * 60) / 100.0;
  }

  private static boolean period(String stem) {
    return stem.matches("(?i)(?:.*[\\s_])?(?:day|week|wk|month|year|quarter|period|woche|tag|monat)s?");
  }

  /** One way to read all of the columns that reads whatever each one's own way does. */
  private Optional<SilverSpec.Column> how(KnownTable table, Spread spread, Work work) {
    List<KnownColumn> numbers =
        spread.columns().stream().filter(c -> c.known().guess().type().isNumeric()).toList();
    long failing = numbers.stream().mapToLong(c -> c.known().measured().failed()).sum();
    ColumnType type =
        numbers.stream().map(c -> c.known().guess().type()).reduce(CommonNumber::of).orElseThrow();
    long cells = spread.columns().stream().mapToLong(c -> c.known().measured().cleaned()).sum();
    return numbers.stream()
        .map(column -> CommonNumber.steps(column, numbers))
        .distinct()
        .limit(3)
        .map(steps -> over(numbers.getFirst(), type, steps))
        .filter(column -> failed(table, spread, column, work) <= failing + UNREAD * cells)
        .findFirst();
  }

  private static SilverSpec.Column over(KnownColumn any, ColumnType type, List<Cleaning> steps) {
    SilverSpec.Column raw = any.raw();
    return new SilverSpec.Column(
        raw.source(),
        raw.name(),
        type,
        steps,
        raw.nullStrategy(),
        null,
        List.of(),
        raw.severity(),
        false);
  }

  private long failed(KnownTable table, Spread spread, SilverSpec.Column column, Work work) {
    String select = sql.readAlike(table.table(), spread.sources(), column);
    return ((Number) engine.query(select, work).rows().getFirst().get(1)).longValue();
  }

  private boolean addsUp(KnownTable table, KnownColumn column, Spread spread, Work work) {
    List<SilverSpec.Column> parts =
        spread.columns().stream()
            .filter(part -> part.known().guess().type().isNumeric())
            .map(KnownColumn::spec)
            .toList();
    List<Object> row =
        engine
            .query(sql.addsUp(table.table(), column.spec(), parts), work)
            .rows()
            .getFirst();
    long values = ((Number) row.get(0)).longValue();
    return values > 1 && ((Number) row.get(1)).longValue() >= 0.95 * values;
  }

  private static SilverColumn nameColumn(Series series, String name) {
    List<Cleaning> digits =
        series.stem().isEmpty()
            ? List.of(new Cleaning.Trim())
            : List.of(new Cleaning.RemovePattern("[^0-9]+"));
    return switch (series.kind()) {
      case YEAR, NUMBER -> column(name, ColumnType.Simple.INTEGER, digits);
      case SEASON, MONTH, QUARTER ->
          column(name, ColumnType.Simple.TEXT, List.of(new Cleaning.Trim()));
      case DAY ->
          SeriesOfHeaders.format(series.headers())
              .map(format ->
                  column(
                      name,
                      ColumnType.Simple.DATE,
                      List.of(new Cleaning.Trim(), new Cleaning.ParseDate(List.of(format)))))
              .orElse(column(name, ColumnType.Simple.TEXT, List.of(new Cleaning.Trim())));
    };
  }

  private static SilverColumn column(String name, ColumnType type, List<Cleaning> steps) {
    return new SilverColumn(name, name, type, null, steps, null, null, null, null, null);
  }

  private static String nameOf(Series series) {
    return series.kind() == Kind.NUMBER ? Slug.of(series.stem(), "number") : series.kind().word();
  }

  private static String valueOf(Series series) {
    return series.kind() == Kind.NUMBER ? "value" : Slug.of(series.stem(), "value");
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** What named a row names several now, which the new column tells apart. */
  private static Optional<RecipeEdit> deduplication(KnownTable table, String name) {
    Deduplication present = table.deduplication();
    if (present == null || present.keyColumns().isEmpty()) {
      return Optional.empty();
    }
    List<String> keys = new ArrayList<>(present.keyColumns());
    keys.add(name);
    return Optional.of(
        new RecipeEdit.Deduplicate(
            new Deduplication(keys, present.strategy(), present.orderBy())));
  }
}
