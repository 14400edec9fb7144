package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Slug;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the share of rows of one kind: "cancellation rate", "rate of returns". */
final class RateReader {
  private static final int SHORTEST_ROOT = 5;

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final MeasureList measures;
  private final RatioReader ratios;

  RateReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      MeasureList measures,
      RatioReader ratios) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.measures = measures;
    this.ratios = ratios;
  }

  /** "cancellation rate", "rate of returns": rows of one kind by all rows. */
  boolean at(int i) {
    if (!words.at(i, "rate") || lexicon.measure(i).isPresent()) {
      return false;
    }
    for (int at = Math.max(0, i - 3); at < i - 1; at++) {
      Optional<Lexicon.Match> flag =
          lexicon.column(at, column -> column.column().kind() == ValueKind.BOOLEAN);
      if (flag.isPresent() && at + flag.get().words() == i) {
        // "no show rate"
        String name = Choice.only(words, flag.get()).name();
        rate(new Filter(name, Comparison.EQUAL, List.of("true")), at, i + 1 - at, name);
        return true;
      }
    }
    int before = i - 1;
    int after = i + (words.at(i + 1, "of") ? 2 : 1);
    for (int at : words.at(i + 1, "of") ? new int[] {after} : new int[] {before}) {
      Optional<Filter> kind = kind(at);
      if (kind.isPresent()) {
        rate(kind.get(), Math.min(at, i), Math.abs(at - i) + 1, words.get(at).lower());
        return true;
      }
    }
    return false;
  }

  /** Rows of a kind by all rows, said by some words. */
  private void rate(Filter kind, int from, int count, String name) {
    Measure rows = measures.of(Aggregate.COUNT_ROWS, null);
    ratios.divide(
        words.phrase(from, count),
        Slug.of(name, "part") + "_rate",
        FilteredMeasure.of(rows, List.of(kind)),
        rows);
    words.use(from, count);
  }

  /** The one value, or column of yes and no, that a word such as "cancellation" is made of. */
  private Optional<Filter> kind(int at) {
    if (!words.free(at)) {
      return Optional.empty();
    }
    String word = words.get(at).lower();
    Set<Filter> found = new LinkedHashSet<>();
    vocabulary
        .values()
        .forEach((text, values) -> {
          if (sameRoot(word, ValueFinder.plain(text))) {
            values.forEach(
                v -> found.add(new Filter(v.column(), Comparison.EQUAL, List.of(v.text()))));
          }
        });
    for (ColumnRole role : vocabulary.roles()) {
      boolean named = NameWords.of(role.name()).stream().anyMatch(part -> sameRoot(word, part));
      if (role.column().kind() == ValueKind.BOOLEAN && named) {
        found.add(new Filter(role.name(), Comparison.EQUAL, List.of("true")));
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private static boolean sameRoot(String word, String text) {
    for (String form : forms(text)) {
      if (form.equals(word) || TimeColumn.root(form).equals(TimeColumn.root(word))) {
        return true;
      }
      int shorter = Math.min(form.length(), word.length());
      int common = Prefix.shared(form, word);
      if (common >= SHORTEST_ROOT && common >= shorter - 3 && !form.contains(" ")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> forms(String text) {
    List<String> forms = new ArrayList<>(List.of(text));
    forms.addAll(Concepts.of(text));
    return forms;
  }
}
