package dev.assay.ask;

import dev.assay.ask.Links.Brought;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Rows;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a table with those of what its rows can be given from others. */
final class JoinedVocabulary {
  private JoinedVocabulary() {}

  static Vocabulary of(Vocabulary own, List<Brought> brought, Links.Tables tables) {
    List<Rows.Column> columns = new ArrayList<>(own.columns());
    List<ColumnRole> roles = new ArrayList<>(own.roles());
    Map<String, List<Vocabulary.Value>> values = new HashMap<>();
    own.values().forEach((text, where) -> values.put(text, new ArrayList<>(where)));
    for (Brought one : brought) {
      Vocabulary there = tables.at(one.table());
      columns.add(new Rows.Column(one.name(), type(one, there)));
      roles.add(role(one, there));
      if (one.aggregate() == null) {
        there
            .values()
            .forEach((text, where) ->
                where.stream()
                    .filter(value -> value.column().equals(one.column()))
                    .forEach(value ->
                        values
                            .computeIfAbsent(text, _ -> new ArrayList<>())
                            .add(new Vocabulary.Value(one.name(), value.text()))));
      }
    }
    return new Vocabulary(
        own.source(),
        own.layer(),
        own.table(),
        own.rows(),
        columns,
        roles,
        new ColumnIndex(roles, own.model()),
        values,
        own.unique(),
        own.rowNoun(),
        own.model(),
        time(own, brought, tables),
        Optional.empty());
  }

  /**
   * When rows without a time of their own were: the lines of an invoice when the invoice was, by
   * the nearest table that says so.
   */
  private static Optional<String> time(Vocabulary own, List<Brought> brought, Links.Tables tables) {
    if (own.chosenTime().isPresent() || !own.with(Role.TIME).isEmpty()) {
      return own.chosenTime();
    }
    return brought.stream()
        .filter(one -> one.aggregate() == null)
        .filter(
            one -> tables.at(one.table()).model().timeColumn().equals(Optional.of(one.column())))
        .min(Comparator.comparingInt(one -> one.path().size()))
        .map(Brought::name);
  }

  private static String type(Brought one, Vocabulary there) {
    return one.aggregate() == Aggregate.COUNT_ROWS
        ? "BIGINT"
        : there.columns().stream()
            .filter(column -> column.name().equals(one.column()))
            .findFirst()
            .orElseThrow()
            .type();
  }

  private static ColumnRole role(Brought one, Vocabulary there) {
    if (one.aggregate() == Aggregate.COUNT_ROWS) {
      return new ColumnRole(
          new TableFigures.Column(one.name(), ValueKind.INTEGER, there.rows(), 1, null, null, 0, 0),
          Role.SUMMABLE);
    }
    ColumnRole known = there.role(one.column());
    return new ColumnRole(
        known.column().named(one.name()),
        // An amount of what is looked up would be added once for each row that looks it up.
        one.aggregate() == null && known.role() == Role.SUMMABLE ? Role.AVERAGED : known.role());
  }
}
