package dev.assay.sql.grouped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads calls of aggregate functions. */
final class FigureReader {
  private static final Set<String> KNOWN =
      Set.of("sum", "count", "count_star", "avg", "mean", "min", "max");

  private final TermReader terms;

  FigureReader(TermReader terms) {
    this.terms = terms;
  }

  /** An aggregate as it is written. */
  sealed interface Written {
    /** One that can be put together from parts of itself. */
    record Plain(Grouped.Kind kind, Term argument) implements Written {}

    /** A sum by a count. */
    record Average(Term argument) implements Written {}
  }

  static boolean isAggregate(JsonNode node) {
    return node.path("class").asText().equals("FUNCTION")
        && KNOWN.contains(node.path("function_name").asText().toLowerCase(Locale.ROOT));
  }

  Written read(JsonNode node) {
    String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
    if (SelectReader.present(node.path("filter"))
        || !node.path("order_bys").path("orders").isEmpty()) {
      throw new NotComparable("it uses " + name + " with a clause of its own");
    }
    List<JsonNode> arguments =
        node.path("arguments").valueStream().map(one -> one.path("expression")).toList();
    boolean distinct = node.path("distinct").asBoolean();
    if (name.equals("count_star") || name.equals("count") && arguments.isEmpty()) {
      return new Written.Plain(Grouped.Kind.ROWS, null);
    }
    if (arguments.size() != 1 || distinct && !Set.of("count", "min", "max").contains(name)) {
      throw new NotComparable("it uses " + name + " in a way that is not known");
    }
    Term argument = terms.read(arguments.getFirst());
    boolean number = argument.kind().isNumeric();
    return switch (name) {
      case "count" -> count(argument, distinct);
      case "min" -> new Written.Plain(Grouped.Kind.LEAST, argument);
      case "max" -> new Written.Plain(Grouped.Kind.GREATEST, argument);
      case String other when !number ->
          throw new NotComparable("it uses " + other + " of what is no number");
      case "sum" -> new Written.Plain(Grouped.Kind.SUM, argument);
      default -> new Written.Average(argument);
    };
  }

  private static Written count(Term argument, boolean distinct) {
    if (distinct && argument.kind() == ValueKind.DOUBLE) {
      throw new NotComparable("it counts different values that are rounded");
    }
    boolean constant = argument instanceof Term.Literal;
    return constant && !distinct
        ? new Written.Plain(Grouped.Kind.ROWS, null)
        : new Written.Plain(distinct ? Grouped.Kind.DISTINCT : Grouped.Kind.COUNT, argument);
  }
}
