package dev.assay.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Json;
import dev.assay.model.Problem;
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.workspace.AddOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How to name, choose and read what is added, as texts of a form or of a JSON body; null leaves a
 * part to the detection or to what is usual.
 *
 * @param tables which tables to take; null for all
 * @param sync settings that differ from the usual ones, or null
 */
record Wishes(
    String name,
    String charset,
    String delimiter,
    String quote,
    String escape,
    String header,
    String headerRows,
    String skipLines,
    List<String> tables,
    String together,
    String mode,
    JsonNode sync) {
  /** The fields of a form that say how to read a text. */
  static final Set<String> READING =
      Set.of("charset", "delimiter", "quote", "escape", "header", "header_rows", "skip_lines");

  /** The fields of a form that adds files. */
  static final Set<String> ADDING =
      Set.of(
          "name",
          "charset",
          "delimiter",
          "quote",
          "escape",
          "header",
          "header_rows",
          "skip_lines",
          "tables",
          "together",
          "mode",
          "sync");

  private static Stream<String> parts(String listed) {
    return Arrays.stream(listed.split(","));
  }

  static Wishes of(Uploads.Form form) {
    List<String> listed = form.all("tables");
    // In a part each, a name may itself hold a comma.
    List<String> tables =
        (listed.size() > 1 ? listed.stream() : listed.stream().flatMap(Wishes::parts))
            .map(String::strip)
            .filter(table -> !table.isEmpty())
            .toList();
    String sync = form.field("sync");
    return new Wishes(
        form.field("name"),
        form.field("charset"),
        form.field("delimiter"),
        form.field("quote"),
        form.field("escape"),
        form.field("header"),
        form.field("header_rows"),
        form.field("skip_lines"),
        tables.isEmpty() ? null : tables,
        form.field("together"),
        form.field("mode"),
        sync == null ? null : Json.readRequest(sync, JsonNode.class));
  }

  /** Every mistake is named at once. */
  AddOptions options() {
    List<Problem> problems = new ArrayList<>();
    DialectOverrides overrides = overrides(problems);
    Boolean one =
        switch (together) {
          case null -> null;
          case "true" -> Boolean.TRUE;
          case "false" -> Boolean.FALSE;
          default -> {
            problems.add(new Problem("/together", "Give together as true or false."));
            yield null;
          }
        };
    SyncSettings settings = settings(problems);
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return new AddOptions(name, overrides, tables, one, settings);
  }

  private SyncSettings settings(List<Problem> problems) {
    if (sync == null && mode == null) {
      return null;
    }
    ObjectNode wished =
        sync instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    if (sync != null && !sync.isObject() && !sync.isNull()) {
      problems.add(new Problem("/sync", "Give sync as a JSON object."));
    }
    if (mode != null) {
      wished.put("mode", mode);
    }
    try {
      return SettingsPatch.over(SyncSettings.usual(), wished);
    } catch (UserError wrong) {
      for (Problem problem : wrong.problems()) {
        boolean own = mode != null && problem.pointer().equals("/mode");
        problems.add(problem.at((own ? "" : "/sync") + problem.pointer()));
      }
      return null;
    }
  }

  /** How to read a text. */
  DialectOverrides overrides() {
    List<Problem> problems = new ArrayList<>();
    DialectOverrides overrides = overrides(problems);
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return overrides;
  }

  private DialectOverrides overrides(List<Problem> problems) {
    Character quoteSign = sign("quote", quote, problems);
    Character escapeSign = sign("escape", escape, problems);
    Integer rows = number("header_rows", headerRows, problems);
    switch (header) {
      case null -> {
        // Left to header_rows, or to the detection.
      }
      case "true" -> rows = rows == null ? 1 : rows;
      case "false" -> rows = 0;
      default -> problems.add(new Problem("/header", "Give header as true or false."));
    }
    Integer skipped = number("skip_lines", skipLines, problems);
    return new DialectOverrides(charset, tab(delimiter), quoteSign, escapeSign, rows, skipped);
  }

  static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static String tab(String text) {
    return "\\t".equals(text) || "tab".equals(text) ? "\t" : text;
  }

  private static Integer number(String field, String text, List<Problem> problems) {
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,6}")) {
      return Integer.valueOf(text);
    }
    problems.add(new Problem("/" + field, "Give " + field + " as a whole number from 0."));
    return null;
  }

  private static Character sign(String field, String text, List<Problem> problems) {
    if (text == null) {
      return null;
    }
    if (text.equals("none")) {
      return DialectOverrides.NONE_SUCH;
    }
    if (text.length() == 1) {
      return text.charAt(0);
    }
    problems.add(new Problem("/" + field, "Give " + field + " as one character, or as none."));
    return null;
  }
}
