package dev.assay.ask;

import dev.assay.model.Grain;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.semantic.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which time column a question means when it only says "by month" or "in 2024". */
final class TimeColumn {
  private final Words words;
  private final List<ColumnRole> times;
  private final List<ColumnRole> main;
  private final Optional<String> chosen;
  private final Vocabulary vocabulary;
  private String said;
  private String assumed;

  TimeColumn(Words words, Vocabulary vocabulary) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.times = vocabulary.with(Role.TIME);
    this.chosen = vocabulary.chosenTime();
    List<ColumnRole> telling =
        times.stream().filter(c -> !NameWords.isAuxiliaryTime(c.name())).toList();
    this.main = telling.isEmpty() ? times : telling;
  }

  boolean exists() {
    return !times.isEmpty();
  }

  /**
   * The column for a time named at word {@code at}: the one that a word before it hints at
   * ("shipped in March"), else the only one there is; several are a choice.
   */
  String at(int at) {
    if (main.size() == 1 && times.size() == 1) {
      return main.getFirst().name();
    }
    for (int i = 0; i < words.count(); i++) {
      if (names(times).contains(words.get(i).text())) {
        return words.get(i).text();
      }
    }
    if (said != null) {
      return said;
    }
    for (int i = Math.min(at + 3, words.count() - 1); i >= 0; i--) {
      Optional<ColumnRole> hinted = hinted(i);
      if (hinted.isPresent()) {
        return hinted.get().name();
      }
    }
    for (int i = at + 4; i < words.count(); i++) {
      Optional<ColumnRole> hinted = hinted(i);
      if (hinted.isPresent()) {
        return hinted.get().name();
      }
    }
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (main.size() == 1) {
      return main.getFirst().name();
    }
    Optional<ColumnRole> own = MainTime.of(main, vocabulary.rowNoun(), vocabulary.rows());
    if (own.isPresent()) {
      assumed = own.get().name();
      return assumed;
    }
    throw Reading.Stopped.choice(
        words.say("several-times", String.join(", ", names(main))),
        names(main).stream().map(name -> words.followedBy("going by " + name)).toList());
  }

  /** What should be known where no word said which time is meant, and one was taken. */
  Optional<String> caveat() {
    List<String> others = names(main).stream().filter(name -> !name.equals(assumed)).toList();
    return Optional.ofNullable(assumed)
        .map(name -> words.say("time-assumed", name, String.join(", ", others)));
  }

  /** The one time column that words within a stretch of the question hint at, the last of them. */
  Optional<String> between(int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      Optional<ColumnRole> hinted = hinted(i);
      if (hinted.isPresent()) {
        return hinted.map(ColumnRole::name);
      }
    }
    return Optional.empty();
  }

  /** Uses the words by which a choice offered by {@link #at} names its column. */
  void choose() {
    for (int i = 0; i + 2 < words.count(); i++) {
      if (words.at(i, "going", "by") && names(times).contains(words.get(i + 2).text())) {
        words.use(i, 3);
      }
    }
    for (int i = 1; i < words.count(); i++) {
      Optional<ColumnRole> hinted = hinted(i);
      boolean dated = words.at(i + 1, "date|time");
      int before = words.at(i - 1, "the") ? i - 2 : i - 1;
      if (hinted.isPresent()
          && dated
          // "by ship date month" says how long the groups are.
          && (i + 2 >= words.count() || !GrainWords.NOUNS.containsKey(words.get(i + 2).stem()))
          && words.at(before, "by|using|on|per")
          && isTimed(before, i + 2)) {
        // "by month, going by ship date": there are groups or periods already.
        said = hinted.get().name();
        words.use(before, i + 2 - before);
      }
    }
  }

  /** Whether a period or a grain is said outside of some words. */
  private boolean isTimed(int from, int to) {
    for (int i = 0; i < words.count(); i++) {
      Words.Word word = words.get(i);
      boolean timed =
          GrainWords.NOUNS.containsKey(word.stem())
              || GrainWords.ADVERBS.containsKey(word.lower())
              || word.kind() == Words.Kind.MONTH
              || word.kind() == Words.Kind.DATE
              || word.isYear();
      if ((i < from || i >= to) && timed) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word says no more than which time column is meant. */
  static boolean isHint(String word, String column) {
    return word.equalsIgnoreCase(column) || hints(word.toLowerCase(Locale.ROOT), column);
  }

  /** The one time that a word tells and that not every row has: what was done to some only. */
  static Optional<ColumnRole> ofSome(Vocabulary vocabulary, String word) {
    List<ColumnRole> times =
        vocabulary.with(Role.TIME).stream().filter(time -> isHint(word, time.name())).toList();
    return times.size() == 1 && times.getFirst().column().present() < vocabulary.rows()
        ? Optional.of(times.getFirst())
        : Optional.empty();
  }

  private Optional<ColumnRole> hinted(int i) {
    String word = words.get(i).lower();
    if (belongsToAmount(word)) {
      return Optional.empty();
    }
    List<ColumnRole> hinted =
        times.stream()
            .filter(column -> column.name().equalsIgnoreCase(word) || hints(word, column.name()))
            .toList();
    return hinted.size() == 1 ? Optional.of(hinted.getFirst()) : Optional.empty();
  }

  /** "extinguishing costs" are the cost_of_extinction, whatever else was extinguished when. */
  private boolean belongsToAmount(String word) {
    return vocabulary.roles().stream()
        .filter(ColumnRole::isMeasure)
        .map(ColumnRole::name)
        .filter(name -> NameWords.of(name).size() > 1 && hints(word, name))
        .anyMatch(name ->
            NameWords.of(name).stream()
                .filter(part -> part.length() >= 4 && !hints(word, part))
                .anyMatch(this::isSaid));
  }

  private boolean isSaid(String part) {
    for (int i = 0; i < words.count(); i++) {
      Words.Word word = words.get(i);
      if (word.stem().equals(NameWords.singular(part))
          || Concepts.same(word.stem(), part)
          || Concepts.same(word.lower(), part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hints(String word, String column) {
    return word.length() >= 3
        && NameWords.of(column).stream()
            .filter(part -> part.length() >= 3 && !part.equals("date") && !part.equals("time"))
            .anyMatch(part ->
                root(part).equals(root(word))
                    || TimeHints.tells(TextResource.folded(word), part)
                    || Concepts.of(TextResource.folded(word)).stream()
                        .anyMatch(same -> root(same).equals(root(part))));
  }

  /** "shipped", "shipping", "ships" and "ship" are one word here. */
  static String root(String word) {
    String root = NameWords.singular(word).replaceAll("(ed|ing|ment|e)$", "");
    String verb = root.replaceAll("(aram|eram|iram|aron|ieron|ad[oa]s?|id[oa]s?)$", "");
    // "podadas" and "poda", "plantadas" and "plantio"
    root = verb.length() >= 3 ? verb : root;
    root = root.matches(".{4,}(io|ios)") ? root.replaceAll("ios?$", "") : root;
    root = root.length() == 4 && root.endsWith("a") ? root.substring(0, 3) : root;
    return root.matches(".*([b-df-hj-np-tv-z])\\1") ? root.substring(0, root.length() - 1) : root;
  }

  Grain fittingGrain() {
    return main.isEmpty() ? Grain.MONTH : TimeSpan.of(main.getFirst().column()).fittingGrain();
  }

  /** First and last day of the data in a column, or empty where it has none. */
  static Optional<LocalDate[]> span(ColumnRole column) {
    return TimeSpan.of(column.column()).days();
  }

  /** First and last day over the columns that may be meant. */
  Optional<LocalDate[]> span() {
    return main.size() == 1 ? span(main.getFirst()) : Optional.empty();
  }

  private static List<String> names(List<ColumnRole> columns) {
    return columns.stream().map(ColumnRole::name).toList();
  }
}
