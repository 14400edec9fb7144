package dev.assay.sql.grouped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One SELECT over the table within a statement: its core, which may be answered elsewhere, and the
 * rest, which is computed from whatever rows the core gives.
 */
final class Part {
  private static final String KEY = "_assay_key_";
  private static final String FIGURE = "_assay_figure_";

  private final ObjectNode select;
  private final SelectReader reader;
  private final boolean groups;
  private final List<Term> keys;
  private final List<Grouped.Figure> figures = new ArrayList<>();
  private final Function<String, JsonNode> expression;
  private final ObjectNode rest;
  private boolean averages;

  /**
   * Takes a SELECT apart.
   *
   * @param names the columns of the statement's result where this is its outermost SELECT
   * @param expression the engine's tree of an expression
   */
  Part(
      ObjectNode select,
      String table,
      List<Rows.Column> columns,
      Optional<List<String>> names,
      Function<String, JsonNode> expression) {
    this.select = select;
    this.expression = expression;
    this.reader = new SelectReader(select, table, columns);
    this.groups = reader.groups();
    this.keys = groups ? reader.keys() : new ArrayList<>();
    this.rest = select.deepCopy();
    rest.set("select_list", items(names));
    if (SelectReader.present(select.path("having"))) {
      rest.set("where_clause", changed(select.path("having")));
      rest.putNull("having");
    } else {
      rest.putNull("where_clause");
    }
    if (SelectReader.present(select.path("qualify"))) {
      rest.set("qualify", changed(select.path("qualify")));
    }
    rest.set("modifiers", modifiers());
    rest.putArray("group_expressions");
    rest.putArray("group_sets");
    rest.put("aggregate_handling", "STANDARD_HANDLING");
  }

  ObjectNode select() {
    return select;
  }

  /** What the rest is computed from. */
  Grouped core() {
    List<Grouped.Key> named = new ArrayList<>();
    for (Term key : keys) {
      named.add(new Grouped.Key(KEY + named.size(), key));
    }
    return new Grouped(reader.table(), named, figures, reader.conditions(), groups);
  }

  boolean isExact() {
    return !averages && figures.stream().allMatch(Grouped.Figure::isExact);
  }

  /** Whether its items are its keys, figures and averages as they are, and nothing chooses rows. */
  boolean isPlain() {
    return !SelectReader.present(select.path("having"))
        && !SelectReader.present(select.path("qualify"))
        && select.path("modifiers").valueStream().allMatch(Part::isOrder)
        && select
            .path("select_list")
            .valueStream()
            .allMatch(item -> FigureReader.isAggregate(item) || !SelectReader.holdsAggregate(item));
  }

  private static boolean isOrder(JsonNode modifier) {
    return modifier.path("type").asText().equals("ORDER_MODIFIER");
  }

  /** Whether its ORDER BY leaves no two rows in doubt that differ. */
  boolean isOrdered() {
    Set<Term> left = new HashSet<>(keys);
    if (!groups) {
      select.path("select_list").forEach(item -> readable(item).ifPresent(left::add));
    }
    for (JsonNode modifier : select.path("modifiers")) {
      for (JsonNode order : modifier.path("orders")) {
        JsonNode by = order.path("expression");
        JsonNode meant = reader.aliased(by).orElse(by);
        if (by.path("class").asText().equals("CONSTANT")) {
          meant = select.path("select_list").path(by.path("literal").path("text").asInt(0) - 1);
        }
        readable(meant).ifPresent(left::remove);
      }
    }
    return left.isEmpty();
  }

  private Optional<Term> readable(JsonNode node) {
    try {
      return Optional.of(reader.terms().read(node));
    } catch (NotComparable e) {
      return Optional.empty();
    }
  }

  /** The same SELECT over the rows of {@code from}. */
  ObjectNode over(JsonNode from) {
    rest.set("from_table", from);
    return rest;
  }

  private ArrayNode items(Optional<List<String>> names) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < select.path("select_list").size(); i++) {
      JsonNode item = select.path("select_list").path(i);
      ObjectNode change = (ObjectNode) changed(item);
      JsonNode parts = item.path("column_names");
      String name =
          names.isPresent()
              ? names.get().get(i)
              : !item.path("alias").asText().isEmpty() || parts.isEmpty()
                  ? item.path("alias").asText()
                  : parts.path(parts.size() - 1).asText();
      if (name.isEmpty()) {
        throw new NotComparable("it has a result without a name");
      }
      items.add(change.put("alias", name));
    }
    return items;
  }

  private ArrayNode modifiers() {
    ArrayNode modifiers = select.path("modifiers").deepCopy();
    for (JsonNode modifier : modifiers) {
      for (JsonNode order : modifier.path("orders")) {
        JsonNode by = order.path("expression");
        if (reader.aliased(by).isEmpty() && !by.path("class").asText().equals("CONSTANT")) {
          ((ObjectNode) order).set("expression", changed(by));
        }
      }
      if (!modifier.path("distinct_on_targets").isEmpty()) {
        throw new NotComparable("it uses DISTINCT ON");
      }
    }
    return modifiers;
  }

  /** An expression over the columns of the core. */
  private JsonNode changed(JsonNode node) {
    String kind = node.path("class").asText();
    if (FigureReader.isAggregate(node)) {
      return figure(node);
    }
    switch (kind) {
      case "SUBQUERY", "LAMBDA", "STAR", "POSITIONAL_REFERENCE" ->
          throw new NotComparable("it uses " + kind.toLowerCase(java.util.Locale.ROOT));
      case "CONSTANT", "TYPE" -> {
        return node.deepCopy();
      }
      case "COLUMN_REF" -> {
        Term column = reader.terms().read(node);
        if (!groups && !keys.contains(column)) {
          keys.add(column);
        }
        if (!keys.contains(column)) {
          throw new NotComparable("it shows a column that it does not group by");
        }
        return reference(KEY + keys.indexOf(column));
      }
      default -> {
        // Anything else is computed from what stands within it.
      }
    }
    Optional<Term> term = groups && !kind.isEmpty() ? readable(node) : Optional.empty();
    if (term.isPresent() && keys.contains(term.get())) {
      JsonNode key = reference(KEY + keys.indexOf(term.get()));
      // A day and its midnight are one key, but not one value.
      return kind.equals("CAST") ? ((ObjectNode) node.deepCopy()).set("child", key) : key;
    }
    JsonNode copy = node.deepCopy();
    if (copy instanceof ObjectNode object) {
      for (var field : object.properties()) {
        if (field.getValue().isContainerNode()) {
          field.setValue(changed(field.getValue()));
        }
      }
    } else if (copy instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isContainerNode()) {
          array.set(i, changed(array.get(i)));
        }
      }
    }
    return copy;
  }

  private JsonNode figure(JsonNode node) {
    return switch (new FigureReader(reader.terms()).read(node)) {
      case FigureReader.Written.Plain(Grouped.Kind kind, Term argument) ->
          reference(figure(kind, argument));
      case FigureReader.Written.Average(Term argument) -> {
        averages = true;
        yield expression.apply(
            "CAST("
                + figure(Grouped.Kind.SUM, argument)
                + " AS DOUBLE) / "
                + figure(Grouped.Kind.COUNT, argument));
      }
    };
  }

  private String figure(Grouped.Kind kind, Term argument) {
    for (Grouped.Figure known : figures) {
      if (known.kind() == kind && java.util.Objects.equals(known.argument(), argument)) {
        return known.name();
      }
    }
    Grouped.Figure figure = new Grouped.Figure(FIGURE + figures.size(), kind, argument);
    figures.add(figure);
    return figure.name();
  }

  private JsonNode reference(String name) {
    return expression.apply(name);
  }
}
