package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.semantic.ColumnRole;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the value that a column is said to have: "status is paid", "customer 42". */
final class NamedValueReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final ConditionList conditions;
  private final ValueFinder finder;

  NamedValueReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      ConditionList conditions,
      ValueFinder finder) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.conditions = conditions;
    this.finder = finder;
  }

  /** Reads the value behind a column that is named at word {@code i}. */
  void at(int i) {
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> Lexicon.groups(column) || column.isMeasure());
    if (match.isEmpty()) {
      return;
    }
    int next = i + match.get().words();
    int sign = words.at(next, "is|are|=|equals|equal|was|were") ? 1 : 0;
    sign += words.at(next + sign, "to") ? 1 : 0;
    boolean before = sign == 0 && Negation.beforeColumn(words, i);
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
      boolean likeYear = word.isYear();
      if (!said && (columns.getFirst().isMeasure() || likeYear)) {
        return;
      }
      conditions.add(
          Choice.only(words, match.get()).name(),
          negated ? Comparison.NOT_EQUAL : Comparison.EQUAL,
          word.text());
      words.use(i, at + 1 - i);
      return;
    }
    if (said && columns.getFirst().column().kind() == ValueKind.BOOLEAN) {
      truth(match.get(), i, at, negated);
      return;
    }
    for (ColumnRole column : columns) {
      if (before && value(column.name(), i, at, true)) {
        boolean _ = Negation.at(words, i);
        return;
      }
      if (value(column.name(), i, at, negated) || quoted(column, word, i, at, negated, said)) {
        return;
      }
    }
  }

  /** "alarm is true". */
  private void truth(Lexicon.Match match, int from, int at, boolean negated) {
    boolean yes = words.at(at, "true|yes");
    if (yes || words.at(at, "false|no")) {
      conditions.add(
          Choice.only(words, match).name(), Comparison.EQUAL, Boolean.toString(yes != negated));
      words.use(from, at + 1 - from);
    }
  }

  /** A value of this very column after its name. */
  private boolean value(String column, int from, int at, boolean negated) {
    Optional<ValueFinder.Found> found = finder.of(column, at);
    found.ifPresent(values -> {
      conditions.merge(column, values.texts(), negated, at + values.words());
      words.use(from, at + values.words() - from);
    });
    return found.isPresent();
  }

  /** A quoted value, or one after "is", of a column with too many values to know them. */
  private boolean quoted(
      ColumnRole column, Words.Word word, int from, int at, boolean negated, boolean said) {
    boolean text = column.column().kind() == ValueKind.TEXT;
    boolean listed =
        vocabulary.values().values().stream()
            .anyMatch(values -> values.stream().anyMatch(v -> v.column().equals(column.name())));
    // "sessions are there", "sessions are new": of rows more is said than what their key is.
    boolean rows = at > 0 && RowNames.is(vocabulary, words.get(from));
    boolean key = !rows || word.text().matches(".*\\d.*");
    if (text && (word.kind() == Words.Kind.QUOTED || said && !listed && key)) {
      conditions.merge(column.name(), Set.of(word.text()), negated);
      words.use(from, at + 1 - from);
      return true;
    }
    return false;
  }
}
