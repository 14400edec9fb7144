package dev.assay.source.database;

import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Since;
import dev.assay.source.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one SELECT that reads the landing's columns.
 *
 * @param parameter of the only {@code ?}, empty where all rows are read
 */
record Selection(String sql, List<Cell> cells, Optional<Object> parameter) {

  /**
   * A query stays as it was written; it is put in brackets only where a column must be cast to lose
   * nothing, or where rows since a value are asked for.
   */
  static Selection of(
      Vendor vendor,
      Relation relation,
      Landing landing,
      List<Shape> shapes,
      Optional<Since> since) {
    List<Shape> wanted = wanted(relation, landing, shapes);
    List<Cell> cells = wanted.stream().map(vendor::cell).toList();
    boolean asItIs =
        relation instanceof Relation.Query
            && since.isEmpty()
            && wanted.stream()
                .allMatch(shape -> {
                  String column = vendor.quoted(shape.name());
                  return vendor.selected(shape, column).equals(column);
                });
    if (asItIs) {
      return new Selection(vendor.all(relation), cells, Optional.empty());
    }
    List<String> selected = new ArrayList<>();
    for (Shape shape : wanted) {
      String column = vendor.quoted(shape.name());
      String expression = vendor.selected(shape, column);
      selected.add(expression.equals(column) ? column : expression + " AS " + column);
    }
    String sql =
        "SELECT " + String.join(", ", selected) + " FROM " + from(vendor, relation, wanted);
    if (since.isEmpty()) {
      return new Selection(sql, cells, Optional.empty());
    }
    Shape cursor = cursor(landing, wanted, since.get().column());
    return new Selection(
        sql + " WHERE " + vendor.quoted(cursor.name()) + " >= " + vendor.typed(cursor),
        cells,
        Optional.of(vendor.bound(cursor, since.get().value())));
  }

  private static String from(Vendor vendor, Relation relation, List<Shape> wanted) {
    return switch (relation) {
      case Relation.Table table -> vendor.from(table);
      case Relation.Query _ -> {
        Set<String> names = new HashSet<>();
        if (!wanted.stream().allMatch(shape -> names.add(shape.name()))) {
          throw UserError.invalid(Sentences.QUERY_SAME_NAMES.with());
        }
        // The line break ends a comment that the query may end with.
        yield "(" + vendor.all(relation) + "\n)" + vendor.alias() + vendor.quoted("relation");
      }
    };
  }

  /** The shapes of the landing's columns: by name, of equal names the first, the second, …. */
  private static List<Shape> wanted(Relation relation, Landing landing, List<Shape> shapes) {
    if (relation instanceof Relation.Query
        && !shapes.stream()
            .map(Shape::name)
            .toList()
            .equals(landing.columns().stream().map(Landing.Column::header).toList())) {
      throw changed();
    }
    List<Shape> left = new ArrayList<>(shapes);
    List<Shape> wanted = new ArrayList<>();
    for (Landing.Column column : landing.columns()) {
      Shape shape =
          left.stream()
              .filter(candidate -> candidate.name().equals(column.header()))
              .findFirst()
              .orElseThrow(Selection::changed);
      left.remove(shape);
      wanted.add(shape);
    }
    return wanted;
  }

  private static Shape cursor(Landing landing, List<Shape> wanted, String name) {
    for (int i = 0; i < wanted.size(); i++) {
      Landing.Column column = landing.columns().get(i);
      // A column's name in Bronze ignores case.
      if (column.name().equalsIgnoreCase(name)) {
        return wanted.get(i);
      }
    }
    throw UserError.invalid("There is no column '" + name + "' to read on from.");
  }

  private static UserError changed() {
    return UserError.conflict(
        "The columns are no longer those that the source was added with. Sync it again.");
  }
}
