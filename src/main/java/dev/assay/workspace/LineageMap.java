package dev.assay.workspace;

import dev.assay.model.Layer;
import dev.assay.model.Lineage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A {@link Lineage} as it is drawn: columns are found by their table and name. */
final class LineageMap {
  private record Place(String table, String column) {
    Place {
      table = table.toLowerCase(Locale.ROOT);
      column = column.toLowerCase(Locale.ROOT);
    }
  }

  private final Map<String, Lineage.Node> nodes = new LinkedHashMap<>();
  private final Map<Place, String> places = new LinkedHashMap<>();
  private final Set<Lineage.Edge> edges = new LinkedHashSet<>();

  /** Adds a node and returns its id. */
  String add(
      Lineage.Kind kind,
      Layer layer,
      String sourceId,
      String table,
      String name,
      String type,
      List<String> steps) {
    String id = "n" + nodes.size();
    nodes.put(id, new Lineage.Node(id, kind, layer, sourceId, table, name, type, steps));
    if (table != null) {
      places.putIfAbsent(new Place(table, name), id);
    }
    return id;
  }

  /** The id of a column, or null where there is none of that name. */
  String id(String table, String column) {
    return table == null || column == null ? null : places.get(new Place(table, column));
  }

  /** Draws nothing where one of the two is not there. */
  void edge(String from, String to, Lineage.Use use) {
    if (from != null && to != null && !from.equals(to)) {
      // Who reads the values need not be told that they also decide.
      if (use == Lineage.Use.VALUE) {
        edges.remove(new Lineage.Edge(from, to, Lineage.Use.CONDITION));
      } else if (edges.contains(new Lineage.Edge(from, to, Lineage.Use.VALUE))) {
        return;
      }
      edges.add(new Lineage.Edge(from, to, use));
    }
  }

  /** Adds to how a column is made. */
  void note(String table, String column, String words) {
    String id = id(table, column);
    if (id != null) {
      Lineage.Node node = nodes.get(id);
      List<String> steps = new ArrayList<>(node.steps());
      steps.add(words);
      nodes.put(
          id,
          new Lineage.Node(
              id,
              node.kind(),
              node.layer(),
              node.sourceId(),
              node.table(),
              node.name(),
              node.type(),
              steps));
    }
  }

  Lineage lineage() {
    return new Lineage(List.copyOf(nodes.values()), List.copyOf(edges));
  }
}
