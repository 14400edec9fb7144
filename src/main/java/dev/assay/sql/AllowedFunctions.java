package dev.assay.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The functions that written SQL may call, read once from {@code sql/allowed-functions.txt}. */
final class AllowedFunctions {
  /** Where a function may stand. */
  enum Group {
    SCALAR,
    AGGREGATE,
    WINDOW,
    ROWS
  }

  private static final Map<Group, Set<String>> GROUPS = read();

  private AllowedFunctions() {}

  static boolean contains(Group group, String name) {
    return GROUPS.get(group).contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean contains(String name) {
    return GROUPS.values().stream()
        .anyMatch(names -> names.contains(name.toLowerCase(Locale.ROOT)));
  }

  static Set<String> names(Group group) {
    return Set.copyOf(GROUPS.get(group));
  }

  private static Map<Group, Set<String>> read() {
    Map<Group, Set<String>> groups = new EnumMap<>(Group.class);
    for (Group group : Group.values()) {
      groups.put(group, new HashSet<>());
    }
    try (InputStream in =
        AllowedFunctions.class.getResourceAsStream("/sql/allowed-functions.txt")) {
      Group group = Group.SCALAR;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        String text = line.strip();
        if (text.startsWith("[")) {
          group = Group.valueOf(text.substring(1, text.length() - 1).toUpperCase(Locale.ROOT));
        } else if (!text.isEmpty() && !text.startsWith("#")) {
          groups.get(group).addAll(Set.of(text.split("\\s+")));
        }
      }
      return groups;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
