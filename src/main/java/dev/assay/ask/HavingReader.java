package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Optional;

/**
 * Reads conditions on groups: "customers who spent more than 1000", "months where revenue fell".
 */
final class HavingReader {
  private static final int REACH = 9;
  private static final String BETWEEN =
      "who|that|which|with|where|having|have|has|had|whose|a|an|the|is|are|was|were|of|did|made"
          + "|placed|received|generated|in|to|do|does|their|when|there|bought|ordered|been|been";

  private final Words words;
  private final Lexicon lexicon;
  private final GroupReader groups;
  private final MeasureList measures;
  private final Figures figures;
  private final OverGroups over;
  private final GroupAmounts amounts;
  private boolean found;

  HavingReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures,
      Figures figures,
      OverGroups over) {
    this.over = over;
    this.words = words;
    this.lexicon = lexicon;
    this.amounts = new GroupAmounts(words, lexicon, vocabulary, measures);
    this.groups = groups;
    this.measures = measures;
    this.figures = figures;
  }

  void read() {
    for (int i = 0; i < words.count() && !found; i++) {
      int length = groupLength(i);
      if (length > 0) {
        found = compared(i, i + length) || moved(i, i + length);
      }
    }
  }

  private int groupLength(int i) {
    if (!words.free(i) || measures.isRow(i)) {
      return 0;
    }
    if (groups.isTime(i)) {
      return 1;
    }
    return lexicon
        .column(i, Lexicon::groups)
        // "delay cause" is no delay.
        .filter(group ->
            lexicon.measure(i).filter(one -> one.words() >= group.words()).isEmpty()
                || group.columns().size() == 1 && isPeople(group.columns().getFirst(), i))
        .map(Lexicon.Match::words)
        .orElse(0);
  }

  /** "donors" are those of a donor_name, and no donor_age. */
  private boolean isPeople(ColumnRole column, int i) {
    return column.column().kind() == ValueKind.TEXT
        && !words.get(i).lower().equals(words.get(i).stem());
  }

  /** "countries with at least 5 orders", "customers who spent more than 1000". */
  private boolean compared(int group, int from) {
    Optional<Measure> before = Optional.empty();
    String said = "";
    int at = from;
    boolean linked = false;
    while (at < Math.min(words.count(), from + REACH)) {
      Optional<Sign> sign = Sign.at(words, at);
      if (sign.isPresent() && words.isNumber(at + sign.get().words())) {
        return (linked || before.isPresent()) && condition(group, at, sign.get(), before, said);
      }
      Optional<GroupAmounts.Amount> amount = before.isEmpty() ? amounts.at(at) : Optional.empty();
      if (amount.isPresent()) {
        before = Optional.of(amount.get().measure());
        said = words.phrase(at, amount.get().words());
        at += amount.get().words();
      } else if (words.at(at, BETWEEN)) {
        linked = true;
        at++;
      } else {
        return false;
      }
    }
    return false;
  }

  private boolean condition(int group, int at, Sign sign, Optional<Measure> before, String said) {
    int number = at + sign.words();
    int end = number + 1;
    Optional<Measure> measure = before;
    String phrase = said;
    boolean bareRows =
        before.filter(m -> m.aggregate() == Aggregate.COUNT_ROWS).isPresent()
            && !said.contains(" ")
            && !words.at(end, "time|times");
    if (bareRows) {
      // "countries with orders over 100" may speak of each order's amount.
      return false;
    }
    if (measure.isEmpty()) {
      end += words.at(end, "of|in|different|distinct") ? 1 : 0;
      Optional<GroupAmounts.Amount> behind = amounts.behind(number, end);
      if (behind.isEmpty()) {
        return false;
      }
      measure = Optional.of(behind.get().measure());
      phrase = words.phrase(end, behind.get().words());
      end += behind.get().words();
    } else if (measure.get().aggregate() == Aggregate.COUNT_ROWS && words.at(end, "time|times")) {
      end++;
    } else if (words.free(end) && measures.isRow(end) && before.get().column() != null) {
      // "customers with revenue over 100 orders" says two things at once.
      return false;
    }
    if (words.free(end) && measure.get().column() != null && isUnit(end, measure.get().column())) {
      end++;
    }
    int counts = countAt(group);
    if (counts < 0) {
      refuseRows(group);
    }
    String bound = words.get(number).text();
    words.use(group + groupLength(group), end - group - groupLength(group));
    take(group);
    measures.add(phrase, measure.get());
    Filter having = new Filter(measure.get().name(), sign.comparison(), List.of(bound));
    figures.having(having);
    figures.meaning(words.say("having-meaning", new Phrasing(words.language()).filter(having)));
    if (counts >= 0) {
      words.use(counts, group - counts);
      over.count(groups.dimensions().getLast());
    }
    return true;
  }

  /** "above 12 m" of a height_m. */
  private boolean isUnit(int at, String column) {
    return NameWords.of(column).stream()
        .anyMatch(part -> UnitWords.same(words.get(at).lower(), part));
  }

  private void take(int group) {
    if (words.at(group - 1, "which|what|by|the|all|per|different|distinct")) {
      words.use(group - 1, 1);
    }
    groups.group(group);
  }

  /** Where the words stand that count groups, as "how many customers spent over 100"; or -1. */
  private int countAt(int group) {
    if (words.at(group - 2, "how", "many") || words.at(group - 2, "number|count", "of")) {
      return group - 2;
    }
    return words.at(group - 3, "how", "many", "different|distinct|of|the")
            || words.at(group - 3, "number|count", "of", "different|distinct|the")
        ? group - 3
        : -1;
  }

  /** "revenue of customers with more than 5 orders" is about the rows of some groups. */
  private void refuseRows(int group) {
    boolean of =
        words.at(group - 1, "of|from|in|for") && group > 1
            || words.at(group - 2, "of|from|in|for", "the|all");
    if (of && !words.at(0, "list|show|give")) {
      throw Reading.Stopped.unclear(words.say("rows-of-groups"));
    }
  }

  /** "months where revenue fell". */
  private boolean moved(int group, int from) {
    if (groups.grainAt(group).isEmpty()) {
      return false;
    }
    int at = from;
    Optional<GroupAmounts.Amount> amount = Optional.empty();
    int amountAt = 0;
    while (at < Math.min(words.count(), from + REACH) && !words.at(at, "rose|fell")) {
      if (amount.isEmpty() && amounts.at(at).isPresent()) {
        amount = amounts.at(at);
        amountAt = at;
        at += amount.get().words();
      } else if (words.at(at, BETWEEN)) {
        at++;
      } else {
        return false;
      }
    }
    // "in which months did revenue fall" and "in which months fell revenue"
    boolean fell = words.at(at, "fell");
    int end = at + 1;
    if (amount.isEmpty() && at < words.count()) {
      int next = end + (words.at(end, "the") ? 1 : 0);
      amount = amounts.at(next);
      amountAt = next;
      end = next + amount.map(GroupAmounts.Amount::words).orElse(0);
    }
    if (amount.isEmpty() || !words.at(at, "rose|fell")) {
      return false;
    }
    Measure measure = amount.get().measure();
    var grain = groups.grainAt(group).orElseThrow();
    String phrase = words.phrase(amountAt, amount.get().words());
    int length = groupLength(group);
    words.use(group + length, end - group - length);
    take(group);
    measures.add(phrase, measure);
    String earlier = "earlier_" + measure.name();
    String change = measure.name() + "_change";
    String along = groups.dimensions().getLast().name();
    figures.add(new Calculation.Earlier(earlier, measure.name(), along, 1, grain));
    figures.add(
        new Calculation.Formula(
            change, RowCondition.quoted(measure.name()) + " - " + RowCondition.quoted(earlier)));
    figures.having(new Filter(change, fell ? Comparison.LESS : Comparison.GREATER, List.of("0")));
    figures.meaning(
        words.say(
            fell ? "fell-meaning" : "rose-meaning",
            measure.name(),
            new Phrasing(words.language()).grain(grain)));
    return true;
  }
}
