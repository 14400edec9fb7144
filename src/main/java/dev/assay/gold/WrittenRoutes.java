package dev.assay.gold;

import dev.assay.engine.EngineException;
import dev.assay.gold.calcite.Rewriting;
import dev.assay.model.Rows;
import dev.assay.sql.grouped.Definition;
import dev.assay.sql.grouped.Grouped;
import dev.assay.sql.grouped.GroupedText;
import dev.assay.sql.grouped.NotComparable;
import dev.assay.sql.grouped.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The second way to a derivation, for what is SQL: a Gold table that a person wrote, a question
 * that a model wrote. Both are read from the engine's own trees, Calcite finds how one follows from
 * the other, and the engine confirms names and types.
 */
public final class WrittenRoutes {
  private static final int KEPT = 512;

  /** What was found of a question and a table. */
  public sealed interface Route {
    /** The question over the Gold table's rows. */
    record Routed(String sql, String because) implements Route {}

    /** It is not routed there, for this reason in one clause. */
    record Refused(String reason) implements Route {}
  }

  /**
   * A question.
   *
   * @param sql over Silver, checked or made by us
   * @param settled whether its order leaves nothing to chance, as that of a typed query does
   * @param table the Silver table
   * @param columns of Silver
   */
  public record Asked(String sql, boolean settled, String table, List<Rows.Column> columns) {
    public Asked {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A Gold table.
   *
   * @param sql the SELECT that it was made by
   */
  public record Held(String table, String sql, List<Rows.Column> columns) {
    public Held {
      columns = List.copyOf(columns);
    }
  }

  private record Pair(
      String asked,
      boolean settled,
      String silver,
      List<Rows.Column> rows,
      String table,
      List<Rows.Column> columns,
      String sql) {}

  private final Statement.Parsing parsing;

  /** By columns: what follows from a definition is the same for whatever rows a build brings. */
  private final Map<Pair, Route> found =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Pair, Route> eldest) {
              return size() > KEPT;
            }
          });

  /**
   * Over one engine.
   *
   * @param parse its tree of SELECT statements, as JSON
   * @param render the SQL of such a tree
   */
  public WrittenRoutes(UnaryOperator<String> parse, UnaryOperator<String> render) {
    this.parsing = new Statement.Parsing(parse, render);
  }

  /** Loads Calcite, so that no question waits for it. */
  public static void warm() {
    Rewriting.warm();
  }

  /**
   * Whether {@code held} can answer {@code asked}.
   *
   * @param describe the columns of a SELECT, without running it
   */
  public Route route(Asked asked, Held held, Function<String, List<Rows.Column>> describe) {
    Pair pair =
        new Pair(
            asked.sql(),
            asked.settled(),
            asked.table(),
            asked.columns(),
            held.table(),
            held.columns(),
            held.sql());
    Route known = found.get(pair);
    if (known != null) {
      return known;
    }
    try {
      Route route = find(asked, held, describe);
      found.put(pair, route);
      return route;
    } catch (EngineException e) {
      return new Route.Refused("the engine cannot read it");
    }
  }

  /**
   * Why no question can be answered from a table but by its name, in one clause; empty where one
   * can.
   *
   * @param sql the SELECT that makes it
   * @param silver the table that it is made from
   * @param made the columns that it has
   */
  public Optional<String> unreadable(
      String sql, String silver, List<Rows.Column> columns, List<Rows.Column> made) {
    try {
      Definition.read(parsing.tree(sql), silver, columns, made);
      return Optional.empty();
    } catch (NotComparable e) {
      return Optional.of(e.getMessage());
    } catch (EngineException e) {
      return Optional.of("the engine cannot read it");
    }
  }

  private Route find(Asked asked, Held held, Function<String, List<Rows.Column>> describe) {
    Grouped definition;
    try {
      definition =
          Definition.read(parsing.tree(held.sql()), asked.table(), asked.columns(), held.columns());
    } catch (NotComparable e) {
      return new Route.Refused("its SQL is not routable, because " + e.getMessage());
    }
    try {
      return derive(asked, held, definition, describe);
    } catch (NotComparable e) {
      return new Route.Refused("the question is not routable, because " + e.getMessage());
    }
  }

  private Route derive(
      Asked asked, Held held, Grouped definition, Function<String, List<Rows.Column>> describe) {
    List<Rows.Column> result = describe.apply(asked.sql());
    Statement statement =
        Statement.read(
            asked.sql(),
            asked.settled(),
            result.stream().map(Rows.Column::name).toList(),
            asked.table(),
            asked.columns(),
            parsing);
    List<String> selects = new ArrayList<>();
    for (Grouped core : statement.cores()) {
      Optional<String> lacks = Shortfall.of(core, definition);
      if (lacks.isPresent()) {
        return new Route.Refused(lacks.get());
      }
      Optional<Grouped> derived = Rewriting.of(core, definition, held.table());
      if (derived.isEmpty()) {
        return new Route.Refused(Shortfall.unproven(definition));
      }
      Map<String, String> types = new HashMap<>();
      describe
          .apply(GroupedText.select(core, Map.of()))
          .forEach(column -> types.put(column.name(), column.type()));
      selects.add(GroupedText.select(derived.get(), types));
    }
    String sql = statement.over(selects);
    if (!describe.apply(sql).equals(result)) {
      return new Route.Refused("its columns would be of other types");
    }
    return new Route.Routed(sql, because(held, definition));
  }

  private static String because(Held held, Grouped definition) {
    List<String> keys =
        definition.keys().stream().map(Grouped.Key::name).filter(name -> name != null).toList();
    return held.table()
        + " was made by SQL that gives "
        + (definition.groups()
            ? keys.isEmpty() ? "one row" : "groups by " + String.join(", ", keys)
            : "rows")
        + "; Calcite derived the question from them.";
  }
}
