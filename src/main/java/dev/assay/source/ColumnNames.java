package dev.assay.source;

import dev.assay.model.Landing;
import dev.assay.sql.LandingSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives every column of a file a name that its table can have. */
public final class ColumnNames {
  /** The engine's own name for a row's place. */
  private static final String ROW_ID = "rowid";

  private ColumnNames() {}

  /** One column per header, in order; a header is null or empty where the file has none. */
  public static List<Landing.Column> of(List<String> headers) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    // Headers that can stay as they are come first: only what clashes with them makes way.
    for (String header : headers) {
      String name = header == null ? "" : header;
      boolean stays = !name.isBlank() && !isReserved(name) && taken.add(folded(name));
      names.add(stays && name.indexOf('\0') < 0 ? name : null);
    }
    List<Landing.Column> columns = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      String header = headers.get(i) == null ? "" : headers.get(i);
      String name = names.get(i) == null ? free(wanted(header, i), taken) : names.get(i);
      columns.add(new Landing.Column(header, name));
    }
    return columns;
  }

  private static String wanted(String header, int index) {
    String name = header.replace("\0", "");
    if (name.isBlank()) {
      return "column_" + (index + 1);
    }
    if (!isReserved(name)) {
      return name;
    }
    return name.startsWith("_") ? "source" + name : "source_" + name;
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int number = 2; !taken.add(folded(candidate)); number++) {
      candidate = name + "_" + number;
    }
    return candidate;
  }

  private static boolean isReserved(String name) {
    return folded(name).equals(ROW_ID)
        || LandingSql.METADATA.stream().anyMatch(folded(name)::startsWith);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
