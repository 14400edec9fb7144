package dev.assay.ask;

import dev.assay.gold.Joined;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Relationship;
import dev.assay.semantic.ColumnRole.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rows of a table can be given from tables that they look up, or that look them up. */
final class Links {
  private static final int MOST_STEPS = 3;
  private static final int MOST_COLUMNS = 400;

  /**
   * A column that may be brought.
   *
   * @param name what questions call it
   * @param path the relationships that lead to it, in order; one that is followed backwards where
   *     {@code aggregate} is not null
   * @param aggregate how several rows become one, or null where there is but one
   * @param column of the table at the end; null where rows are counted
   * @param role what the row at the end is called, in the singular
   */
  record Brought(
      String name, List<Relationship> path, Aggregate aggregate, String column, String role) {
    Brought {
      path = List.copyOf(path);
    }

    /** The table at the end of the path. */
    String table() {
      Relationship last = path.getLast();
      return aggregate == null ? last.to().table() : last.from().table();
    }
  }

  /** What a table tells of itself. */
  @FunctionalInterface
  interface Tables {
    /** Null where there is none to be asked. */
    Vocabulary at(String table);
  }

  private final List<Relationship> relationships;
  private final Tables tables;
  private final Set<String> taken = new HashSet<>();
  private final List<Brought> found = new ArrayList<>();

  private Links(List<Relationship> relationships, Tables tables) {
    this.relationships = relationships;
    this.tables = tables;
  }

  /** All that can be brought to the rows of {@code own}, the nearest first. */
  static List<Brought> of(Vocabulary own, List<Relationship> relationships, Tables tables) {
    Links links = new Links(relationships, tables);
    own.columns().forEach(column -> links.taken.add(column.name()));
    links.lookUp(own.table(), List.of(), "");
    links.lookedUp(own.table());
    return links.found;
  }

  private void lookUp(String table, List<Relationship> path, String before) {
    if (path.size() == MOST_STEPS || found.size() > MOST_COLUMNS) {
      return;
    }
    List<Relationship> next =
        relationships.stream()
            .filter(one -> one.from().table().equals(table) && Joined.isSafe(one))
            .filter(one -> path.stream().noneMatch(step -> step.id().equals(one.id())))
            .toList();
    List<List<Relationship>> paths = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    for (Relationship one : next) {
      Vocabulary there = tables.at(one.to().table());
      if (there == null) {
        continue;
      }
      boolean self = one.to().table().equals(table);
      boolean rivals =
          self || next.stream().anyMatch(o -> o != one && o.to().table().equals(one.to().table()));
      String role = Joined.role(one, rivals);
      List<Relationship> longer = new ArrayList<>(path);
      longer.add(one);
      for (var column : there.columns()) {
        if (!one.to().columns().contains(column.name())) {
          String name = Joined.name(role, column.name(), Set.of());
          if (taken.contains(name) && !before.isEmpty()) {
            name = before + "_" + name;
          }
          if (taken.add(name)) {
            found.add(new Brought(name, longer, null, column.name(), role));
          }
        }
      }
      if (!self) {
        paths.add(longer);
        roles.add(role);
      }
    }
    for (int i = 0; i < paths.size(); i++) {
      lookUp(paths.get(i).getLast().to().table(), paths.get(i), roles.get(i));
    }
  }

  /** Rows that name a row are made one before they are joined, so that it is not counted twice. */
  private void lookedUp(String table) {
    for (Relationship one : relationships) {
      boolean self = one.from().table().equals(one.to().table());
      Vocabulary there = tables.at(one.from().table());
      if (!one.to().table().equals(table) || !Joined.isSafe(one) || self || there == null) {
        continue;
      }
      String role = there.rowNoun().orElse(one.from().source());
      String count = role + "_count";
      if (taken.add(count)) {
        found.add(new Brought(count, List.of(one), Aggregate.COUNT_ROWS, null, role));
      }
      for (var column : there.with(Role.SUMMABLE)) {
        String name = Joined.name(role, column.name(), Set.of());
        if (taken.add(name)) {
          found.add(new Brought(name, List.of(one), Aggregate.SUM, column.name(), role));
        }
      }
    }
  }
}
