package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads values that stand by themselves: "paid orders", "in Germany and France", "not cancelled".
 */
final class BareValueReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final ConditionList conditions;
  private final ValueFinder finder;
  private final FlagReader flags;

  BareValueReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      ConditionList conditions,
      ValueFinder finder,
      FlagReader flags) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.conditions = conditions;
    this.finder = finder;
    this.flags = flags;
  }

  void read() {
    for (int i = 0; i < words.count(); i++) {
      conditions.placeAt(i - 1);
      if (!words.free(i) || flags.at(i)) {
        continue;
      }
      for (int length = ValueFinder.LONGEST; length > 0; length--) {
        List<Vocabulary.Value> found = finder.at(i, length);
        if (!found.isEmpty() && !tooCommon(i, length, found) && !hintsTime(i, length, found)) {
          take(i, length, found);
          break;
        }
      }
    }
    conditions.placeAt(words.count());
  }

  private void take(int i, int length, List<Vocabulary.Value> found) {
    Set<String> columns = new LinkedHashSet<>();
    found.forEach(value -> columns.add(value.column()));
    Optional<String> side = columns.size() > 1 ? Sides.of(words, i, columns) : Optional.empty();
    if (side.isPresent()) {
      columns.retainAll(Set.of(side.get()));
      words.use(i - 1, 1);
    }
    Optional<String> near = columns.size() > 1 ? nearest(i, columns) : Optional.empty();
    near.ifPresent(one -> columns.retainAll(Set.of(one)));
    if (columns.size() > 1) {
      String text = words.phrase(i, length);
      throw Reading.Stopped.choice(
          words.say("several-values", text, String.join(" " + words.say("and") + " ", columns)),
          columns.stream().map(column -> words.replaced(i, length, named(column, text))).toList());
    }
    String column = columns.iterator().next();
    ConditionList.Named last = conditions.last();
    boolean joined = words.at(i - 1, "and|or|nor") && last.end() == i - 1 || last.end() == i;
    boolean carriedOn = joined && column.equals(last.column());
    // "excluding Germany and France" excludes both.
    boolean negated = Negation.at(words, i) || carriedOn && last.negated();
    List<Vocabulary.Value> meant =
        found.stream().filter(value -> value.column().equals(column)).toList();
    if (carriedOn && words.at(i - 1, "or|nor")) {
      words.use(i - 1, 1);
    }
    int end = i + length;
    conditions.merge(column, ValueFinder.texts(meant), negated, end);
    words.use(i, length);
    // "the engineering department": the column's own name behind its value says nothing more.
    lexicon
        .column(end, role -> role.name().equals(column))
        .ifPresent(match -> words.use(end, match.words()));
  }

  /** "returned in Porto": of the columns that hold a value, the one that a word before it tells. */
  private Optional<String> nearest(int i, Set<String> columns) {
    for (int at = i - 1; at >= Math.max(0, i - 3); at--) {
      String word = words.get(at).lower();
      List<String> told =
          columns.stream()
              .filter(column ->
                  NameWords.of(column).stream().anyMatch(part -> Prefix.shared(word, part) >= 5))
              .toList();
      if (told.size() == 1) {
        words.use(at, words.free(at) && !words.at(at, "from|to") ? 1 : 0);
        return Optional.of(told.getFirst());
      }
    }
    return Optional.empty();
  }

  private String named(String column, String text) {
    String plain = text.replaceAll("^['\"“‘]|['\"”’]$", "");
    return words.say("word.with") + " " + column + " '" + plain + "'";
  }

  /** "abertos em 2024" says which time is meant, even where 'open' is a value. */
  private boolean hintsTime(int at, int length, List<Vocabulary.Value> found) {
    String word = words.get(at).text();
    return length == 1
        && found.stream().noneMatch(value -> value.text().equalsIgnoreCase(word))
        && vocabulary.with(ColumnRole.Role.TIME).stream()
            .anyMatch(column -> TimeColumn.isHint(word, column.name()));
  }

  /** "in" may be India and "or" Oregon, but only as the table writes them. */
  private boolean tooCommon(int at, int length, List<Vocabulary.Value> found) {
    Words.Word word = words.get(at);
    if (length == 1
        && RowNames.isPeople(word)
        && at > 0
        && words.get(at - 1).lower().matches("how|many|of|the|number")) {
      // "how many people" counts people, whatever department is called so.
      return true;
    }
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
}
