package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.ColumnRole;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of a question: comparisons, named values, values by themselves. */
final class FilterReader {
  private static final int LONGEST_VALUE = 5;

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final List<Filter> filters = new ArrayList<>();
  private final ComparisonReader comparisons;
  private String lastColumn;
  private boolean lastNegated;
  private int lastEnd = -1;

  FilterReader(Words words, Lexicon lexicon, Vocabulary vocabulary) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.comparisons = new ComparisonReader(words, lexicon, vocabulary, filters);
  }

  List<Filter> filters() {
    return List.copyOf(filters);
  }

  /** Conditions that name their column: "amount over 100", "status is paid", "customer 42". */
  void named() {
    for (int i = 0; i < words.count(); i++) {
      if (words.free(i) && !comparisons.at(i) && !missing(i)) {
        equality(i);
      }
    }
  }

  private boolean missing(int i) {
    boolean without = words.at(i, "without|missing");
    int at = i + (without ? 1 : 0);
    Optional<Lexicon.Match> match = lexicon.column(at, _ -> true);
    if (match.isEmpty()) {
      return false;
    }
    int end = at + match.get().words();
    if (without) {
      return add(match.get(), Comparison.IS_NULL, i, end - i);
    }
    if (words.at(end, "is|are", "not", "missing|empty|null|blank")) {
      return add(match.get(), Comparison.IS_NOT_NULL, i, end + 3 - i);
    }
    return words.at(end, "is|are", "missing|empty|null|blank")
        && add(match.get(), Comparison.IS_NULL, i, end + 2 - i);
  }

  private boolean add(Lexicon.Match match, Comparison comparison, int at, int count) {
    filters.add(new Filter(only(match).name(), comparison, List.of()));
    words.use(at, count);
    return true;
  }

  private void equality(int i) {
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> Lexicon.groups(column) || column.isMeasure());
    if (match.isEmpty()) {
      return;
    }
    int next = i + match.get().words();
    int sign = words.at(next, "is|are|=|equals|equal|was|were") ? 1 : 0;
    sign += words.at(next + sign, "to") ? 1 : 0;
    boolean negated = words.at(next + sign, "not|!=|<>");
    int at = next + sign + (negated ? 1 : 0);
    boolean said = sign > 0 || negated;
    if (!words.free(at)) {
      return;
    }
    List<ColumnRole> columns = match.get().columns();
    Words.Word word = words.get(at);
    boolean numeric = columns.getFirst().column().kind().isNumeric();
    if (numeric && word.kind() == Words.Kind.NUMBER) {
      boolean likeYear = word.text().matches("(19|20)\\d\\d");
      if (!said && (columns.getFirst().isMeasure() || likeYear)) {
        return;
      }
      filters.add(
          new Filter(
              only(match.get()).name(),
              negated ? Comparison.NOT_EQUAL : Comparison.EQUAL,
              List.of(word.text())));
      words.use(i, at + 1 - i);
      return;
    }
    for (ColumnRole column : columns) {
      if (value(column.name(), i, at, negated) || quoted(column, word, i, at, negated, said)) {
        return;
      }
    }
  }

  /** A value of this very column after its name. */
  private boolean value(String column, int from, int at, boolean negated) {
    for (int length = LONGEST_VALUE; length > 0; length--) {
      List<Vocabulary.Value> found =
          known(at, length).stream().filter(value -> value.column().equals(column)).toList();
      if (!found.isEmpty()) {
        merge(column, texts(found), negated);
        words.use(from, at + length - from);
        lastColumn = column;
        lastNegated = negated;
        lastEnd = at + length;
        return true;
      }
    }
    return false;
  }

  /** A quoted value, or one after "is", of a column with too many values to know them. */
  private boolean quoted(
      ColumnRole column, Words.Word word, int from, int at, boolean negated, boolean said) {
    boolean text = column.column().kind() == ValueKind.TEXT;
    boolean listed =
        vocabulary.values().values().stream()
            .anyMatch(values -> values.stream().anyMatch(v -> v.column().equals(column.name())));
    if (text && (word.kind() == Words.Kind.QUOTED || said && !listed)) {
      merge(column.name(), Set.of(word.text()), negated);
      words.use(from, at + 1 - from);
      return true;
    }
    return false;
  }

  /** Values that stand by themselves: "paid orders", "in Germany and France", "not cancelled". */
  void bare() {
    for (int i = 0; i < words.count(); i++) {
      if (!words.free(i) || flag(i)) {
        continue;
      }
      for (int length = LONGEST_VALUE; length > 0; length--) {
        List<Vocabulary.Value> found = known(i, length);
        if (!found.isEmpty() && !tooCommon(i, length, found)) {
          take(i, length, found);
          break;
        }
      }
    }
  }

  private void take(int i, int length, List<Vocabulary.Value> found) {
    Set<String> columns = new LinkedHashSet<>();
    found.forEach(value -> columns.add(value.column()));
    if (columns.size() > 1) {
      String text =
          words.question().substring(words.get(i).start(), words.get(i + length - 1).end());
      throw Reading.Stopped.choice(
          "'" + text + "' occurs in " + String.join(" and ", columns) + ": which is meant?",
          columns.stream()
              .map(column -> words.replaced(i, length, "with " + column + " '" + text + "'"))
              .toList());
    }
    String column = columns.iterator().next();
    boolean joined = words.at(i - 1, "and|or|nor") && lastEnd == i - 1 || lastEnd == i;
    boolean carriedOn = joined && column.equals(lastColumn);
    // "excluding Germany and France" excludes both.
    boolean negated = negation(i) || carriedOn && lastNegated;
    if (carriedOn && words.at(i - 1, "or|nor")) {
      words.use(i - 1, 1);
    }
    merge(column, texts(found), negated);
    words.use(i, length);
    lastColumn = column;
    lastNegated = negated;
    lastEnd = i + length;
  }

  /** A column of yes and no, named by its word: "returned orders" where there is "is_returned". */
  private boolean flag(int i) {
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> column.column().kind() == ValueKind.BOOLEAN);
    if (match.isEmpty()) {
      return false;
    }
    boolean negated = negation(i);
    String column = only(match.get()).name();
    filters.add(new Filter(column, Comparison.EQUAL, List.of(negated ? "false" : "true")));
    words.use(i, match.get().words());
    return true;
  }

  private boolean negation(int i) {
    if (i > 0 && words.at(i - 1, "not|excluding|except|without|non")) {
      words.use(i - 1, 1);
      return true;
    }
    return false;
  }

  /** Several values of one column mean any of them. */
  private void merge(String column, Set<String> values, boolean negated) {
    if (negated) {
      values.forEach(
          value -> filters.add(new Filter(column, Comparison.NOT_EQUAL, List.of(value))));
      return;
    }
    for (int i = 0; i < filters.size(); i++) {
      Filter other = filters.get(i);
      boolean same = other.comparison() == Comparison.EQUAL || other.comparison() == Comparison.IN;
      if (other.column().equals(column) && same) {
        Set<String> all = new LinkedHashSet<>(other.values());
        all.addAll(values);
        filters.set(i, new Filter(column, Comparison.IN, List.copyOf(all)));
        return;
      }
    }
    filters.add(
        new Filter(
            column, values.size() == 1 ? Comparison.EQUAL : Comparison.IN, List.copyOf(values)));
  }

  private List<Vocabulary.Value> known(int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (!words.free(i)) {
        return List.of();
      }
    }
    String text =
        length == 1
            ? words.get(at).text()
            : words.question().substring(words.get(at).start(), words.get(at + length - 1).end());
    return vocabulary.values().getOrDefault(text.strip().toLowerCase(Locale.ROOT), List.of());
  }

  /** "in" may be India and "or" Oregon, but only as the table writes them. */
  private boolean tooCommon(int at, int length, List<Vocabulary.Value> found) {
    Words.Word word = words.get(at);
    boolean common =
        length == 1
            && word.kind() != Words.Kind.QUOTED
            && (word.lower().length() <= 2
                || Ignored.isIgnored(word.lower())
                || word.kind() == Words.Kind.NUMBER);
    return common
        && (found.stream().noneMatch(value -> value.text().equals(word.text()))
            || word.text().equals(word.lower())
            || word.start() == 0);
  }

  private static Set<String> texts(List<Vocabulary.Value> values) {
    Set<String> texts = new LinkedHashSet<>();
    values.forEach(value -> texts.add(value.text()));
    return texts;
  }

  private ColumnRole only(Lexicon.Match match) {
    return Choice.only(words, match);
  }
}
