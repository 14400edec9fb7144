package dev.assay.gold.llm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.llm.StandIn;
import dev.assay.llm.ToldColumn;
import dev.assay.llm.ToldColumn.Detail;
import dev.assay.llm.Veil;
import dev.assay.model.GoldTable;
import dev.assay.model.Json;
import dev.assay.model.ModelSettings.Privacy;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.QuerySql;
import dev.assay.sql.StatisticsSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a language model is told of a Silver table for which it suggests business tables: its
 * columns with types, five rows where values may be told, and what the rules suggest.
 */
final class GoldBrief {
  private static final int PREVIEW_ROWS = 5;
  private static final int MOST_VALUES = 31;

  private final Privacy privacy;
  private final Veil veil;
  private final Source source;
  private final List<Rows.Column> silver;
  private final List<GoldTable> rules;
  private final List<ToldColumn> columns;
  private final long rows;
  private final Rows preview;

  /** Measures what is told; of a table whose values may not be told, none is read. */
  GoldBrief(
      Privacy privacy,
      Veil veil,
      Source source,
      List<Rows.Column> silver,
      List<GoldTable> rules,
      Engine engine,
      Work work) {
    this.privacy = privacy;
    this.veil = veil;
    this.source = source;
    this.silver = silver.stream().filter(c -> !TableFigures.isMetadata(c.name())).toList();
    this.rules = rules;
    TableFigures figures =
        TableFigures.measure(sql -> engine.query(sql, work), source.silverTable(), this.silver);
    this.rows = figures.rows();
    this.columns = columns(ColumnRole.of(figures, Set.of()), engine, work);
    this.preview = showsValues() ? engine.query(firstRows(), work) : null;
  }

  long rows() {
    return rows;
  }

  private boolean showsValues() {
    return privacy == Privacy.MASKED_SAMPLES || privacy == Privacy.FULL;
  }

  ObjectNode told(Detail detail) {
    ObjectNode told = Json.mapper().createObjectNode();
    told.put("silver_table", source.silverTable()).put("rows", rows);
    ArrayNode listed = told.putArray("silver_columns_with_types");
    columns.forEach(column -> listed.add(column.told(veil, privacy, detail)));
    if (detail == Detail.ALL && preview != null) {
      preview(told.putArray("preview_rows"));
    }
    ArrayNode known = told.putArray("tables_of_the_rules");
    for (GoldTable table : rules) {
      ObjectNode one = known.addObject().put("name", table.name());
      // Names alone: labels of segments and values of filters come from the data.
      one.set("dimensions", Json.mapper().valueToTree(table.dimensions()));
      one.set("measures", Json.mapper().valueToTree(table.measures()));
    }
    return told;
  }

  private List<ToldColumn> columns(List<ColumnRole> roles, Engine engine, Work work) {
    List<ToldColumn> columns = new ArrayList<>();
    for (int i = 0; i < silver.size(); i++) {
      ColumnRole role = roles.get(i);
      boolean few = role.role() == ColumnRole.Role.CATEGORY && !veil.covers(role.name(), privacy);
      columns.add(
          new ToldColumn(
              role.name(),
              silver.get(i).type(),
              role.role().name().toLowerCase(Locale.ROOT),
              role.column().present(),
              role.column().distinct(),
              role.column().min(),
              role.column().max(),
              few ? values(role.name(), engine, work) : List.of()));
    }
    return columns;
  }

  private List<String> values(String column, Engine engine, Work work) {
    return engine
        .query(StatisticsSql.values(source.silverTable(), column, MOST_VALUES), work)
        .rows()
        .stream()
        .map(row -> (String) row.getFirst())
        .sorted()
        .toList();
  }

  private String firstRows() {
    Query rows =
        new Query(
            source.silverTable(),
            Query.Shape.ROWS,
            List.of(),
            silver.stream()
                .map(column -> new Query.Dimension(column.name(), column.name(), null))
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            PREVIEW_ROWS,
            null);
    return QuerySql.select(rows, silver);
  }

  /** A masked value is not even told by its shape. */
  private void preview(ArrayNode told) {
    for (List<Object> row : preview.rows()) {
      ObjectNode one = told.addObject();
      for (int i = 0; i < silver.size(); i++) {
        String name = silver.get(i).name();
        if (row.get(i) == null) {
          one.putNull(name);
        } else if (veil.covers(name, Privacy.FULL)) {
          one.put(name, "(not told)");
        } else {
          String value = row.get(i).toString();
          one.put(name, veil.shown(name, value, privacy).orElseGet(() -> StandIn.whole(value)));
        }
      }
    }
  }
}
