package dev.assay.silver;

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
        case null -> problem(at, "Step " + (i + 1) + " is empty. Remove it or fill it in.");
      }
    }
    if (unpivot != null) {
      unpivot.columns().stream()
          .filter(filledDown::contains)
          .forEach(column ->
              problem(
                  "/shape",
                  "Column '"
                      + column
                      + "' becomes rows, so it cannot be filled down as well: leave one out."));
    }
    return checked;
  }

  /** The columns after the steps. */
  ColumnNames names() {
    return names;
  }

  private Shape fillDown(Shape.FillDown fill, String at) {
    if (fill.columns().isEmpty()) {
      problem(at + "/columns", "Say in 'columns' which columns are filled down.");
    }
    List<String> columns = found(fill.columns(), at);
    filledDown.addAll(columns);
    return new Shape.FillDown(columns);
  }

  private Shape unpivot(Shape.Unpivot step, String at) {
    if (unpivot != null) {
      problem(at, "A recipe can make rows of columns once: name all columns in one unpivot.");
      return step;
    }
    if (step.columns().isEmpty()) {
      problem(at + "/columns", "Say in 'columns' which columns become rows.");
    }
    List<String> columns = found(step.columns(), at);
    if (new HashSet<>(columns).size() < columns.size()) {
      problem(at + "/columns", "A column can become a row only once: one is named twice.");
    }
    if (bronze.all().stream().anyMatch(ColumnNames.PART::equalsIgnoreCase)) {
      problem(at, "The source has a column '_part' of its own, which unpivot would need.");
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
      problem(at, "The new column needs a name of 1 to 200 characters.");
    } else if (ColumnNames.isSystem(name) || name.toLowerCase(Locale.ROOT).startsWith("assay_")) {
      problem(at, "The name '" + name + "' is reserved. Choose another.");
    } else if (!taken.add(name.toLowerCase(Locale.ROOT))) {
      problem(at, "There is a column '" + name + "' already. Choose another name.");
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
                ? "This name is empty. Remove it or fill it in."
                : bronze.notFound(written, source.bronzeTable()));
      }
      column.ifPresent(found::add);
    }
    return found;
  }

  private void problem(String pointer, String message) {
    problems.add(new Problem(pointer, message));
  }
}
