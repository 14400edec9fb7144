package dev.assay.sql;

import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares two states of a Silver layer, row by row by identity.
 *
 * <p>Rows that fare differently are written once, narrow, to a table of their own ({@link #moves});
 * counts and examples are read from that.
 */
public final class DifferenceSql {
  /** Cells that differ are numbered: three numbers a column, by its position in both states. */
  public static final int CODES = 3;

  public static final int FILLED = 1;
  public static final int EMPTIED = 2;

  private static final int EXAMPLES = 10;
  private static final String KEYS = "load_id, row_no, part";
  private static final String ON =
      "b.load_id = a.load_id AND b.row_no = a.row_no AND b.part = a.part";

  /**
   * One state of the layer.
   *
   * @param columns the Silver columns, without identity
   * @param split whether one Bronze row may be several rows here
   */
  public record State(
      String silver, String rejected, String duplicates, List<Rows.Column> columns, boolean split) {

    /** A state of tables whose columns are {@code all}. */
    public static State of(
        String silver, String rejected, String duplicates, List<Rows.Column> all) {
      return new State(
          silver,
          rejected,
          duplicates,
          all.stream().filter(column -> !isIdentity(column.name())).toList(),
          all.stream().anyMatch(column -> column.name().equals(ReshapedSql.PART)));
    }

    private static boolean isIdentity(String name) {
      return name.equals("_load_id") || name.equals("_row_no") || name.equals(ReshapedSql.PART);
    }

    Optional<Rows.Column> column(String name) {
      return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
  }

  private final State before;
  private final State after;
  private final Map<String, String> formerly;
  private final List<Rows.Column> shared;

  /**
   * @param formerly what columns of the later state are called in the earlier one, where that is
   *     something else
   */
  public DifferenceSql(State before, State after, Map<String, String> formerly) {
    this.before = before;
    this.after = after;
    this.formerly = Map.copyOf(formerly);
    this.shared =
        after.columns().stream().filter(column -> before(column.name()).isPresent()).toList();
  }

  /** The columns of both states as the later one calls them, in the order of the codes. */
  public List<String> shared() {
    return shared.stream().map(Rows.Column::name).toList();
  }

  /** A column of the later state as it is in the earlier one. */
  public Optional<Rows.Column> before(String name) {
    return before.column(formerly.getOrDefault(name, name));
  }

  /** Makes the table of the rows that fare differently. */
  public String moves(String table) {
    return "CREATE TABLE "
        + Quote.identifier(table)
        + " AS WITH b AS ("
        + fates(before, reasonsBefore())
        + "), a AS ("
        + fates(after, "reasons")
        + ")\nSELECT coalesce(b.load_id, a.load_id) AS load_id, coalesce(b.row_no, a.row_no) AS row_no,"
        + " coalesce(b.part, a.part) AS part, coalesce(b.fate, 'absent') AS was,"
        + " coalesce(a.fate, 'absent') AS now, b.reasons AS reasons_before, a.reasons AS reasons_after,"
        + " b.kept AS kept_before, a.kept AS kept_after, NULL::INTEGER[] AS cells"
        + " FROM b FULL JOIN a ON "
        + ON
        + " WHERE b.fate IS DISTINCT FROM a.fate OR b.reasons IS DISTINCT FROM a.reasons"
        + " OR b.kept IS DISTINCT FROM a.kept"
        + changedRows();
  }

  /** Every row of a state once: where it is, why, and which row stands for it. */
  private static String fates(State state, String reasons) {
    return fate(state, state.silver(), "'silver'", "NULL::VARCHAR[]", "NULL::VARCHAR")
        + " UNION ALL "
        + fate(
            state,
            state.rejected(),
            "CASE WHEN " + TableSql.IS_FILTERED + " THEN 'filtered' ELSE 'rejected' END",
            reasons,
            "NULL::VARCHAR")
        + " UNION ALL "
        + fate(
            state,
            state.duplicates(),
            "'duplicate'",
            "NULL::VARCHAR[]",
            "_kept_load_id || ':' || _kept_row_no"
                + (state.split() ? " || ':' || _kept" + ReshapedSql.PART : ""));
  }

  private static String fate(State state, String table, String fate, String reasons, String kept) {
    return "SELECT "
        + identity(state)
        + ", "
        + fate
        + " AS fate, "
        + reasons
        + " AS reasons, "
        + kept
        + " AS kept FROM "
        + Quote.identifier(table);
  }

  private static String identity(State state) {
    return "_load_id AS load_id, _row_no AS row_no, "
        + (state.split() ? "coalesce(CAST(_part AS BIGINT), 0)" : "0::BIGINT")
        + " AS part";
  }

  private String changedRows() {
    if (shared.isEmpty()) {
      return "";
    }
    List<String> codes = new ArrayList<>();
    List<String> differs = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      String b = "b.c" + i;
      String a = "a.c" + i;
      String condition =
          Differing.values(b, a, before(shared.get(i).name()).orElseThrow(), shared.get(i));
      differs.add(condition);
      codes.add(
          "CASE WHEN "
              + condition
              + " THEN "
              + CODES * i
              + " + CASE WHEN "
              + b
              + " IS NULL THEN "
              + FILLED
              + " WHEN "
              + a
              + " IS NULL THEN "
              + EMPTIED
              + " ELSE 0 END END");
    }
    return "\nUNION ALL\nSELECT b.load_id, b.row_no, b.part, 'silver', 'silver', NULL, NULL, NULL, NULL,"
        + " list_filter(["
        + String.join(", ", codes)
        + "]::INTEGER[], lambda code: code IS NOT NULL) FROM ("
        + values(
            before, shared.stream().map(column -> before(column.name()).orElseThrow()).toList())
        + ") b JOIN ("
        + values(after, shared)
        + ") a ON "
        + ON
        + " WHERE "
        + String.join(" OR ", differs);
  }

  private static String values(State state, List<Rows.Column> columns) {
    return "SELECT "
        + identity(state)
        + IntStream.range(0, columns.size())
            .mapToObj(i -> ", " + Quote.identifier(columns.get(i).name()) + " AS c" + i)
            .collect(Collectors.joining())
        + " FROM "
        + Quote.identifier(state.silver());
  }

  /** Rows of (was, now, count). */
  public static String counts(String moves) {
    return "SELECT was, now, count(*) FROM " + Quote.identifier(moves) + " GROUP BY ALL";
  }

  /** Rows of (code, count): which cells differ, and how. */
  public static String cells(String moves) {
    return "SELECT code, count(*) FROM (SELECT unnest(cells) AS code FROM "
        + Quote.identifier(moves)
        + ") GROUP BY code";
  }

  /** Rows of (reason, count), of all rows that the earlier state has set aside. */
  public String reasonsOfBefore() {
    return reasons(before.rejected(), reasonsBefore());
  }

  /** Rows of (reason, count), of all rows that the later state has set aside. */
  public String reasonsOfAfter() {
    return reasons(after.rejected());
  }

  /** Rows of (reason, count), of all rows that were set aside. */
  public static String reasons(String rejected) {
    return reasons(rejected, "reasons");
  }

  private static String reasons(String rejected, String reasons) {
    return "SELECT reason, count(*) FROM (SELECT unnest("
        + reasons
        + ") AS reason FROM "
        + Quote.identifier(rejected)
        + ") GROUP BY reason ORDER BY count(*) DESC, reason";
  }

  /** How many columns {@link #examples} has before those of the two states. */
  public static final int EXAMPLE_HEAD = 10;

  /**
   * Up to ten rows of every movement, of as many kinds as there are, each with its identity, where
   * it was and would be, reasons, the rows that stand for it and its codes; then as text the values
   * of all columns before, then of all columns after.
   */
  public String examples(String moves) {
    String kinds = "was, now, cells, reasons_before, reasons_after";
    String picked =
        "SELECT * EXCLUDE (nth) FROM (SELECT *, row_number() OVER (PARTITION BY "
            + kinds
            + " ORDER BY "
            + KEYS
            + ") AS nth FROM "
            + Quote.identifier(moves)
            + ") WHERE nth <= "
            + EXAMPLES
            + " QUALIFY row_number() OVER (PARTITION BY was, now ORDER BY nth, "
            + KEYS
            + ") <= "
            + EXAMPLES;
    return "SELECT m.load_id, m.row_no, m.part, m.was, m.now, m.reasons_before, m.reasons_after,"
        + " m.kept_before, m.kept_after, m.cells"
        + Stream.concat(texts(before, "b").stream(), texts(after, "a").stream())
            .collect(Collectors.joining())
        + " FROM ("
        + picked
        + ") m LEFT JOIN ("
        + whole(before)
        + ") b ON b.load_id = m.load_id AND b.row_no = m.row_no AND b.part = m.part LEFT JOIN ("
        + whole(after)
        + ") a ON a.load_id = m.load_id AND a.row_no = m.row_no AND a.part = m.part"
        + " ORDER BY m.was, m.now, m.load_id, m.row_no, m.part";
  }

  private static List<String> texts(State state, String alias) {
    return IntStream.range(0, state.columns().size())
        .mapToObj(i -> ", CAST(" + alias + ".c" + i + " AS VARCHAR)")
        .toList();
  }

  private static String whole(State state) {
    return values(state, state.columns());
  }

  /** A reason is named after its column: that of a renamed one is the same under another name. */
  private String reasonsBefore() {
    if (formerly.isEmpty()) {
      return "reasons";
    }
    String cases =
        formerly.entrySet().stream()
            .flatMap(names ->
                Verdicts.OF_COLUMNS.stream()
                    .map(kind ->
                        " WHEN "
                            + Quote.literal(kind + names.getValue())
                            + " THEN "
                            + Quote.literal(kind + names.getKey())))
            .collect(Collectors.joining());
    return "list_transform(reasons, lambda one: CASE one" + cases + " ELSE one END)";
  }
}
