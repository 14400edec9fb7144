package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How DuckDB writes every row of Silver once, cleaned and typed, with its verdict. */
final class CleanSql {
  private final SilverSpec spec;
  private final Verdicts verdicts;
  private final ReceivedSql received;
  private final ReshapedSql reshaped;

  CleanSql(SilverSpec spec) {
    this.spec = spec;
    this.reshaped = new ReshapedSql(spec);
    this.verdicts = new Verdicts(spec);
    this.received = new ReceivedSql(spec);
  }

  List<String> clean(String staged) {
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE " + Quote.identifier(staged) + " AS\n" + ranked());
    List<Verdicts.Reason> repeated =
        verdicts.reasons().stream().filter(r -> r.kind() == Verdicts.Kind.REPEATED).toList();
    if (!repeated.isEmpty()) {
      statements.add(markRepeated(staged, repeated));
    }
    return statements;
  }

  /**
   * Innermost first: texts, then values, then verdicts, then ranks. One level each, so that nothing
   * is computed twice.
   */
  private String ranked() {
    List<String> select = new ArrayList<>(reshaped.identity());
    if (spec.strategy() == Deduplication.Strategy.REMOVE_EXACT) {
      select.add("_row_hash AS assay_hash");
    }
    for (int i = 0; i < spec.columns().size(); i++) {
      select.add(filled(i) + " AS " + Quote.identifier(spec.columns().get(i).name()));
    }
    select.addAll(verdicts.helpers());
    select.add(rank() + " AS assay_rank");
    return "SELECT " + String.join(",\n  ", select) + "\nFROM (" + judged() + ")";
  }

  private String judged() {
    List<String> select = new ArrayList<>(List.of("*"));
    for (String helper : verdicts.filterHelpers()) {
      select.add(bits(helper));
    }
    for (String helper : verdicts.reasonHelpers()) {
      select.add(bits(helper));
    }
    for (String helper : verdicts.noteHelpers()) {
      select.add(bits(helper));
    }
    List<String> cells = verdicts.cellHelpers();
    for (int chunk = 0; chunk < cells.size(); chunk++) {
      List<String> states = new ArrayList<>();
      for (int i = 0; i < spec.columns().size(); i++) {
        if (Verdicts.cellChunk(i) == chunk) {
          states.add("((" + cellState(i) + ")::BIGINT << " + Verdicts.cellShift(i) + ")");
        }
      }
      select.add(String.join("\n    | ", states) + " AS " + cells.get(chunk));
    }
    return "SELECT " + String.join(",\n    ", select) + "\n  FROM (" + typed() + ")";
  }

  private String bits(String helper) {
    return verdicts.reasons().stream()
            .filter(reason -> reason.helper().equals(helper))
            .map(reason ->
                "CASE WHEN "
                    + condition(reason)
                    + " THEN "
                    + (1L << reason.bit())
                    + "::BIGINT ELSE 0 END")
            .collect(Collectors.joining("\n    + "))
        + " AS "
        + helper;
  }

  private String condition(Verdicts.Reason reason) {
    int i = reason.column();
    if (reason.kind() == Verdicts.Kind.BROKEN) {
      return RuleSql.broken(spec.rules().get(i), this::operand);
    }
    SilverSpec.Column column = spec.columns().get(i);
    return switch (reason.kind()) {
      case INVALID ->
          column.custom() == null
              ? value(i) + " IS NULL AND " + text(i) + " <> ''"
              : "failed_" + i + " OR (" + value(i) + " IS NULL AND " + text(i) + " IS NOT NULL)";
      case NULL -> missing(i);
      case VIOLATED ->
          reason.checks().stream()
              .map((Check check) -> "(" + CheckSql.violated(check, column.type(), value(i)) + ")")
              .collect(Collectors.joining(" OR "));
      // Known only once duplicates are ranked: set by an update.
      case REPEATED, BROKEN -> "false";
      case FILTERED -> filtered(reason);
    };
  }

  private String filtered(Verdicts.Reason reason) {
    int i = reason.column();
    boolean asReceived = spec.filters().get(reason.position()).asReceived();
    ColumnType type = asReceived ? ColumnType.Simple.TEXT : spec.columns().get(i).type();
    String looked = asReceived ? "NULLIF(" + raw(i) + ", '')" : value(i);
    return reason.checks().stream()
        .map((Check check) ->
            check.bare() instanceof Check.NotNull && !asReceived
                ? "(" + missing(i) + ")"
                : "(" + CheckSql.violated(check, type, looked) + ")")
        .collect(Collectors.joining(" OR "));
  }

  /** A cell that is filled is not missing. */
  private String missing(int i) {
    SilverSpec.Column column = spec.columns().get(i);
    return column.fills() ? "false" : value(i) + " IS NULL" + unlessInvalid(i, column);
  }

  /** As received, not filled: a value that nobody gave breaks no rule. */
  private RuleSql.Operand operand(String name) {
    int i = spec.index(name);
    return new RuleSql.Operand(value(i), spec.columns().get(i).type());
  }

  /** A cell that was there and could not be read is invalid, not missing. */
  private String unlessInvalid(int i, SilverSpec.Column column) {
    if (column.custom() != null) {
      return " AND NOT coalesce(failed_" + i + ", false) AND " + text(i) + " IS NULL";
    }
    return column.type() == ColumnType.Simple.TEXT ? "" : " AND coalesce(" + text(i) + ", '') = ''";
  }

  /**
   * 0 nothing came, 1 kept, 2 changed, 3 emptied, 4 nothing came and was filled, 5 emptied and
   * filled, 6 nothing came and took the value above, 7 blanks came and took the value above.
   */
  private String cellState(int i) {
    SilverSpec.Column column = spec.columns().get(i);
    if (!fillsDown(i)) {
      return ownState(i);
    }
    String unread = "WHEN " + value(i) + " IS NULL THEN ";
    return "CASE WHEN "
        + shaped(i)
        + " IS NOT DISTINCT FROM "
        + raw(i)
        + " THEN "
        + ownState(i)
        + " WHEN "
        + raw(i)
        + " <> '' THEN CASE "
        + unread
        + (column.fills() ? 5 : 3)
        + " ELSE 7 END ELSE CASE "
        + unread
        + (column.fills() ? 4 : 0)
        + " ELSE 6 END END";
  }

  private String ownState(int i) {
    SilverSpec.Column column = spec.columns().get(i);
    String raw = raw(i);
    String empty = "CASE WHEN " + raw + " IS NULL OR " + raw + " = '' THEN ";
    if (value(i).equals(raw) && !column.fills()) {
      return empty + "0 ELSE 1 END";
    }
    String came = column.fills() ? "CASE WHEN " + value(i) + " IS NULL THEN 4 ELSE 0 END" : "0";
    String same =
        column.type() == ColumnType.Simple.TEXT ? value(i) : "CAST(" + value(i) + " AS VARCHAR)";
    return empty
        + came
        + " WHEN "
        + value(i)
        + " IS NULL THEN "
        + (column.fills() ? 5 : 3)
        // What a person has put right is changed, even where it reads like what was received.
        + (mends(i) ? " WHEN mended_" + i + " THEN 2" : "")
        + " WHEN "
        + same
        + " = "
        + raw
        + " THEN 1 ELSE 2 END";
  }

  private String typed() {
    List<String> select = new ArrayList<>(List.of("*"));
    for (int i = 0; i < spec.columns().size(); i++) {
      if (!value(i).equals(text(i))) {
        select.add(CleaningSql.typed(spec.columns().get(i), text(i)) + " AS " + value(i));
      }
    }
    return "SELECT " + String.join(",\n      ", select) + "\n    FROM (" + texts() + ")";
  }

  private String texts() {
    List<String> select = new ArrayList<>(reshaped.identity());
    if (spec.strategy() == Deduplication.Strategy.REMOVE_EXACT) {
      select.add("_row_hash");
    }
    for (int i = 0; i < spec.columns().size(); i++) {
      SilverSpec.Column column = spec.columns().get(i);
      String source = Quote.identifier(column.source());
      select.add(asReceived(column.source()) + " AS " + raw(i));
      if (mends(i)) {
        select.add(
            source
                + " IS DISTINCT FROM "
                + received.asReceived(column.source())
                + " AS mended_"
                + i);
      }
      if (fillsDown(i)) {
        select.add(source + " AS " + shaped(i));
      }
      if (column.custom() != null) {
        select.add(column.custom().value() + " AS " + text(i));
        select.add(column.custom().failed() + " AS failed_" + i);
      } else if (!text(i).equals(raw(i)) && !text(i).equals(shaped(i))) {
        select.add(CleaningSql.cleaned(column.cleaning(), source) + " AS " + text(i));
      }
    }
    return "SELECT " + String.join(",\n        ", select) + "\n      FROM " + reshaped.rows();
  }

  /** Written SQL reads the reshaped row as it likes: what of it came from above is not known. */
  private boolean fillsDown(int i) {
    SilverSpec.Column column = spec.columns().get(i);
    return column.custom() == null && reshaped.fillsDown(column.source());
  }

  /** Of a reshaped table, what was put right counts as received. */
  private boolean mends(int i) {
    return spec.shape().isEmpty() && received.mends(spec.columns().get(i).source());
  }

  private String asReceived(String column) {
    return spec.shape().isEmpty() ? received.asReceived(column) : reshaped.asReceived(column);
  }

  private static String shaped(int i) {
    return "shaped_" + i;
  }

  private static String raw(int i) {
    return "raw_" + i;
  }

  private String text(int i) {
    SilverSpec.Column column = spec.columns().get(i);
    boolean same =
        column.custom() == null
            && !mends(i)
            && CleaningSql.cleaned(column.cleaning(), "x").equals("x");
    return same ? fillsDown(i) ? shaped(i) : raw(i) : "text_" + i;
  }

  private String value(int i) {
    SilverSpec.Column column = spec.columns().get(i);
    return column.type() == ColumnType.Simple.TEXT && column.custom() == null
        ? text(i)
        : "value_" + i;
  }

  private String filled(int i) {
    SilverSpec.Column column = spec.columns().get(i);
    if (!column.fills()) {
      return value(i);
    }
    String literal = Quote.literal(column.fill());
    String typed =
        column.type() == ColumnType.Simple.TEXT
            ? literal
            : "CAST(" + literal + " AS " + CleaningSql.typeName(column.type()) + ")";
    return "COALESCE(" + value(i) + ", " + typed + ")";
  }

  /**
   * 1 for the row that stays, more for its duplicates, 0 for filtered and rejected rows, which take
   * no part.
   */
  private String rank() {
    String alone =
        spec.keys().stream().map(k -> valueOf(k) + " IS NULL").collect(Collectors.joining(" OR "));
    String start = "CASE WHEN NOT (" + verdicts.remaining() + ") THEN 0 ";
    if (spec.strategy() == Deduplication.Strategy.NONE) {
      return start + "ELSE 1 END";
    }
    List<String> partition = new ArrayList<>(spec.keys().stream().map(this::valueOf).toList());
    if (spec.strategy() == Deduplication.Strategy.REMOVE_EXACT) {
      partition.add("_row_hash");
      reshaped.identity().stream().skip(2).forEach(partition::add);
    }
    partition.add("(" + verdicts.remaining() + ")");
    List<String> order = new ArrayList<>();
    for (SilverSpec.OrderTerm term : spec.orderBy()) {
      order.add(valueOf(term.column()) + (term.descending() ? " DESC" : " ASC") + " NULLS LAST");
    }
    String last = spec.strategy() == Deduplication.Strategy.KEEP_LATEST ? " DESC" : " ASC";
    reshaped.identity().forEach(part -> order.add(part + last));
    return start
        + (alone.isEmpty() ? "" : "WHEN " + alone + " THEN 1 ")
        + "ELSE row_number() OVER (PARTITION BY "
        + String.join(", ", partition)
        + " ORDER BY "
        + String.join(", ", order)
        + ") END";
  }

  /** The value, filled or not, of a column by its Silver name. */
  private String valueOf(String name) {
    return filled(spec.index(name));
  }

  private String markRepeated(String staged, List<Verdicts.Reason> repeated) {
    String table = Quote.identifier(staged);
    List<String> sets = new ArrayList<>();
    for (String helper : repeated.stream().map(Verdicts.Reason::helper).distinct().toList()) {
      String bits =
          repeated.stream()
              .filter(r -> r.helper().equals(helper))
              .map(r ->
                  "CASE WHEN "
                      + isRepeated(table, r)
                      + " THEN "
                      + (1L << r.bit())
                      + "::BIGINT ELSE 0 END")
              .collect(Collectors.joining(" | "));
      sets.add(helper + " = " + helper + " | " + bits);
    }
    String any =
        repeated.stream().map(r -> isRepeated(table, r)).collect(Collectors.joining(" OR "));
    return "UPDATE "
        + table
        + " SET "
        + String.join(", ", sets)
        + " WHERE assay_rank = 1 AND ("
        + any
        + ")";
  }

  private String isRepeated(String table, Verdicts.Reason reason) {
    String column = Quote.identifier(spec.columns().get(reason.column()).name());
    String given = given(reason.column());
    return given
        + column
        + " IN (SELECT "
        + column
        + " FROM "
        + table
        + " WHERE assay_rank = 1 AND "
        + given
        + column
        + " IS NOT NULL GROUP BY "
        + column
        + " HAVING count(*) > 1)";
  }

  /** Whether nobody has filled the staged cell: what a fill repeats breaks no check. */
  private String given(int i) {
    return spec.columns().get(i).fills()
        ? "(("
            + verdicts.cellHelpers().get(Verdicts.cellChunk(i))
            + " >> "
            + Verdicts.cellShift(i)
            + ") & 7) NOT IN (4, 5) AND "
        : "";
  }
}
