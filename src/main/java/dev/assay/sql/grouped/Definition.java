package dev.assay.sql.grouped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a table was made of, as far as it can be compared. */
public final class Definition {
  private Definition() {}

  /**
   * The definition of a table that was made by one SELECT.
   *
   * @param tree the engine's tree of it
   * @param from the table that it reads, and its columns
   * @param made the columns of the table that it made, in order
   * @throws NotComparable with the reason in one clause
   */
  public static Grouped read(
      JsonNode tree, String from, List<Rows.Column> columns, List<Rows.Column> made) {
    JsonNode select = tree.path("statements").path(0).path("node");
    if (!select.path("type").asText().equals("SELECT_NODE")
        || !SelectReader.isTable(select.path("from_table"), from)) {
      throw new NotComparable("it is not one SELECT over " + from);
    }
    for (JsonNode modifier : select.path("modifiers")) {
      if (!modifier.path("type").asText().equals("ORDER_MODIFIER")) {
        throw new NotComparable("it keeps only some of its rows");
      }
    }
    if (SelectReader.present(select.path("having"))
        || SelectReader.present(select.path("qualify"))) {
      throw new NotComparable("it keeps only some of its groups");
    }
    SelectReader reader = new SelectReader(select, from, columns);
    JsonNode items = select.path("select_list");
    if (items.size() != made.size()) {
      throw new NotComparable("it does not name its columns one by one");
    }
    boolean groups = reader.groups();
    List<Term> keys = groups ? reader.keys() : List.of();
    List<Grouped.Key> shown = new ArrayList<>();
    List<Grouped.Figure> figures = new ArrayList<>();
    Set<Term> named = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String name = made.get(i).name();
      if (FigureReader.isAggregate(items.path(i))) {
        figure(reader, items.path(i), name).ifPresent(figures::add);
      } else {
        Optional<Term> term = term(reader, items.path(i));
        if (term.isPresent() && (!groups || keys.contains(term.get())) && named.add(term.get())) {
          shown.add(new Grouped.Key(name, term.get()));
        }
      }
    }
    keys.stream()
        .filter(key -> !named.contains(key))
        .forEach(key -> shown.add(new Grouped.Key(null, key)));
    return new Grouped(from, shown, figures, reader.conditions(), groups);
  }

  /** Whatever else a table holds beside its keys and figures is of no use, and does no harm. */
  private static Optional<Term> term(SelectReader reader, JsonNode item) {
    try {
      return Optional.of(reader.terms().read(item));
    } catch (NotComparable e) {
      return Optional.empty();
    }
  }

  private static Optional<Grouped.Figure> figure(SelectReader reader, JsonNode item, String name) {
    try {
      return switch (new FigureReader(reader.terms()).read(item)) {
        case FigureReader.Written.Plain(Grouped.Kind kind, Term argument) ->
            Optional.of(new Grouped.Figure(name, kind, argument));
        case FigureReader.Written.Average _ -> Optional.empty();
      };
    } catch (NotComparable e) {
      return Optional.empty();
    }
  }
}
