package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which words of a question name columns, and which name values that stand in cells. */
final class RowLinks {
  /**
   * A value that words name.
   *
   * @param exact whether a whole cell says so, or a cell but for what stands in brackets
   * @param rows whose cells say so
   * @param mentions rows whose cells say so among other words as well
   */
  record Value(
      int at, int length, SmallColumn column, BitSet rows, boolean exact, BitSet mentions) {}

  /** Words that may be a value of one column or of another. */
  record Span(int at, int length, List<Value> values) {
    int end() {
      return at + length;
    }
  }

  /** A column that words name; {@code level} 0 is its whole name, 3 is a kindred word. */
  record Named(int at, int length, SmallColumn column, int level) {
    int end() {
      return at + length;
    }
  }

  private static final int LONGEST = 9;
  private static final Set<String> NEVER_PART =
      Set.of(
          "new", "year", "time", "number", "name", "date", "list", "table", "chart", "most",
          "least", "first", "last", "before", "after", "more", "than", "next", "best", "total",
          "other", "many", "there", "their", "record", "game", "season", "team", "player", "person",
          "people", "place", "city", "country", "event", "show", "film", "song", "album", "title",
          "company", "school", "party", "point", "score", "play", "long", "high", "single", "same",
          "during", "between", "under", "over", "with", "from", "have", "which", "week", "world");

  private final RowWords words;
  private final SmallTable table;
  private final List<Span> spans = new ArrayList<>();
  private final List<Named> named = new ArrayList<>();
  private final Map<SmallColumn, List<List<String>>> stems = new HashMap<>();

  RowLinks(RowWords words, SmallTable table) {
    this.words = words;
    this.table = table;
    for (SmallColumn column : table.columns()) {
      stems.put(
          column,
          column.words().stream()
              .map(cell -> cell.stream().map(NameWords::singular).toList())
              .toList());
    }
    link();
  }

  List<Span> spans() {
    return spans;
  }

  List<Named> named() {
    return named;
  }

  /** The column that the words at {@code i} name. */
  Optional<Named> namedAt(int i) {
    return named.stream().filter(n -> n.at() == i).findFirst();
  }

  Optional<Span> spanAt(int i) {
    return spans.stream().filter(s -> s.at() == i).findFirst();
  }

  /** Longest first; a column's name before a value of the same length. */
  private void link() {
    List<Named> columns = new ColumnNames(words, table).all();
    boolean[] taken = new boolean[words.count()];
    for (int length = Math.min(LONGEST, words.count()); length > 0; length--) {
      int wanted = length;
      for (Named column : columns) {
        if (column.length() == wanted && !taken(taken, column.at(), wanted)) {
          Optional<Span> exact =
              column.level() >= 2 ? span(column.at(), wanted, true) : Optional.empty();
          if (exact.isEmpty()) {
            take(taken, column.at(), wanted);
            named.add(column);
          }
        }
      }
      for (int at = 0; at + length <= words.count(); at++) {
        if (!taken(taken, at, length)) {
          Optional<Span> span = span(at, length, false);
          if (span.isPresent()) {
            take(taken, at, length);
            spans.add(span.get());
          }
        }
      }
    }
    spans.sort(Comparator.comparingInt(Span::at));
    named.sort(Comparator.comparingInt(Named::at));
  }

  private static boolean taken(boolean[] taken, int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (taken[i]) {
        return true;
      }
    }
    return false;
  }

  private static void take(boolean[] taken, int at, int length) {
    for (int i = at; i < at + length; i++) {
      taken[i] = true;
    }
  }

  private Optional<Span> span(int at, int length, boolean exactOnly) {
    boolean edge = isEdge(at) && isEdge(at + length - 1);
    if (length == 1 && (!edge || words.number(at) != null && words.word(at).length() < 4)) {
      return Optional.empty();
    }
    List<String> phrase = new ArrayList<>();
    for (int i = at; i < at + length; i++) {
      phrase.add(words.get(i).stem());
    }
    List<Value> exact = new ArrayList<>();
    List<Value> part = new ArrayList<>();
    for (SmallColumn column : table.columns()) {
      BitSet whole = new BitSet();
      BitSet within = new BitSet();
      for (int row = 0; row < table.rows(); row++) {
        List<String> cell = stems.get(column).get(row);
        if (cell.isEmpty() || table.summaries().get(row)) {
          continue;
        }
        if (cell.equals(phrase) || core(column, row).equals(phrase)) {
          whole.set(row);
        } else if (column.isText() && holds(cell, phrase)) {
          within.set(row);
        }
      }
      if (!whole.isEmpty()) {
        boolean alone = within.isEmpty() || !edge || !part(phrase, column, within);
        if (!alone) {
          within.or(whole);
        }
        exact.add(new Value(at, length, column, whole, true, alone ? whole : within));
      } else if (!within.isEmpty() && edge && part(phrase, column, within)) {
        part.add(new Value(at, length, column, within, false, within));
      }
    }
    if (exact.isEmpty() && (exactOnly || part.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new Span(at, length, exact.isEmpty() ? part : exact));
  }

  private boolean isEdge(int i) {
    String word = words.word(i);
    return !RowWords.isFree(word)
        && !Set.of(
                "most", "least", "no", "or", "not", "than", "other", "first", "last", "next",
                "total", "only", "all", "one", "many", "number", "more", "before", "after", "top",
                "high", "same", "time", "times", "year", "years", "between")
            .contains(word);
  }

  /** Whether a part of a cell may stand for it. */
  private boolean part(List<String> phrase, SmallColumn column, BitSet rows) {
    boolean longText =
        rows.stream().mapToObj(column.words()::get).mapToInt(List::size).average().orElse(0) > 14;
    if (phrase.size() > 1) {
      return !longText || phrase.size() > 2;
    }
    String word = phrase.getFirst();
    boolean year = word.matches("(1[5-9]|20)\\d\\d");
    return !longText
        && !NEVER_PART.contains(word)
        && !RowWords.isSoft(word)
        && (year ? column.isTime() : word.length() >= 4 && !word.matches("[\\d.]+"));
  }

  /** A cell without what stands in brackets or after a line's end. */
  private static List<String> core(SmallColumn column, int row) {
    String cell = column.cells().get(row);
    int end = cell.length();
    for (char mark : new char[] {'(', '[', '\n'}) {
      int at = cell.indexOf(mark);
      if (at > 0) {
        end = Math.min(end, at);
      }
    }
    return end == cell.length()
        ? List.of()
        : CellWords.of(cell.substring(0, end)).stream().map(NameWords::singular).toList();
  }

  private static boolean holds(List<String> cell, List<String> phrase) {
    for (int i = 0; i + phrase.size() <= cell.size(); i++) {
      if (cell.subList(i, i + phrase.size()).equals(phrase)) {
        return true;
      }
    }
    return false;
  }
}
