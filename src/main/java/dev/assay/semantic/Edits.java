package dev.assay.semantic;

import dev.assay.model.Author;
import dev.assay.model.Problem;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Hierarchy;
import dev.assay.model.SemanticModel.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A model in which a person's words stand and the rest is inferred: what differs from what was
 * inferred when the model was written is a person's, and what is missing was taken out.
 */
public final class Edits {
  /**
   * What holds and what is kept.
   *
   * @param model in force, with a note for each of a person's words that does not fit Silver
   * @param kept the same with those words, for when Silver has their columns again
   */
  public record Outcome(SemanticModel model, SemanticModel kept) {}

  private final SemanticModel inferred;
  private final SemanticModel edited;
  private final SemanticModel before;
  private final boolean written;
  private final ModelCheck check;
  private final List<String> notes = new ArrayList<>();
  private final List<Dimension> lostDimensions = new ArrayList<>();
  private final List<Measure> lostMeasures = new ArrayList<>();

  /** Names that a person has given to what was inferred under another. */
  private final Map<String, String> renamed = new HashMap<>();

  private Edits(SemanticModel inferred, Told.Edited edited, ModelCheck check) {
    this.inferred = inferred;
    this.edited = edited.model();
    // Where nothing is known of how it was written, what agrees with the data is the rules'.
    this.written = edited.before() != null;
    this.before = written ? edited.before() : inferred;
    this.check = check;
  }

  /**
   * @param columns those of Silver
   */
  public static Outcome of(Inferred inferred, List<Rows.Column> columns, Told told) {
    SemanticModel model = inferred.model();
    if (told.edited().isEmpty()) {
      return new Outcome(model, model);
    }
    Told.Edited edited = told.edited().get();
    if (edited.problem() != null) {
      return new Outcome(model.withNotes(List.of(edited.problem())), model);
    }
    ModelCheck check = new ModelCheck(model.table(), seen(columns, told));
    return new Edits(model, edited, check).outcome();
  }

  /** The columns that a model may speak of. */
  public static List<Rows.Column> seen(List<Rows.Column> columns, Told told) {
    return columns.stream()
        .filter(column -> !TableFigures.isMetadata(column.name()))
        .filter(column -> !told.masked().contains(column.name()))
        .toList();
  }

  private Outcome outcome() {
    List<Dimension> dimensions = dimensions();
    List<Measure> measures = measures(dimensions);
    String noun = said(edited.rowNoun(), before.rowNoun(), inferred.rowNoun());
    List<String> grain = said(edited.grain(), before.grain(), inferred.grain());
    String time = time(dimensions);
    List<Hierarchy> hierarchies = hierarchies(dimensions);
    SemanticModel model =
        new SemanticModel(
            inferred.table(), noun, grain, time, dimensions, measures, hierarchies, notes);
    List<Dimension> allDimensions = new ArrayList<>(dimensions);
    allDimensions.addAll(lostDimensions);
    List<Measure> allMeasures = new ArrayList<>(measures);
    allMeasures.addAll(lostMeasures);
    boolean own = !Objects.equals(edited.hierarchies(), before.hierarchies());
    return new Outcome(
        model,
        new SemanticModel(
            inferred.table(),
            noun,
            grain,
            Objects.equals(edited.time(), before.time()) ? time : edited.time(),
            allDimensions,
            allMeasures,
            own ? edited.hierarchies() : hierarchies,
            List.of()));
  }

  private static <T> T said(T edited, T before, T inferred) {
    return Objects.equals(edited, before) ? inferred : edited;
  }

  private List<Dimension> dimensions() {
    List<Dimension> own = new ArrayList<>();
    for (Dimension dimension : edited.dimensions()) {
      if (isPersons(dimension)) {
        Dimension persons = dimension.withAuthor(Author.PERSON);
        List<Problem> problems = check.problems(persons, "");
        if (problems.isEmpty()) {
          own.add(persons);
        } else {
          lostDimensions.add(persons);
          lost("dimension", persons.name(), problems);
        }
      }
    }
    List<Dimension> dimensions = new ArrayList<>();
    for (Dimension dimension : inferred.dimensions()) {
      Optional<Dimension> instead =
          own.stream()
              .filter(one ->
                  one.name().equals(dimension.name()) || one.column().equals(dimension.column()))
              .findFirst();
      if (instead.isPresent()) {
        renamed.put(dimension.name(), instead.get().name());
        own.remove(instead.get());
        dimensions.add(instead.get());
      } else if (!isTakenOut(
          before.dimension(dimension.name()).isPresent(),
          edited.dimension(dimension.name()).isPresent())) {
        dimensions.add(dimension);
      }
    }
    dimensions.addAll(own);
    return dimensions;
  }

  private boolean isPersons(Dimension dimension) {
    return dimension.author() == Author.PERSON
        || before
            .dimension(Objects.requireNonNullElse(dimension.name(), ""))
            .filter(one -> one.withAuthor(null).equals(dimension.withAuthor(null)))
            .isEmpty();
  }

  private boolean isPersons(Measure measure) {
    return measure.author() == Author.PERSON
        || before
            .measure(Objects.requireNonNullElse(measure.name(), ""))
            .filter(one -> one.withAuthor(null).equals(measure.withAuthor(null)))
            .isEmpty();
  }

  private boolean isTakenOut(boolean before, boolean now) {
    return written && before && !now;
  }

  private List<Measure> measures(List<Dimension> dimensions) {
    Set<String> taken = new HashSet<>();
    dimensions.forEach(dimension -> taken.add(dimension.name()));
    List<Measure> own = new ArrayList<>();
    for (Measure measure : edited.measures()) {
      if (isPersons(measure)) {
        own.add(measure.withAuthor(Author.PERSON));
      }
    }
    List<Measure> measures = new ArrayList<>();
    for (Measure measure : inferred.measures()) {
      Optional<Measure> instead =
          own.stream()
              .filter(one -> measure.name().equals(one.name()) || isSame(one, measure))
              .findFirst();
      if (instead.isPresent()) {
        own.remove(instead.get());
        measures.add(instead.get());
      } else if (!taken.contains(measure.name())
          && !isTakenOut(
              before.measure(measure.name()).isPresent(),
              edited.measure(measure.name()).isPresent())) {
        measures.add(measure);
      }
    }
    measures.addAll(own);
    return fitting(measures);
  }

  private static boolean isSame(Measure one, Measure other) {
    return one.aggregate() == other.aggregate()
        && Objects.equals(one.column(), other.column())
        && Objects.equals(one.formula(), other.formula())
        && one.filters().equals(other.filters());
  }

  /** Those that can be computed; of the rules' own, the others go without a word. */
  private List<Measure> fitting(List<Measure> measures) {
    List<Measure> fitting = new ArrayList<>();
    for (Measure measure : measures) {
      List<Problem> problems = check.problems(measure, measures, "");
      if (problems.isEmpty()) {
        fitting.add(measure);
      } else if (measure.author() == Author.PERSON) {
        lostMeasures.add(measure);
        lost("measure", measure.name(), problems);
      }
    }
    return fitting;
  }

  private void lost(String what, String name, List<Problem> problems) {
    notes.add("The " + what + " '" + name + "' is not used: " + problems.getFirst().message());
  }

  private String time(List<Dimension> dimensions) {
    Set<String> names = new HashSet<>();
    dimensions.forEach(dimension -> names.add(dimension.name()));
    if (!Objects.equals(edited.time(), before.time())) {
      if (edited.time() == null || names.contains(edited.time())) {
        return edited.time();
      }
      notes.add("The time '" + edited.time() + "' is not used: it is no dimension any more.");
    }
    String time = renamed.getOrDefault(inferred.time(), inferred.time());
    return names.contains(time) ? time : null;
  }

  private List<Hierarchy> hierarchies(List<Dimension> dimensions) {
    boolean own = !edited.hierarchies().equals(before.hierarchies());
    List<Hierarchy> hierarchies = new ArrayList<>();
    for (Hierarchy one : own ? edited.hierarchies() : inferred.hierarchies()) {
      Hierarchy hierarchy =
          own
              ? one
              : new Hierarchy(
                  one.name(),
                  one.levels().stream().map(level -> renamed.getOrDefault(level, level)).toList());
      List<Problem> problems = check.problems(hierarchy, dimensions, "");
      if (problems.isEmpty()) {
        hierarchies.add(hierarchy);
      } else if (own) {
        lost("hierarchy", hierarchy.name(), problems);
      }
    }
    return hierarchies;
  }
}
