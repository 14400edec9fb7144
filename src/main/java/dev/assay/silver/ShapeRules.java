package dev.assay.silver;

import dev.assay.model.Fact;
import dev.assay.model.Problem;
import dev.assay.model.Shape;
import dev.assay.model.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks the shape steps of a recipe; after them, the columns of the table are others. */
final class ShapeRules {
  private final Source source;
  private final List<Problem> problems;
  private final ColumnNames bronze;
  private final Set<String> filledDown = new HashSet<>();
  private ColumnNames names;
  private Shape.Unpivot unpivot;

  /** What is wrong is added to {@code problems}. */
  ShapeRules(Source source, ColumnNames bronze, List<Problem> problems) {
    this.source = source;
    this.bronze = bronze;
    this.names = bronze;
    this.problems = problems;
  }

  /** The same steps with every column named exactly. */
  List<Shape> check(List<Shape> shape) {
    List<Shape> checked = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      String at = "/shape/" + i;
      switch (shape.get(i)) {
        case Shape.FillDown fill -> checked.add(fillDown(fill, at));
        case Shape.Unpivot step -> checked.add(unpivot(step, at));
        case null -> problem(at, Sentences.SHAPE_EMPTY.with(i + 1));
      }
    }
    if (unpivot != null) {
      unpivot.columns().stream()
          .filter(filledDown::contains)
          .forEach(column -> problem("/shape", Sentences.FILLED_BECOMES_ROWS.with(column)));
    }
    return checked;
  }

  /** The columns after the steps. */
  ColumnNames names() {
    return names;
  }

  private Shape fillDown(Shape.FillDown fill, String at) {
    if (fill.columns().isEmpty()) {
      problem(at + "/columns", Sentences.FILL_DOWN_WHAT.with());
    }
    List<String> columns = found(fill.columns(), at);
    filledDown.addAll(columns);
    return new Shape.FillDown(columns);
  }

  private Shape unpivot(Shape.Unpivot step, String at) {
    if (unpivot != null) {
      problem(at, Sentences.UNPIVOT_ONCE.with());
      return step;
    }
    if (step.columns().isEmpty()) {
      problem(at + "/columns", Sentences.UNPIVOT_WHAT.with());
    }
    List<String> columns = found(step.columns(), at);
    if (new HashSet<>(columns).size() < columns.size()) {
      problem(at + "/columns", Sentences.UNPIVOT_TWICE.with());
    }
    if (bronze.all().stream().anyMatch(ColumnNames.PART::equalsIgnoreCase)) {
      problem(at, Sentences.UNPIVOT_PART.with());
    }
    Set<String> taken = new HashSet<>();
    bronze.all().stream()
        .filter(name -> !columns.contains(name))
        .forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    checkName(step.nameColumn(), taken, at + "/name_column");
    checkName(step.valueColumn(), taken, at + "/value_column");
    unpivot = new Shape.Unpivot(columns, step.nameColumn(), step.valueColumn());
    List<String> added = new ArrayList<>();
    Optional.ofNullable(step.nameColumn()).ifPresent(added::add);
    Optional.ofNullable(step.valueColumn()).ifPresent(added::add);
    names = bronze.without(columns, added);
    return unpivot;
  }

  private void checkName(String name, Set<String> taken, String at) {
    if (name == null || name.isBlank() || name.length() > 200) {
      problem(at, Sentences.NEW_COLUMN_NAME_LENGTH.with());
    } else if (ColumnNames.isSystem(name) || name.toLowerCase(Locale.ROOT).startsWith("assay_")) {
      problem(at, Sentences.NAME_RESERVED.with(name));
    } else if (!taken.add(name.toLowerCase(Locale.ROOT))) {
      problem(at, Sentences.COLUMN_NAME_EXISTS.with(name));
    }
  }

  private List<String> found(List<String> columns, String at) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String written = columns.get(i);
      Optional<String> column = written == null ? Optional.empty() : bronze.find(written);
      if (column.isEmpty()) {
        problem(
            at + "/columns/" + i,
            written == null
                ? new Fact[] {Sentences.NAME_EMPTY.with()}
                : bronze.notFound(written, source.bronzeTable()));
      }
      column.ifPresent(found::add);
    }
    return found;
  }

  private void problem(String pointer, Fact... facts) {
    problems.add(new Problem(pointer, facts));
  }
}
