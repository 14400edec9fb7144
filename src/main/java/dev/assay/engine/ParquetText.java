package dev.assay.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a value of a type is written as text without loss: lists, structs and maps as JSON, bytes as
 * hexadecimal digits, everything else as the engine writes it.
 */
final class ParquetText {
  private final String type;
  private int at;
  private int lambdas;

  private ParquetText(String type) {
    this.type = type;
  }

  /** The expression for {@code value}, itself an expression of {@code type}. */
  static String of(String value, String type) {
    Shape shape = new ParquetText(type).shape();
    return switch (shape) {
      case Shape.Leaf leaf -> leaf.text(value);
      case Shape.Many _, Shape.Struct _, Shape.Pairs _ ->
          "CASE WHEN "
              + value
              + " IS NOT NULL THEN "
              + new ParquetText(type).json(value, shape)
              + " END";
    };
  }

  private sealed interface Shape {
    record Leaf(String name) implements Shape {
      String text(String value) {
        return name.equals("BLOB") ? "lower(hex(" + value + "))" : "CAST(" + value + " AS VARCHAR)";
      }
    }

    record Many(Shape element) implements Shape {}

    record Struct(List<String> names, List<Shape> types) implements Shape {}

    record Pairs(Shape key, Shape value) implements Shape {}
  }

  private String json(String value, Shape shape) {
    String some =
        switch (shape) {
          case Shape.Leaf leaf -> leafJson(value, leaf);
          case Shape.Many(Shape element) -> {
            String each = "e" + lambdas++;
            yield "('[' || coalesce(array_to_string(list_transform("
                + value
                + ", lambda "
                + each
                + ": "
                + json(each, element)
                + "), ','), '') || ']')";
          }
          case Shape.Struct(List<String> names, List<Shape> types) -> {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
              String member = "struct_extract(" + value + ", " + literal(names.get(i)) + ")";
              members.add(
                  "CAST(to_json("
                      + literal(names.get(i))
                      + ") AS VARCHAR) || ':' || "
                      + json(member, types.get(i)));
            }
            yield "('{' || " + String.join(" || ',' || ", members) + " || '}')";
          }
          // Keys may be of any type, and JSON's are texts: pairs lose nothing.
          case Shape.Pairs(Shape key, Shape held) -> {
            Shape entry = new Shape.Struct(List.of("key", "value"), List.of(key, held));
            yield json("map_entries(" + value + ")", new Shape.Many(entry));
          }
        };
    return "CASE WHEN " + value + " IS NULL THEN 'null' ELSE " + some + " END";
  }

  private static String leafJson(String value, Shape.Leaf leaf) {
    String name = leaf.name();
    if (name.equals("BOOLEAN")
        || name.endsWith("INT")
        || name.equals("INTEGER")
        || name.startsWith("DECIMAL")
        || name.equals("JSON")) {
      return leaf.text(value);
    }
    String quoted = "CAST(to_json(" + leaf.text(value) + ") AS VARCHAR)";
    if (name.equals("DOUBLE") || name.equals("FLOAT")) {
      return "CASE WHEN isfinite("
          + value
          + ") THEN "
          + leaf.text(value)
          + " ELSE "
          + quoted
          + " END";
    }
    return quoted;
  }

  /** Reads what the engine calls a type, such as {@code STRUCT("a b" DECIMAL(9,2)[], c MAP(…))}. */
  private Shape shape() {
    Shape shape = plain();
    while (at < type.length() && type.charAt(at) == '[') {
      at = type.indexOf(']', at) + 1;
      shape = new Shape.Many(shape);
    }
    return shape;
  }

  private Shape plain() {
    if (type.startsWith("STRUCT(", at)) {
      at += "STRUCT(".length();
      List<String> names = new ArrayList<>();
      List<Shape> types = new ArrayList<>();
      do {
        skip(", ");
        names.add(name());
        at++;
        types.add(shape());
      } while (type.charAt(at) == ',');
      at++;
      return new Shape.Struct(names, types);
    }
    if (type.startsWith("MAP(", at)) {
      at += "MAP(".length();
      Shape key = shape();
      skip(", ");
      Shape value = shape();
      at++;
      return new Shape.Pairs(key, value);
    }
    int from = at;
    int depth = 0;
    boolean quoted = false;
    for (; at < type.length(); at++) {
      char sign = type.charAt(at);
      quoted ^= sign == '\'' || sign == '"';
      if (!quoted && depth == 0 && (sign == ',' || sign == ')' || sign == '[')) {
        break;
      }
      depth += quoted ? 0 : sign == '(' ? 1 : sign == ')' ? -1 : 0;
    }
    return new Shape.Leaf(type.substring(from, at).toUpperCase(Locale.ROOT));
  }

  private void skip(String text) {
    if (type.startsWith(text, at)) {
      at += text.length();
    }
  }

  private String name() {
    if (type.charAt(at) != '"') {
      int from = at;
      at = type.indexOf(' ', at);
      return type.substring(from, at);
    }
    StringBuilder name = new StringBuilder();
    for (at++; ; at++) {
      if (type.charAt(at) == '"') {
        at++;
        if (at >= type.length() || type.charAt(at) != '"') {
          return name.toString();
        }
      }
      name.append(type.charAt(at));
    }
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
