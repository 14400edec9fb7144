package dev.assay.ask;

import dev.assay.model.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One question over one small table, while one kind of reading is tried. */
final class RowQuestion {
  /** A way in which questions are asked. */
  @FunctionalInterface
  interface Kind {
    /** The reading; empty where the question is of another kind, or unclear. */
    Optional<RowAnswer> read(RowQuestion question);
  }

  private static final Set<String> BREAKS =
      Set.of("is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "in", "on", "at",
          "from", "by", "with", "for", "that", "which", "who", "to", "there", "than", "between", "after",
          "before", "during", "since", "of", "when", "where", "and", "or", "be", "been", "won", "win",
          "played", "can", "would", "will", "the", "this", "these", "those", "she", "he", "they");

  private final String tableName;
  private final SmallTable table;
  private final RowWords words;
  private final RowLinks links;
  private final RowConditions conditions;
  private final List<String> caveats = new ArrayList<>();
  private final List<String> meaning = new ArrayList<>();
  private int tolerated = 1;
  private boolean plural;

  RowQuestion(String tableName, SmallTable table, RowWords words) {
    this.tableName = tableName;
    this.table = table;
    this.words = words;
    this.links = new RowLinks(words, table);
    this.conditions = new RowConditions(words, links, table);
    useTableItself();
  }

  /** "In this competition" is in this table; "gold medals" are what a column of gold counts. */
  private void useTableItself() {
    for (int i = 0; i < words.count(); i++) {
      if (i == 0 && words.at(0, "count") && words.at(1, "how|the")) {
        words.use(0, 1);
      }
      boolean noun = links.namedAt(i + 1).isEmpty() && links.spanAt(i + 1).isEmpty();
      if (words.at(i, "this|these") && noun && words.free(i + 1) && !isBreak(words.word(i + 1))) {
        words.use(i, 2);
      }
      if (words.at(i, "gold|silver|bronze|total", "medal|medals|medalist|medalists")
          && links.namedAt(i).isPresent()
          && noun) {
        words.use(i + 1, 1);
      }
    }
  }

  String tableName() {
    return tableName;
  }

  SmallTable table() {
    return table;
  }

  RowWords words() {
    return words;
  }

  RowLinks links() {
    return links;
  }

  RowConditions conditions() {
    return conditions;
  }

  List<String> caveats() {
    return caveats;
  }

  List<String> meaning() {
    return meaning;
  }

  /** How many words may be left over; an answer then says which. */
  int tolerated() {
    return tolerated;
  }

  /** So many words may be left over. */
  void tolerate(int words) {
    tolerated = words;
  }

  /** Whether a condition was read from a part of a cell. */
  boolean unsure() {
    return conditions.filters().stream().anyMatch(filter -> !filter.sure());
  }

  void caveat(String sentence) {
    caveats.add(sentence);
  }

  void mean(String sentence) {
    meaning.add(sentence);
  }

  /** The reading, with what its conditions mean. */
  RowAnswer answer(Query query) {
    return answer(query, List.of());
  }

  RowAnswer answer(Query query, List<String> shown) {
    List<String> all = new ArrayList<>(meaning);
    conditions.filters().forEach(filter -> all.add(filter.said()));
    return new RowAnswer(query, all, List.copyOf(caveats), shown);
  }

  /** Uses a named column. */
  SmallColumn use(RowLinks.Named named) {
    words.use(named.at(), named.length());
    return named.column();
  }

  /** Uses the column that is asked for. */
  SmallColumn useTarget(RowLinks.Named named) {
    plural(named.end() - 1);
    if (named.level() == 3) {
      caveat("'" + words.text(named.at(), named.length()) + "' was taken to mean " + named.column().name() + ".");
    }
    return use(named);
  }

  private void plural(int at) {
    plural |= at < words.count() && !words.get(at).stem().equals(words.word(at));
  }

  /** Whether several things are asked for, as "which schools" does. */
  boolean plural() {
    return plural;
  }

  /** The first free column that is named from {@code at} on before the phrase ends. */
  Optional<RowLinks.Named> inPhrase(int at) {
    for (int i = at; i < words.count(); i++) {
      Optional<RowLinks.Named> named = links.namedAt(i);
      if (named.isPresent() && words.free(named.get().at(), named.get().length())) {
        return named;
      }
      boolean article = i == at && words.word(i).equals("the");
      if (!words.free(i) || links.spanAt(i).isPresent() || BREAKS.contains(words.word(i)) && !article) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  static boolean isBreak(String word) {
    return BREAKS.contains(word);
  }

  /**
   * What is asked for: the column that stands behind "which", "what" and the like, or the one that
   * such a word asks for by itself, or else what rows are about.
   *
   * @param fallback where nothing says it
   */
  Optional<SmallColumn> target(Optional<SmallColumn> fallback) {
    int at = wh();
    if (at < 0) {
      return fallback;
    }
    String word = words.word(at);
    words.use(at, 1);
    int next = at + 1;
    while (words.at(next, "of|the|is|was|are|were|one|ones|only|other|two|three|four|five|a|an|first|last")
        && links.namedAt(next).isEmpty()) {
      if (words.at(next, "other|only|first|last|two|three|four|five") ) {
        break;
      }
      next++;
    }
    if (word.equals("who") || word.equals("whom")) {
      int role = next;
      while (words.at(role, "only|the|other")) {
        role++;
      }
      Optional<RowLinks.Named> named = inPhrase(role);
      if (named.isPresent() && named.get().at() == role && named.get().column().isLoose()) {
        words.use(next, role - next);
        return Optional.of(useTarget(named.get()));
      }
      return person().or(() -> fallback);
    }
    if (word.equals("when")) {
      return table.onlyTime();
    }
    if (word.equals("where")) {
      return place();
    }
    int noun = next;
    while (words.at(noun, "other|only|two|three|four|five|six|of|the")) {
      noun++;
    }
    Optional<RowLinks.Named> named = inPhrase(noun);
    if (named.isPresent()) {
      for (int i = noun; i < named.get().at(); i++) {
        if (words.at(i, "kind|type|sort|name|names|number")) {
          words.use(i, 1);
        }
      }
      int behind = named.get().end();
      while (words.at(behind, "of|the")) {
        behind++;
      }
      if (named.get().column().name().matches("names?|title")
          && behind > named.get().end()
          && links.namedAt(behind).isEmpty()
          && links.spanAt(behind).isEmpty()
          && !isBreak(words.word(behind))) {
        words.use(behind, 1);
      }
      return Optional.of(useTarget(named.get()));
    }
    if (words.at(noun, "year|date|day|season|month") && table.onlyTime().isPresent()) {
      words.use(noun, 1);
      return table.onlyTime();
    }
    if (words.at(noun, "person|people|man|woman|player|athlete") && person().isPresent()) {
      words.use(noun, 1);
      return person();
    }
    return noun(noun) ? fallback : Optional.empty();
  }

  /** Lets one word behind "which" say what rows are about, without that any column is called so. */
  private boolean noun(int at) {
    if (!words.free(at) || links.spanAt(at).isPresent() || isBreak(words.word(at))
        || Superlative.is(words, at)) {
      return true;
    }
    boolean generic = words.at(at, "one|ones|name|names|entry|item|title|thing");
    if (!RowWords.isFree(words.word(at))) {
      words.use(at, 1);
      plural(at);
      if (!generic) {
        assumed = words.word(at);
      }
    }
    return true;
  }

  private String assumed;

  /** The word that was taken to say what rows are about, or null. */
  String assumed() {
    return assumed;
  }

  private int wh() {
    for (int i = 0; i < words.count(); i++) {
      if (words.at(i, "which|what|who|whom|where|when|whose")) {
        return i;
      }
    }
    return words.find("name|list");
  }

  /** A column of people, else what rows are about. */
  Optional<SmallColumn> person() {
    List<SmallColumn> people =
        table
            .holding(
                Set.of("name", "player", "athlete", "driver", "rider", "artist", "winner", "person",
                    "candidate", "coach", "manager", "director", "actor", "judge", "swimmer", "cyclist", "jockey",
                    "representative", "commissioner", "president", "leader", "governor", "names", "recipient"))
            .stream()
            .filter(SmallColumn::isLoose)
            .toList();
    return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
  }

  private Optional<SmallColumn> place() {
    List<SmallColumn> places =
        table
            .holding(Set.of("venue", "location", "place", "city", "site", "stadium", "ground", "town", "country"))
            .stream()
            .filter(SmallColumn::isText)
            .filter(column -> !column.isNumber())
            .toList();
    return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
  }
}
