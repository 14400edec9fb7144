package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import dev.assay.sql.CheckedSelect;
import dev.assay.sql.Guard;
import dev.assay.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One SELECT that a person wrote, run behind both walls over the workspace's tables. */
public final class FreeReading {
  private static final Pattern UNKNOWN_COLUMN =
      Pattern.compile(
          "Referenced column \"(.*?)\" not found|does not have a column named \"(.*?)\"");

  private final Engine engine;
  private final Guard guard;
  private final Supplier<Tables> tables;

  /** {@code tables} names the tables that readers may see at this moment. */
  public FreeReading(Engine engine, Guard guard, Supplier<Tables> tables) {
    this.engine = engine;
    this.guard = guard;
    this.tables = tables;
  }

  /**
   * At most {@link Engine.Limits#INTERACTIVE} rows, with the SQL as it was written anew.
   *
   * @throws UserError whose sentence says what to change
   */
  public Rows read(String sql) {
    CheckedSelect checked = guard.check(sql, tables.get());
    try {
      return engine.reading(reader -> reader.read(checked.sql(), Engine.Limits.INTERACTIVE));
    } catch (EngineException e) {
      throw new UserError(UserError.Kind.INVALID, sentence(e.getMessage(), checked), e);
    }
  }

  private String sentence(String message, CheckedSelect checked) {
    Matcher column = UNKNOWN_COLUMN.matcher(message);
    if (column.find()) {
      String name = column.group(1) == null ? column.group(2) : column.group(1);
      List<String> known = columns(checked);
      String hint = Suggestion.didYouMean(name, known);
      return "Column '"
          + name
          + "' is not in "
          + String.join(", ", checked.tables().stream().sorted().toList())
          + "."
          + (hint.isEmpty() && !known.isEmpty()
              ? " Columns are: " + String.join(", ", known.stream().limit(20).toList()) + "."
              : hint);
    }
    String first = message.strip().lines().findFirst().orElse("").strip();
    return "The engine cannot run this: " + first + (first.matches(".*[.!?]") ? "" : ".");
  }

  private List<String> columns(CheckedSelect checked) {
    List<String> names = new ArrayList<>();
    for (String table : checked.tables()) {
      for (String known : tables.get().names()) {
        if (known.equalsIgnoreCase(table)) {
          engine
              .columns(known)
              .ifPresent(columns -> columns.forEach(column -> names.add(column.name())));
        }
      }
    }
    return names;
  }
}
