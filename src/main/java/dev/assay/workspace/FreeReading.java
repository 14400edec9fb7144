package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import dev.assay.sql.CheckedSelect;
import dev.assay.sql.Guard;
import dev.assay.sql.TableSql;
import dev.assay.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SELECTs that a person or a program wrote, read or planned behind both walls. */
public final class FreeReading {
  private static final Pattern UNKNOWN_COLUMN =
      Pattern.compile(
          "Referenced column \"(.*?)\" not found|does not have a column named \"(.*?)\"");

  private final Engine engine;
  private final Guard guard;

  public FreeReading(Engine engine, Guard guard) {
    this.engine = engine;
    this.guard = guard;
  }

  /**
   * Reads at most {@link Engine.Limits#INTERACTIVE} rows, with the SQL as it was written anew.
   *
   * @throws UserError whose sentence says what to change
   */
  public Rows read(String sql, Tables tables) {
    CheckedSelect checked = guard.check(sql, tables);
    return run(checked, checked.sql(), tables, Engine.Limits.INTERACTIVE);
  }

  /**
   * The SELECT made anew from its checked tree, after the engine has planned it and run nothing.
   *
   * @throws UserError whose sentence says what to change
   */
  public String planned(String sql, Tables tables) {
    return checked(sql, tables).sql();
  }

  /** As {@link #planned}, with what the SELECT reads. */
  public CheckedSelect checked(String sql, Tables tables) {
    CheckedSelect checked = guard.check(sql, tables);
    run(checked, TableSql.explain(checked.sql()), tables, Engine.Limits.PLAN);
    return checked;
  }

  private Rows run(CheckedSelect checked, String sql, Tables tables, Engine.Limits limits) {
    try {
      return engine.reading(reader -> reader.read(sql, limits));
    } catch (EngineException e) {
      throw new UserError(UserError.Kind.INVALID, sentence(e.getMessage(), checked, tables), e);
    }
  }

  private String sentence(String message, CheckedSelect checked, Tables tables) {
    Matcher column = UNKNOWN_COLUMN.matcher(message);
    if (column.find()) {
      String name = column.group(1) == null ? column.group(2) : column.group(1);
      List<String> known = columns(checked, tables);
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

  private List<String> columns(CheckedSelect checked, Tables tables) {
    List<String> names = new ArrayList<>();
    for (String table : checked.tables()) {
      for (String known : tables.names()) {
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
