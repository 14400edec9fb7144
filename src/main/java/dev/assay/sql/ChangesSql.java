package dev.assay.sql;

import dev.assay.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How DuckDB puts every row of Bronze beside what Silver made of it.
 *
 * <p>A row is known by its identity in Silver, in the rejected rows or in the duplicates, of which
 * it is in one at most; what is in none came after Silver was built.
 */
public final class ChangesSql implements LoadOrder {
  /**
   * The tables of a source.
   *
   * @param unpivot the step that made rows of columns; then each such row is one of its own
   */
  public record Tables(
      String bronze,
      String silver,
      String rejected,
      String duplicates,
      Optional<Shape.Unpivot> unpivot) {}

  /**
   * A column before and after.
   *
   * @param source as received; a column that unpivot makes is read from the cells it is made of
   * @param name in Silver, or null
   * @param type in Silver, or null
   * @param masked whether only that there is a raw value is shown; it then counts as unchanged
   */
  public record Pair(String source, String name, String type, boolean masked) {}

  /** A row of Bronze. */
  public record Place(long load, long row) {}

  /**
   * Which rows are read.
   *
   * @param fate the one whose rows are read, as SQL writes it; null for all
   * @param reason one that the rows have; null for any
   * @param place the one row that is meant; empty for all
   */
  public record Wanted(String fate, String reason, Optional<Place> place) {
    public static final Wanted ALL = new Wanted(null, null, Optional.empty());
  }

  private final Tables tables;
  private final List<Pair> pairs;
  private final Wanted wanted;
  private final Integer cells;

  /**
   * @param cells the most characters of a text, null for all
   */
  public ChangesSql(Tables tables, List<Pair> pairs, Wanted wanted, Integer cells) {
    this.tables = tables;
    this.pairs = List.copyOf(pairs);
    this.wanted = wanted;
    this.cells = cells;
  }

  @Override
  public Optional<Prepared> extent() {
    return wanted.equals(Wanted.ALL) && tables.unpivot().isEmpty()
        ? Optional.of(SignpostSql.extent(tables.bronze()))
        : Optional.empty();
  }

  @Override
  public Prepared signposts() {
    List<Object> parameters = new ArrayList<>();
    String rows =
        "SELECT "
            + String.join(", ", identity())
            + " FROM ("
            + fates(Stretch.WHOLE, List.of(), told(true))
            + ")"
            + where(Stretch.WHOLE, parameters);
    return SignpostSql.along(new Prepared(rows, parameters), identity());
  }

  /** Fate and number of rows, whatever fate and reason are asked for. */
  public Prepared counts() {
    return new Prepared(
        "SELECT fate, count(*) FROM ("
            + fates(Stretch.WHOLE, List.of(), told(false))
            + ") GROUP BY 1",
        List.of());
  }

  /**
   * Rows of load, row, part, file, fate, reasons, load, row and part of the row that stayed,
   * positions of what changed, then all values before, then those after of the columns that Silver
   * has.
   */
  @Override
  public Prepared page(Stretch stretch, long skip, long limit) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      values.add(BrowseSql.cut(shown(pairs.get(i)), "VARCHAR", cells) + " AS before_" + i);
    }
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      if (pair.name() != null) {
        values.add(BrowseSql.cut(after(pair), pair.type(), cells) + " AS after_" + i);
      }
    }
    List<Object> parameters = new ArrayList<>();
    String identity = String.join(", ", identity());
    // The engine keeps all that it puts in order in memory, which thousands of columns do not fit
    // into: the places of the rows are ordered, and then these rows read.
    return new Prepared(
        "WITH page AS MATERIALIZED (SELECT "
            + identity
            + " FROM ("
            + fates(stretch, List.of(), told(true))
            + ")"
            + where(stretch, parameters)
            + " ORDER BY "
            + identity
            + " LIMIT "
            + limit
            + " OFFSET "
            + skip
            + ")\nSELECT * REPLACE (CASE WHEN fate = 'kept' AND len(changed) > 0 THEN 'changed'"
            + " ELSE fate END AS fate) FROM ("
            + fates(stretch, values, "false")
            + ") SEMI JOIN page USING ("
            + identity
            + ") ORDER BY "
            + identity,
        parameters);
  }

  private List<String> identity() {
    return tables.unpivot().isPresent()
        ? List.of("_load_id", "_row_no", ReshapedSql.PART)
        : List.of("_load_id", "_row_no");
  }

  private String where(Stretch stretch, List<Object> parameters) {
    List<String> all = new ArrayList<>();
    // Where columns became rows, a stretch of Bronze is coarser than one of its parts.
    if (tables.unpivot().isPresent() && !stretch.equals(Stretch.WHOLE)) {
      all.add(stretch.condition("", identity()));
    }
    if (wanted.fate() != null) {
      parameters.add(wanted.fate());
      all.add("fate = ?::VARCHAR");
    }
    if (wanted.reason() != null) {
      parameters.add(wanted.reason());
      all.add("list_contains(reasons, ?::VARCHAR)");
    }
    wanted
        .place()
        .ifPresent(place -> {
          parameters.add(place.load());
          parameters.add(place.row());
          all.add("_load_id = ?::BIGINT AND _row_no = ?::BIGINT");
        });
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  /**
   * Whether a row of Silver is changed. The engine takes seconds over a comparison of thousands of
   * columns, so they are compared only where somebody wants to know.
   *
   * @param asked whether only the rows of the fate that is asked for are wanted
   */
  private String told(boolean asked) {
    boolean matters = !asked || "changed".equals(wanted.fate()) || "kept".equals(wanted.fate());
    return matters ? changed() : "false";
  }

  /**
   * Every row with its fate, and with values those of a page only.
   *
   * @param differs what tells changed rows of Silver from those that are kept
   */
  private String fates(Stretch stretch, List<String> values, String differs) {
    boolean paged = !values.isEmpty();
    boolean parts = tables.unpivot().isPresent();
    String part = parts ? "coalesce(p." + ReshapedSql.PART + ", 0)" : "0";
    String kept = parts ? "d._kept" + ReshapedSql.PART : "0";
    String coarse = parts ? coarse(stretch) : stretch.condition("", identity());
    return "SELECT b._load_id, b._row_no, "
        + part
        + " AS "
        + ReshapedSql.PART
        + ", b._source_file, CASE WHEN s._load_id IS NOT NULL THEN CASE WHEN "
        + differs
        + " THEN 'changed' ELSE 'kept' END WHEN r._load_id IS NOT NULL THEN CASE WHEN"
        + " starts_with(r.reasons[1], 'filtered_') THEN 'filtered' ELSE 'rejected' END"
        + " WHEN d._load_id IS NOT NULL THEN 'duplicate' ELSE 'waiting' END AS fate, r.reasons,"
        + " d._kept_load_id, d._kept_row_no, "
        + kept
        + " AS _kept_part, "
        + (values.isEmpty() ? "NULL" : positions())
        + " AS changed"
        + values.stream().map(value -> ",\n  " + value).collect(Collectors.joining())
        + "\nFROM "
        + some(tables.bronze(), coarse, paged)
        + " AS b"
        + (parts ? "\nLEFT JOIN (" + parts(coarse) + ") AS p" + on("p", "b", false) : "")
        + join(some(tables.silver(), coarse, paged), "s")
        + join(some(tables.rejected(), coarse, paged), "r")
        + join(some(tables.duplicates(), coarse, paged), "d");
  }

  /** All rows of Bronze whose parts a stretch may have. */
  private static String coarse(Stretch stretch) {
    Stretch.Place before = stretch.before();
    return new Stretch(
            stretch.from(),
            before == null
                ? null
                : new Stretch.Place(before.load(), before.row() + 1, before.part()))
        .condition("", List.of("_load_id", "_row_no"));
  }

  private static String some(String table, String condition, boolean paged) {
    String rows =
        Quote.identifier(table) + (paged ? " SEMI JOIN page USING (_load_id, _row_no)" : "");
    return condition.equals("true") && !paged
        ? rows
        : "(SELECT * FROM " + rows + " WHERE " + condition + ")";
  }

  private String parts(String condition) {
    return List.of(tables.silver(), tables.rejected(), tables.duplicates()).stream()
        .map(table ->
            "SELECT _load_id, _row_no, "
                + ReshapedSql.PART
                + " FROM "
                + Quote.identifier(table)
                + " WHERE "
                + condition)
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String join(String rows, String alias) {
    boolean parts = tables.unpivot().isPresent();
    return "\nLEFT JOIN " + rows + " AS " + alias + on(alias, parts ? "p" : "b", parts);
  }

  private static String on(String one, String other, boolean parts) {
    String on =
        " ON %1$s._load_id = %2$s._load_id AND %1$s._row_no = %2$s._row_no".formatted(one, other);
    return parts ? on + " AND %1$s.%3$s = %2$s.%3$s".formatted(one, other, ReshapedSql.PART) : on;
  }

  private String changed() {
    List<String> changes = new ArrayList<>();
    for (Pair pair : pairs) {
      change(pair).ifPresent(changes::add);
    }
    return changes.isEmpty() ? "false" : String.join(" OR ", changes);
  }

  /**
   * The values are compared as lists: a comparison of its own for each of thousands of columns has
   * the engine plan and hold in memory several vectors a column.
   */
  private String positions() {
    List<String> befores = new ArrayList<>();
    List<String> afters = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      if (isCompared(pair)) {
        befores.add(before(pair));
        afters.add(afterAsText(pair));
        positions.add(i);
      }
    }
    return positions.isEmpty()
        ? "[]::INTEGER[]"
        : "CASE WHEN s._load_id IS NULL THEN [] ELSE list_transform(list_filter(list_zip("
            + "["
            + String.join(", ", befores)
            + "]::VARCHAR[], ["
            + String.join(", ", afters)
            + "]::VARCHAR[], "
            + positions
            + "::INTEGER[]), lambda one: coalesce(one[1], '') <> coalesce(one[2], '')),"
            + " lambda one: one[3]) END";
  }

  /** As the ledger counts cells: what reads as it was received is kept, nothing stays nothing. */
  private Optional<String> change(Pair pair) {
    return isCompared(pair)
        ? Optional.of(
            "coalesce(" + before(pair) + ", '') <> coalesce(" + afterAsText(pair) + ", '')")
        : Optional.empty();
  }

  private static boolean isCompared(Pair pair) {
    return pair.name() != null && !pair.masked();
  }

  private static String afterAsText(Pair pair) {
    return BrowseSql.isText(pair.type()) ? after(pair) : "CAST(" + after(pair) + " AS VARCHAR)";
  }

  private static String after(Pair pair) {
    return "s." + Quote.identifier(pair.name());
  }

  private String shown(Pair pair) {
    return pair.masked() ? MaskSql.hidden(before(pair)) : before(pair);
  }

  private String before(Pair pair) {
    if (tables.unpivot().isPresent()) {
      Shape.Unpivot made = tables.unpivot().get();
      if (pair.source().equals(made.nameColumn())) {
        return part(made, Quote::literal);
      }
      if (pair.source().equals(made.valueColumn())) {
        return part(made, column -> "b." + Quote.identifier(column));
      }
    }
    return "b." + Quote.identifier(pair.source());
  }

  private static String part(
      Shape.Unpivot made, java.util.function.UnaryOperator<String> expression) {
    return made.columns().stream()
            .map(expression)
            .collect(Collectors.joining(", ", "list_extract([", "]::VARCHAR[]"))
        + ", p."
        + ReshapedSql.PART
        + ")";
  }
}
