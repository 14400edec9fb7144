package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a question wants counted. */
final class CountReader {
  private static final int REACH = 4;

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final MeasureList measures;
  private final List<String> warnings = new ArrayList<>();

  CountReader(Words words, Lexicon lexicon, Vocabulary vocabulary, MeasureList measures) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.measures = measures;
  }

  List<String> warnings() {
    return warnings;
  }

  /** "how many orders", "number of customers", "how many paid orders". */
  boolean count(int i) {
    int length = 0;
    if (words.at(i, "how", "many") || words.at(i, "number|count|nr", "of")) {
      length = 2;
    } else if (words.at(i, "total|overall", "number|count", "of")) {
      length = 3;
    } else if (words.at(i, "count")) {
      length = 1;
    }
    if (length == 0) {
      return false;
    }
    int from = i + length;
    for (int at = from; at < Math.min(from + REACH, words.count()); at++) {
      if (different(at)) {
        words.use(i, length);
        return true;
      }
      if (target(at, i)) {
        words.use(i, length);
        return true;
      }
    }
    refuseAveraged(from);
    words.use(i, length);
    measures.add("how many", Aggregate.COUNT_ROWS, null);
    return true;
  }

  /** "how many degrees" is no number of rows, and degrees do not add up. */
  private void refuseAveraged(int from) {
    Optional<Lexicon.Match> amount =
        measures.isRow(from) ? Optional.empty() : lexicon.measure(from);
    if (amount.isPresent()) {
      int end = from + amount.get().words();
      String name = Choice.only(words, amount.get()).name();
      throw Reading.Stopped.choice(
          words.say("of-what", words.phrase(from, end - from)),
          List.of(
              words.replaced(0, end, words.say("word.total") + " " + name),
              words.replaced(0, end, words.say("word.average") + " " + name)));
    }
  }

  /**
   * What is counted: rows by their name, an amount of things, or the different values of a column.
   */
  boolean target(int at, int countAt) {
    if (!words.free(at)) {
      return false;
    }
    if (measures.isRow(at)) {
      Optional<Lexicon.Match> named =
          lexicon.column(at, column -> column.role() == Role.IDENTIFIER);
      if (named.isPresent()) {
        repeated(named.get(), at);
      }
      measures.add(measures.phrase(at, 1), Aggregate.COUNT_ROWS, null);
      words.use(at, 1);
      return true;
    }
    Optional<Lexicon.Match> amount = lexicon.measure(at);
    if (amount.isPresent() && amount.get().columns().getFirst().role() == Role.SUMMABLE) {
      ColumnRole column = Choice.only(words, amount.get());
      measures.add(measures.phrase(at, amount.get().words()), Aggregate.SUM, column.name());
      words.use(at, amount.get().words());
      return true;
    }
    Optional<Lexicon.Match> things = lexicon.column(at, Lexicon::groups).flatMap(this::counted);
    // "how many paid orders": "paid" may be a value; only a plural is a thing to count.
    boolean plural =
        words.get(at).kind() == Words.Kind.WORD
            && (!words.get(at).lower().equals(words.get(at).stem()) || at == countAt + 2);
    boolean value = beginsValue(at);
    boolean flag =
        things
            .filter(match -> match.columns().getFirst().column().kind() == ValueKind.BOOLEAN)
            .isPresent();
    if (things.isEmpty() || !plural || value || flag) {
      return false;
    }
    int end = at + things.get().words();
    if (words.at(end, "different")) {
      words.use(end, 1);
    }
    ColumnRole column = things.get().columns().getFirst();
    boolean howMany = words.at(countAt, "how", "many");
    if (howMany && things.get().columns().size() == 1 && countsThings(column)) {
      warnings.add(words.say("how-many-added", column.name()));
      measures.add(measures.phrase(at, things.get().words()), Aggregate.SUM, column.name());
      words.use(at, things.get().words());
      return true;
    }
    refuseFigures(things.get(), at);
    countDifferent(things.get(), "");
    return true;
  }

  /** Whether a value begins at a word: "Sala 1" is one, whatever "Sala" by itself is. */
  private boolean beginsValue(int at) {
    return java.util.stream.IntStream.rangeClosed(1, ValueFinder.LONGEST)
        .filter(length -> at + length <= words.count())
        .mapToObj(length -> words.phrase(at, length).toLowerCase(Locale.ROOT))
        .anyMatch(vocabulary.values()::containsKey);
  }

  /** Whether a column of few whole numbers says how many of something each row has. */
  static boolean countsThings(ColumnRole column) {
    return column.isNumberedCategory()
        && NameWords.of(column.name()).stream()
            .anyMatch(part -> part.length() > 3 && !NameWords.singular(part).equals(part));
  }

  /** "how many nights" may be their sum, where a column of few numbers sorts rows into groups. */
  private void refuseFigures(Lexicon.Match things, int at) {
    ColumnRole column = things.columns().getFirst();
    if (column.isNumberedCategory()) {
      throw Reading.Stopped.choice(
          words.say("of-what", words.phrase(at, things.words())),
          List.of(
              words.replaced(0, at + things.words(), words.say("word.total") + " " + column.name()),
              words.replaced(
                  0, at + things.words(), words.say("word.different") + " " + column.name())));
    }
  }

  /** Where "orders" is both a row and an id that rows share, it is not clear which is counted. */
  private void repeated(Lexicon.Match named, int at) {
    List<ColumnRole> ids =
        named.columns().stream()
            .filter(column -> Concepts.same(NameWords.subject(column.name()), words.get(at).stem()))
            .filter(column -> !vocabulary.unique().contains(column.name()))
            .toList();
    if (!ids.isEmpty()) {
      throw Reading.Stopped.choice(
          words.say("shared-rows", vocabulary.table(), words.get(at).stem(), ids.getFirst().name()),
          List.of(
              words.replaced(at, 1, words.say("word.rows")),
              words.replaced(at, 1, words.say("word.different") + " " + ids.getFirst().name())));
    }
  }

  boolean different(int i) {
    if (words.language() != Language.ENGLISH) {
      // "usuários únicos"
      Optional<Lexicon.Match> before = lexicon.column(i, Lexicon::groups).flatMap(this::counted);
      int end = i + before.map(Lexicon.Match::words).orElse(0);
      if (before.isPresent() && words.at(end, "different")) {
        words.use(end, 1);
        countDifferent(before.get(), "");
        return true;
      }
    }
    if (!words.at(i, "different|distinct|unique")) {
      return false;
    }
    Optional<Lexicon.Match> things =
        lexicon.column(i + 1, column -> column.role() != Role.TIME).flatMap(this::counted);
    if (things.isEmpty()) {
      return false;
    }
    words.use(i, 1);
    countDifferent(things.get(), "different ");
    int end = i + 1 + things.get().words();
    if (words.at(end, "values|value|options|kinds")) {
      words.use(end, 1);
    }
    return true;
  }

  /** Things that have both an id and a name are counted by their id. */
  private static Lexicon.Match identified(Lexicon.Match matched) {
    List<ColumnRole> named =
        matched.columns().stream().filter(column -> !column.isMeasure()).toList();
    Lexicon.Match things =
        named.isEmpty() ? matched : new Lexicon.Match(named, matched.at(), matched.words());
    List<ColumnRole> ids =
        things.columns().stream()
            .filter(column -> NameWords.of(column.name()).getLast().equals("id"))
            .toList();
    boolean others =
        things.columns().stream()
            .allMatch(
                column -> NameWords.of(column.name()).getLast().matches("id|name|nome|nombre"));
    return ids.size() == 1 && others ? new Lexicon.Match(ids, things.at(), things.words()) : things;
  }

  /** Types of rooms are not rooms: what sorts things into kinds does not count them. */
  private Optional<Lexicon.Match> counted(Lexicon.Match things) {
    List<ColumnRole> counted =
        things.columns().stream().filter(column -> !isKindOf(column, things)).toList();
    return counted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Lexicon.Match(counted, things.at(), things.words()));
  }

  private boolean isKindOf(ColumnRole column, Lexicon.Match things) {
    List<String> name = NameWords.of(column.name());
    if (name.size() < 2 || name.stream().noneMatch(NameWords.KINDS::contains)) {
      return false;
    }
    for (int i = things.at(); i < things.at() + things.words(); i++) {
      Words.Word word = words.get(i);
      boolean said =
          NameWords.KINDS.stream()
              .anyMatch(kind -> Concepts.same(kind, word.stem()) || kind.equals(word.lower()));
      if (said || NameWords.singular(column.name().toLowerCase(Locale.ROOT)).equals(word.stem())) {
        return false;
      }
    }
    return true;
  }

  private void countDifferent(Lexicon.Match things, String before) {
    ColumnRole column =
        Choice.only(
            words, identified(things), before.isEmpty() ? words.say("word.different") + " " : "");
    measures.add(
        before + measures.phrase(things.at(), things.words()),
        Aggregate.COUNT_DISTINCT,
        column.name());
    words.use(things.at(), things.words());
  }
}
