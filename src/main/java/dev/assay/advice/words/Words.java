package dev.assay.advice.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as people write them into a sentence. */
final class Words {
  private static final Pattern VALUE =
      Pattern.compile("\"([^\"]*)\"|'([^']*)'|“([^”]*)”|«([^»]*)»|([^,]+)");

  private Words() {}

  /** A sign as it is, or by its name. */
  static String separator(String said) {
    String text = unquoted(said);
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "comma", "vírgula", "virgula", "coma" -> ",";
      case "semicolon", "ponto e vírgula", "punto y coma" -> ";";
      case "colon", "dois pontos", "dos puntos" -> ":";
      case "space", "blank", "espaço", "espaco", "espacio" -> " ";
      case "dash", "hyphen", "hífen", "hifen", "traço", "guion", "guión" -> "-";
      case "slash", "barra" -> "/";
      case "dot", "point", "ponto", "punto" -> ".";
      case "pipe", "bar" -> "|";
      default -> text;
    };
  }

  static String unquoted(String text) {
    String bare = text.strip();
    Matcher quoted =
        Pattern.compile("\"([^\"]*)\"|'([^']*)'|“([^”]*)”|«([^»]*)»|`([^`]*)`").matcher(bare);
    if (quoted.matches()) {
      for (int group = 1; group <= quoted.groupCount(); group++) {
        if (quoted.group(group) != null) {
          return quoted.group(group);
        }
      }
    }
    return bare;
  }

  /**
   * One or several, between commas and before the last {@code and}; quoted ones are taken whole.
   */
  static List<String> listed(String text) {
    List<String> values = new ArrayList<>();
    String commas =
        text.strip()
            .replaceAll("(?i)\\s+(?:and|or|e|ou|y|o)\\s+(?=[\"'“«]?[^\\s,]+[\"'”»]?$)", ", ");
    Matcher value = VALUE.matcher(commas);
    while (value.find()) {
      String found = unquoted(value.group());
      boolean quoted = value.group(5) == null;
      if (quoted || !found.isBlank()) {
        values.add(found);
      }
    }
    return List.copyOf(values);
  }
}
