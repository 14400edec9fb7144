package dev.assay.advice;

import dev.assay.model.Author;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.profile.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Proposes to read a column of dates or numbers in which a few words come back, such as {@code
 * open} or {@code in transit}: whether they say that there is no value is for a person to say.
 */
final class WordsAmongValues {
  /** More words are a list of states. */
  private static final int MOST_WORDS = 3;

  private static final double MOSTLY_VALUES = 0.6;
  private static final double SAYS_SO = 0.6;

  private WordsAmongValues() {}

  static Optional<Proposal> of(KnownTable table, KnownColumn column) {
    return column.known().measured().rivals().stream()
        .filter(rival -> rival.guess().type().isNumeric() || rival.guess().type().isTemporal())
        .findFirst()
        .flatMap(rival -> of(table, column, rival));
  }

  private static Optional<Proposal> of(
      KnownTable table, KnownColumn column, Measurement.Rival rival) {
    Map<String, Long> words = new LinkedHashMap<>();
    for (ValueCount text : column.known().texts()) {
      if (rival.failures().contains(text.value())) {
        words.merge(text.value().strip(), text.count(), Long::sum);
      }
    }
    long rows = words.values().stream().mapToLong(Long::longValue).sum();
    boolean come =
        rival.lossy() == 0
            && rows == rival.failed()
            && !words.isEmpty()
            && words.size() <= MOST_WORDS
            && words.values().stream().allMatch(count -> count > 1)
            && words.keySet().stream().noneMatch(word -> word.matches(".*\\d.*"))
            && rival.parsed() >= MOSTLY_VALUES * (rival.parsed() + rival.failed());
    if (!come) {
      return Optional.empty();
    }
    ColumnType type = rival.guess().type();
    String because =
        String.join(" and ", words.keySet().stream().map(word -> "'" + word + "'").toList())
            + (words.size() == 1 ? " stands in " : " stand in ")
            + rows
            + " of "
            + table.rows()
            + " rows, and all other values are "
            + (type.isNumeric() ? "numbers" : type == ColumnType.Simple.DATE ? "dates" : "times")
            + ": as "
            + type.text()
            + " they would be missing.";
    return Optional.of(
        new Proposal(
            "missing-" + column.name(),
            Proposal.Kind.SENTINEL,
            List.of(column.name()),
            because,
            rows,
            words.entrySet().stream()
                .map(word -> "'" + word.getKey() + "' (" + word.getValue() + " rows)")
                .toList(),
            SAYS_SO,
            Author.RULES,
            List.of(
                new RecipeEdit.Cast(
                    column.name(), type, without(words.keySet(), rival.guess().steps())))));
  }

  /** These steps, with words that mean "missing" before they read anything. */
  private static List<Cleaning> without(Iterable<String> words, List<Cleaning> steps) {
    TreeSet<String> tokens = new TreeSet<>();
    words.forEach(word -> tokens.add(word.toLowerCase(Locale.ROOT)));
    List<Cleaning> reading = new ArrayList<>();
    List<Cleaning> tidy = new ArrayList<>();
    for (Cleaning step : steps) {
      switch (step) {
        case Cleaning.NullTokens(List<String> known) -> tokens.addAll(known);
        case Cleaning.Trim trim -> tidy.add(trim);
        case Cleaning other -> reading.add(other);
      }
    }
    tidy.add(new Cleaning.NullTokens(List.copyOf(tokens)));
    tidy.addAll(reading);
    return List.copyOf(tidy);
  }
}
