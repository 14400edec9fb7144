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
      Set.of(
          "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "in", "on", "at",
          "from", "by", "with", "for", "that", "which", "who", "to", "there", "than", "between",
          "after", "before", "during", "since", "of", "when", "where", "and", "or", "be", "been",
          "won", "win", "played", "can", "would", "will", "the", "this", "these", "those", "she",
          "he", "they");

  /** What was done ends the phrase that says of what. */
  private static final String DONE =
      "scored|achieved|received|earned|made|came|got|took|held|finished|reached|appeared|competed|participated|hosted|recorded|lasted|lost|led|directed|starred";

  private final String tableName;
  private final SmallTable table;
  private final RowWords words;
  private final RowLinks links;
  private final RowConditions conditions;
  private final List<String> caveats = new ArrayList<>();
  private final List<String> meaning = new ArrayList<>();
  private int tolerated = 1;
  private boolean plural;
  private String assumed;

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

  /** A column of the one row for which the conditions hold. */
  RowAnswer ofThatRow(SmallColumn column) {
    mean(column.name() + " of that row");
    return answer(
        RowAnswer.rows(
            tableName, column, RowAnswer.filters(table, conditions.filters()), List.of(), null));
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
      caveat(
          "'"
              + words.text(named.at(), named.length())
              + "' was taken to mean "
              + named.column().name()
              + ".");
    }
    return use(named);
  }

  /** Learns from a noun how many things are asked for. */
  void plural(int at) {
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
      if (i > at && words.at(i, DONE) && named.filter(n -> n.level() < 3).isEmpty()) {
        return Optional.empty();
      }
      if (named.isPresent() && words.free(named.get().at(), named.get().length())) {
        return named;
      }
      boolean article = i == at && words.word(i).equals("the");
      if (!words.free(i)
          || links.spanAt(i).isPresent()
          || BREAKS.contains(words.word(i)) && !article) {
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
   * such a word asks for by itself.
   *
   * @param fallback where nothing says it
   */
  Optional<SmallColumn> target(Optional<SmallColumn> fallback) {
    return new RowTarget(this).read(fallback);
  }

  /** The word that was taken to say what rows are about, or null. */
  String assumed() {
    return assumed;
  }

  /** Takes a word to say what rows are about, without that any column is called so. */
  void assume(String word) {
    assumed = word;
  }
}
