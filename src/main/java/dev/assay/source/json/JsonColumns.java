package dev.assay.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.ColumnNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The keys of all records of a table in the order in which they first appear, with their kinds. */
final class JsonColumns {
  static final int MOST = 10_000;

  /** What a record that is no object is called: a table can hold nothing without a name. */
  static final String VALUE = "value";

  private final Map<String, Set<Kind>> columns = new LinkedHashMap<>();
  private long records;
  private long objects;
  private boolean tooMany;

  /** What JSON says that a value is. */
  enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    OBJECT,
    ARRAY
  }

  /** Takes in the record at which {@code parser} is and leaves it at the record's last token. */
  void record(JsonParser parser) throws IOException {
    records++;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      value(VALUE, parser.currentToken());
      parser.skipChildren();
      return;
    }
    objects++;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      value(key, parser.nextToken());
      parser.skipChildren();
    }
  }

  void object() {
    records++;
    objects++;
  }

  void value(String key, JsonToken token) {
    Set<Kind> kinds = columns.get(key);
    if (kinds == null) {
      if (columns.size() == MOST) {
        tooMany = true;
        return;
      }
      kinds = EnumSet.noneOf(Kind.class);
      columns.put(key, kinds);
    }
    Kind kind = kind(token);
    if (kind != null) {
      kinds.add(kind);
    }
  }

  private static Kind kind(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> Kind.STRING;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
      case START_OBJECT -> Kind.OBJECT;
      case START_ARRAY -> Kind.ARRAY;
      case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          null;
    };
  }

  long records() {
    return records;
  }

  /** Whether most of its records are objects. */
  boolean isTable() {
    return objects > 0 && objects * 2 > records;
  }

  Set<String> keys() {
    return columns.keySet();
  }

  /** The Bronze columns; {@code name} is the file's, for messages. */
  List<Landing.Column> landed(String name) {
    if (tooMany) {
      throw UserError.invalid(
          String.format(
              Locale.ROOT,
              "The records of %s have more than %,d different keys; a table can have no more columns.",
              name,
              MOST));
    }
    if (columns.isEmpty()) {
      throw UserError.invalid("The file " + name + " holds no records with values to land.");
    }
    List<Landing.Column> named = ColumnNames.of(List.copyOf(columns.keySet()));
    List<Landing.Column> typed = new ArrayList<>();
    for (Landing.Column column : named) {
      typed.add(new Landing.Column(column.header(), column.name(), type(column.header())));
    }
    return typed;
  }

  private String type(String key) {
    List<String> kinds =
        columns.get(key).stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    return kinds.isEmpty() ? "null" : String.join(" or ", kinds);
  }
}
