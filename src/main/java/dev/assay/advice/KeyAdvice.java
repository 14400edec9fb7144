package dev.assay.advice;

import dev.assay.model.Deduplication;
import dev.assay.model.Deduplication.Strategy;
import dev.assay.model.Question;
import dev.assay.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is said and proposed of a key, by how rows share it. */
final class KeyAdvice {
  private KeyAdvice() {}

  static Keys.Found found(
      Source source, List<KnownColumn> key, SharedKeys shared, List<KnownColumn> times) {
    List<String> names = key.stream().map(KnownColumn::name).toList();
    String named = joined(names);
    List<String> notes = new ArrayList<>();
    if (shared.keys() == 0) {
      notes.add("No two rows share " + named + ".");
      return new Keys.Found(new Deduplication(names, Strategy.REMOVE_EXACT, null), null, notes);
    }
    if (shared.copies() > 0) {
      notes.add(
          shared.copies()
              + " rows are exact copies of others with the same "
              + named
              + " and are removed.");
    }
    if (shared.differing() == 0) {
      return new Keys.Found(new Deduplication(names, Strategy.REMOVE_EXACT, null), null, notes);
    }
    for (int i = 0; i < times.size(); i++) {
      String time = times.get(i).name();
      if (shared.ordered().get(i) == shared.differing() && Recency.version(time)) {
        notes.add(
            shared.differing()
                + " keys ("
                + named
                + ") have rows that differ; the one with the latest "
                + time
                + " is kept, and the others are listed.");
        return new Keys.Found(
            new Deduplication(names, Strategy.KEEP_LATEST, time + " DESC"), null, notes);
      }
    }
    // When something happened orders the rows, but rows of two days may both be true.
    List<String> events =
        IntStream.range(0, times.size())
            .filter(i -> shared.ordered().get(i) == shared.differing())
            .mapToObj(i -> times.get(i).name())
            .limit(1)
            .toList();
    notes.add(
        shared.differing()
            + " keys ("
            + named
            + ") have rows that differ and no time column "
            + (events.isEmpty() ? "orders them" : "says which is the latest version")
            + "; all of them stay until you decide.");
    List<String> choices = new ArrayList<>(List.of(Keys.KEEP_ALL));
    events.forEach(time -> choices.add(Keys.KEEP_LATEST_BY + time));
    choices.addAll(List.of(Keys.KEEP_LAST, Keys.KEEP_FIRST));
    return new Keys.Found(
        new Deduplication(names, Strategy.REMOVE_EXACT, null),
        question(
            source,
            shared.differing()
                + " values of "
                + named
                + " have several rows that differ. Which of them should stay?",
            List.copyOf(choices)),
        notes);
  }

  static Keys.Found withoutKey(Source source, long copies) {
    if (copies == 0) {
      return new Keys.Found(null, null, List.of("No column names a row, so every row stays."));
    }
    String says =
        (copies == 1
                ? "1 row is an exact copy of another"
                : copies + " rows are exact copies of others")
            + ", and no column names a row.";
    return new Keys.Found(
        null,
        question(
            source,
            says + " Should every row stay, or should the copies be removed?",
            List.of(Keys.KEEP_ALL, Keys.REMOVE_COPIES)),
        List.of(says + " All of them stay until you decide."));
  }

  private static Question question(Source source, String text, List<String> choices) {
    return new Question(
        Keys.QUESTION,
        text,
        choices,
        "assay answer " + source.id() + "." + Keys.QUESTION + " " + choices.getFirst());
  }

  private static String joined(List<String> names) {
    return names.size() < 3
        ? String.join(" and ", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
