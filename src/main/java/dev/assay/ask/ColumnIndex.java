package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.SemanticModel;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of a table by the words of their names; made once for a published table. */
final class ColumnIndex {
  /**
   * A column and the words people may call it by.
   *
   * @param whole the whole name as one word
   * @param words the words of its name
   * @param stems the same in the singular
   * @param kept the stems without those that people leave out
   */
  record Named(
      ColumnRole role, String whole, List<String> words, List<String> stems, List<String> kept) {}

  private static final Set<String> DISPENSABLE =
      Set.of(
          "id", "key", "at", "on", "by", "name", "code", "nr", "no", "number", "date", "type", "is",
          "has");

  /** Units that stand at the end of a name, short as nobody says them. */
  private static final Set<String> UNITS =
      Set.of(
          "min", "mins", "hr", "hrs", "sec", "secs", "ms", "m", "cm", "mm", "m2", "m3", "sqm",
          "sqft", "mi", "lb", "lbs", "oz", "ha", "s", "h", "c", "f", "pct", "g", "l", "ml", "mb",
          "gb", "perc", "kmh", "kph", "mph", "kwh", "km2", "celsius");

  private final List<Named> columns = new ArrayList<>();
  private final Map<String, List<Named>> byWord = new HashMap<>();

  ColumnIndex(List<ColumnRole> roles, SemanticModel model) {
    for (ColumnRole role : roles) {
      List<String> words = NameWords.of(role.name());
      List<String> stems = words.stream().map(NameWords::singular).toList();
      boolean unit = stems.size() > 1 && UNITS.contains(stems.getLast());
      List<String> kept =
          stems.stream()
              .limit(unit ? stems.size() - 1 : stems.size())
              .filter(word -> !DISPENSABLE.contains(word) && !NameWords.UNIT_NAMES.contains(word))
              .toList();
      String whole = NameWords.singular(role.name().toLowerCase(Locale.ROOT));
      Named named = new Named(role, whole, words, stems, kept);
      columns.add(named);
      index(named);
      calledToo(role, model).forEach(name -> also(role, name));
      if (role.isMeasure() && stems.size() > 1 && UnitWords.isTime(words.getLast())) {
        // "build time" of build_seconds
        also(role, String.join(" ", words.subList(0, words.size() - 1)) + " time");
      }
    }
  }

  private void index(Named named) {
    Set<String> keys = new LinkedHashSet<>(named.stems());
    keys.add(named.whole());
    keys.forEach(key -> byWord.computeIfAbsent(key, _ -> new ArrayList<>()).add(named));
  }

  /** What the model calls a column beside its own name: every word of it counts. */
  private void also(ColumnRole role, String name) {
    for (List<String> words : new LinkedHashSet<>(List.of(plain(name), NameWords.of(name)))) {
      List<String> stems = words.stream().map(NameWords::singular).toList();
      if (!stems.isEmpty()) {
        index(new Named(role, String.join("_", stems), words, stems, stems));
      }
    }
  }

  /** The words of a name as people write it, with its accents. */
  static List<String> plain(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Set<String> calledToo(ColumnRole role, SemanticModel model) {
    Set<String> names = new LinkedHashSet<>();
    for (SemanticModel.Dimension dimension : model.dimensions()) {
      if (role.name().equals(dimension.column())) {
        names.add(dimension.name());
        names.addAll(dimension.synonyms());
      }
    }
    for (SemanticModel.Measure measure : model.measures()) {
      // Other measures are more than their column: a reader that knows them takes them whole.
      boolean plain = measure.aggregate() == Aggregate.SUM || measure.aggregate() == Aggregate.AVG;
      if (plain && role.name().equals(measure.column()) && measure.filters().isEmpty()) {
        names.add(measure.name().replaceFirst("^(average|total)_", ""));
        names.addAll(measure.synonyms());
      }
    }
    // IsCancelled is is_cancelled in the model: the same words, of which some say nothing.
    names.removeIf(name -> NameWords.of(name).equals(NameWords.of(role.name())));
    return names;
  }

  /** The columns whose names, or what else they are called, hold a word, given in the singular. */
  List<Named> holding(String stem) {
    return byWord.getOrDefault(stem, List.of());
  }

  List<Named> all() {
    return columns;
  }
}
