package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the columns that words of a question name: by their header, or by a kindred word. */
final class ColumnNames {
  private static final int LONGEST = 5;
  private static final Set<String> UNITS =
      Set.of(
          "m",
          "ft",
          "mi",
          "mm",
          "cm",
          "kmh",
          "mph",
          "lb",
          "lbs",
          "sq",
          "million",
          "thousand",
          "in");

  /** Words that people use for a column that is called otherwise. */
  private static final Map<String, Set<String>> KINDRED =
      Map.ofEntries(
          Map.entry("attended", Set.of("attendance", "crowd", "spectators")),
          Map.entry("attendee", Set.of("attendance", "crowd", "spectators")),
          Map.entry("spectator", Set.of("attendance", "crowd")),
          Map.entry("attend", Set.of("attendance", "crowd")),
          Map.entry("country", Set.of("nation", "nationality", "team", "countries")),
          Map.entry("nation", Set.of("country", "nationality", "countries")),
          Map.entry("club", Set.of("team")),
          Map.entry("team", Set.of("club")),
          Map.entry("squad", Set.of("team", "club")),
          Map.entry("person", Set.of("name")),
          Map.entry("born", Set.of("birth", "birthday", "birthdate")),
          Map.entry("built", Set.of("build", "construction", "completed")),
          Map.entry("weighs", Set.of("weight", "mass")),
          Map.entry("weigh", Set.of("weight", "mass")),
          Map.entry("weight", Set.of("mass")),
          Map.entry("tall", Set.of("height")),
          Map.entry("opponent", Set.of("opposition", "against", "opponents")),
          Map.entry("stadium", Set.of("venue", "ground")),
          Map.entry("venue", Set.of("location", "stadium", "site")),
          Map.entry("location", Set.of("venue", "place", "city", "site")),
          Map.entry("film", Set.of("title", "movie", "movies")),
          Map.entry("movie", Set.of("title", "film", "films")),
          Map.entry("show", Set.of("title", "series", "program")),
          Map.entry("song", Set.of("title", "single", "track")),
          Map.entry("single", Set.of("title", "song")),
          Map.entry("loss", Set.of("lost", "l", "losses")),
          Map.entry("losse", Set.of("lost", "l", "losses")),
          Map.entry("lost", Set.of("losses", "l")),
          Map.entry("win", Set.of("won", "w", "wins")),
          Map.entry("draw", Set.of("drawn", "d", "draws")),
          Map.entry("tie", Set.of("drawn", "ties", "d", "t")),
          Map.entry("position", Set.of("pos", "place", "rank")),
          Map.entry("rank", Set.of("ranking", "place", "position")),
          Map.entry("ranked", Set.of("rank", "ranking", "place", "position")),
          Map.entry("hometown", Set.of("home", "town")),
          Map.entry("job", Set.of("occupation")),
          Map.entry("profession", Set.of("occupation")),
          Map.entry("percentage", Set.of("percent", "pct")),
          Map.entry("percent", Set.of("pct", "percentage")),
          Map.entry("day", Set.of("date")),
          Map.entry("point", Set.of("pts", "points")),
          Map.entry("medal", Set.of()),
          Map.entry("inhabitant", Set.of("population")),
          Map.entry("resident", Set.of("population")),
          Map.entry("length", Set.of("duration")),
          Map.entry("duration", Set.of("length")));

  private final RowWords words;
  private final SmallTable table;

  ColumnNames(RowWords words, SmallTable table) {
    this.words = words;
    this.table = table;
  }

  /** At most one a place and length; words that fit several columns equally name none. */
  List<RowLinks.Named> all() {
    List<RowLinks.Named> all = new ArrayList<>();
    for (int at = 0; at < words.count(); at++) {
      for (int length = LONGEST; length > 0; length--) {
        if (at + length <= words.count()) {
          find(at, length, all);
        }
      }
    }
    return all;
  }

  private void find(int at, int length, List<RowLinks.Named> all) {
    List<String> phrase = new ArrayList<>();
    for (int i = at; i < at + length; i++) {
      phrase.add(words.get(i).stem());
    }
    if (length == 1
        && (RowWords.isFree(words.word(at))
            || Set.of(
                    "first", "last", "number", "total", "most", "no", "or", "top", "best", "other",
                    "than", "more", "next", "many")
                .contains(words.word(at)))
        && table.columns().stream().noneMatch(c -> stems(c).equals(phrase))) {
      return;
    }
    for (int level = 0; level <= 4; level++) {
      int fixed = level;
      List<SmallColumn> found =
          table.columns().stream().filter(column -> fits(phrase, column, fixed)).toList();
      if (found.size() == 1) {
        all.add(new RowLinks.Named(at, length, found.getFirst(), level));
      }
      if (!found.isEmpty()) {
        return;
      }
    }
  }

  private static List<String> stems(SmallColumn column) {
    return NameWords.of(column.name()).stream().map(NameWords::singular).toList();
  }

  /**
   * 0 the whole name, 1 how it ends, 2 how it begins or a word of it, 3 a word of the same root, 4
   * a kindred word.
   */
  private static boolean fits(List<String> phrase, SmallColumn column, int level) {
    List<String> name = stems(column);
    int size = phrase.size();
    // "No. in season" numbers what is in a season, not the seasons.
    if (name.size() > 2 && name.get(1).equals("in") && size == 1 && level > 0) {
      return false;
    }
    if (name.isEmpty() || name.getFirst().equals("column") || size > name.size()) {
      return false;
    }
    return switch (level) {
      case 0 -> name.equals(phrase) || size == 1 && String.join("", name).equals(phrase.getFirst());
      case 1 ->
          name.subList(name.size() - size, name.size()).equals(phrase)
              || withoutUnits(name).equals(phrase);
      case 2 -> holds(name, phrase);
      case 3 -> size == 1 && name.stream().anyMatch(word -> sameRoot(word, phrase.getFirst()));
      default ->
          size == 1
              && name.size() <= 2
              && NameWords.of(column.name()).stream()
                  .anyMatch(KINDRED.getOrDefault(phrase.getFirst(), Set.of())::contains);
    };
  }

  private static List<String> withoutUnits(List<String> name) {
    return name.stream()
        .filter(word -> !NameWords.UNIT_NAMES.contains(word) && !UNITS.contains(word))
        .toList();
  }

  private static boolean holds(List<String> name, List<String> phrase) {
    for (int i = 0; i + phrase.size() <= name.size(); i++) {
      if (name.subList(i, i + phrase.size()).equals(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** "attended" and "attendance", "launched" and "launch". */
  static boolean sameRoot(String one, String other) {
    int shared = Prefix.shared(one, other);
    String ending = "(e|ed|d|er|or|r|ing|ion|ation|s|es|t|ance|ence|al|y|ment|ian|ial|n|or)?";
    return shared >= 4
        && one.substring(shared).matches(ending)
        && other.substring(shared).matches(ending)
        && (shared >= 5 || one.length() <= shared + 2 && other.length() <= shared + 2);
  }
}
