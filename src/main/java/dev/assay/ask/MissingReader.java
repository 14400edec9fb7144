package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Optional;

/** Reads conditions on what is missing or is there: "without a coupon", "never delivered". */
final class MissingReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final ConditionList conditions;
  private final ValueFinder finder;
  private ColumnRole both;

  MissingReader(
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

  /** The column of yes and no of which both are compared; empty where none is. */
  Optional<ColumnRole> both() {
    return Optional.ofNullable(both);
  }

  /** "never cancelled", "not been delivered yet": the time at which it happens is missing. */
  boolean never(int i) {
    boolean never = words.at(i, "never");
    if (!never && !words.at(i, "not")) {
      return false;
    }
    int at = i + 1;
    while (words.at(at, "been|be|have|has|was|were|is|are")) {
      at++;
    }
    if (!words.free(at) || !never && !finder.at(at, 1).isEmpty()) {
      return false;
    }
    return notYet(i, words.get(at).text(), at + 1 - i);
  }

  /** Rows to which what a word says has not happened: its time is missing. */
  boolean notYet(int from, String word, int count) {
    Optional<ColumnRole> time = TimeColumn.ofSome(vocabulary, word);
    time.ifPresent(column -> {
      conditions.add(column.name(), Comparison.IS_NULL);
      words.use(from, count);
    });
    return time.isPresent();
  }

  /** "trips nobody rated": the rating is missing. */
  boolean nobody(int i) {
    int at = i + 1;
    while (words.at(at, "has|have|had|ever|to|be|was|were|did")) {
      at++;
    }
    if (!words.at(i, "nobody|noone") || !words.free(at)) {
      return false;
    }
    String done = words.get(at).lower();
    List<ColumnRole> found =
        vocabulary.roles().stream()
            .filter(role ->
                NameWords.of(role.name()).stream()
                    .anyMatch(part -> ColumnNames.sameRoot(done, part)))
            .toList();
    if (found.size() != 1) {
      return false;
    }
    ColumnRole column = found.getFirst();
    boolean lacks = column.column().present() < vocabulary.rows();
    if (!lacks && !countsFromZero(column)) {
      return false;
    }
    if (lacks) {
      conditions.add(column.name(), Comparison.IS_NULL);
    } else {
      conditions.add(column.name(), Comparison.EQUAL, "0");
    }
    words.use(i, at + 1 - i);
    return true;
  }

  /** "without a coupon", "country is missing", "with and without a guide". */
  boolean missing(int i) {
    // "checks that left no score", "where no downtime was recorded"
    boolean none =
        i > 0
            && words.at(i, "no")
            && words.language() == Language.ENGLISH
            && lexicon.column(i, _ -> true).isEmpty();
    boolean without = none || words.at(i, "without|missing");
    int at = i + (without ? 1 : 0);
    at += without && words.at(at, "a|an|any|the") ? 1 : 0;
    Optional<Lexicon.Match> match = lexicon.column(at, _ -> true);
    if (match.isEmpty()) {
      return without && words.free(at) && notYet(i, words.get(at).text(), at + 1 - i);
    }
    int end = at + match.get().words();
    boolean lacksOther =
        words.at(end, "is|are", "missing")
            && (words.at(end + 2, "a|an|any|the|their")
                || lexicon.column(end + 2, _ -> true).isPresent());
    if (!without && lacksOther) {
      // "orders are missing a country": the country is missing.
      return false;
    }
    if (without) {
      return without(match.get(), i, end - i);
    }
    if (words.at(end, "is|are", "not", "missing|empty|null|blank")) {
      return add(match.get(), Comparison.IS_NOT_NULL, i, end + 3 - i);
    }
    return words.at(end, "is|are", "missing|empty|null|blank")
        && add(match.get(), Comparison.IS_NULL, i, end + 2 - i);
  }

  /** "without a coupon": it is missing, is none, or the column says no. */
  private boolean without(Lexicon.Match match, int i, int count) {
    boolean flags = match.columns().stream().allMatch(c -> c.column().kind() == ValueKind.BOOLEAN);
    if (flags && words.at(i - 2, "with", "and|or|versus")) {
      // "with and without a guide": both, each by itself.
      both = Choice.only(words, match);
      words.use(i - 2, count + 2);
      return true;
    }
    if (flags) {
      return lacking(match, i, count);
    }
    return match.columns().stream().allMatch(this::countsFromZero)
        ? add(match, Comparison.EQUAL, i, count, "0")
        : add(match, Comparison.IS_NULL, i, count);
  }

  /** "with a coupon", "have a trainer": rows of which not all name one. */
  void present(int i) {
    if (!words.at(i, "with|have|has|had|having|carry|carries|carrying")) {
      return;
    }
    int at = i + 1 + (words.at(i + 1, "a|an|any|the|some") ? 1 : 0);
    Optional<Lexicon.Match> match =
        lexicon.column(
            at,
            column ->
                (!column.isMeasure() || at > i + 1)
                    && column.column().kind() != ValueKind.BOOLEAN
                    && column.column().present() < vocabulary.rows());
    if (match.isEmpty() || !finder.at(at, match.get().words()).isEmpty()) {
      return;
    }
    int end = at + match.get().words();
    boolean compared = words.at(end, "is|are|=|of|not|over|under|more|less|between|contains");
    boolean ends =
        end == words.count()
            || !words.free(end)
            || words.at(end, "by|per|in|for|and|from|with|during|did|do|does");
    if (!compared && ends) {
      add(match.get(), Comparison.IS_NOT_NULL, i, end - i);
    }
  }

  /** A figure that every row has and that is zero in some: these are without what it counts. */
  private boolean countsFromZero(ColumnRole column) {
    return column.column().kind().isNumeric()
        && column.role() != ColumnRole.Role.IDENTIFIER
        && column.column().present() == vocabulary.rows()
        && column.column().min() != null
        && column.column().min().matches("0+(\\.0+)?");
  }

  /** "without overtime" where a column says yes or no: those that say no. */
  private boolean lacking(Lexicon.Match match, int at, int count) {
    ColumnRole column = Choice.only(words, match);
    if (column.column().present() < vocabulary.rows()) {
      throw Reading.Stopped.choice(
          words.say("no-or-missing", column.name()),
          List.of(
              words.replaced(at, count, words.say("word.with") + " " + column.name() + " = false"),
              words.replaced(at, count, column.name() + " is missing")));
    }
    conditions.add(column.name(), Comparison.EQUAL, "false");
    words.use(at, count);
    return true;
  }

  private boolean add(
      Lexicon.Match match, Comparison comparison, int at, int count, String... values) {
    conditions.add(Choice.only(words, match).name(), comparison, values);
    words.use(at, count);
    return true;
  }
}
