package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
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
  private final Vocabulary vocabulary;
  private final OverGroups over;
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
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
    this.figures = figures;
  }

  /** Whether a condition on groups was read. */
  boolean found() {
    return found;
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
      Optional<ComparisonReader.Sign> sign = ComparisonReader.sign(words, at);
      if (sign.isPresent() && isNumber(at + sign.get().words())) {
        return (linked || before.isPresent()) && condition(group, at, sign.get(), before, said);
      }
      Optional<Amount> amount = before.isEmpty() ? amount(at) : Optional.empty();
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

  private boolean condition(
      int group, int at, ComparisonReader.Sign sign, Optional<Measure> before, String said) {
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
      Optional<Amount> behind =
          amount(end).or(() -> money(number + 1)).or(() -> things(number + 1));
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
    Optional<Amount> amount = Optional.empty();
    int amountAt = 0;
    while (at < Math.min(words.count(), from + REACH) && !words.at(at, "rose|fell")) {
      if (amount.isEmpty() && amount(at).isPresent()) {
        amount = amount(at);
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
      amount = amount(next);
      amountAt = next;
      end = next + amount.map(Amount::words).orElse(0);
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

  /** An amount of a group; {@code words} is how many it takes. */
  private record Amount(Measure measure, int words) {}

  private Optional<Amount> amount(int at) {
    if (!words.free(at)) {
      return Optional.empty();
    }
    Aggregate aggregate = null;
    int next = at;
    if (words.at(at, "average|avg|mean")) {
      aggregate = Aggregate.AVG;
      next++;
    } else if (words.at(at, "total|sum")) {
      aggregate = Aggregate.SUM;
      next++;
    } else if (words.at(at, "median")) {
      aggregate = Aggregate.MEDIAN;
      next++;
    } else if (words.at(at, "maximum|max")) {
      aggregate = Aggregate.MAX;
      next++;
    } else if (words.at(at, "minimum|min")) {
      aggregate = Aggregate.MIN;
      next++;
    } else if (words.at(at, "how", "many") || words.at(at, "number|count", "of")) {
      return measures.isRow(at + 2)
          ? Optional.of(new Amount(measures.of(Aggregate.COUNT_ROWS, null), 3))
          : Optional.empty();
    }
    next += words.at(next, "of") ? 1 : 0;
    next += words.at(next, "the") ? 1 : 0;
    Optional<Lexicon.Match> match = lexicon.measure(next);
    if (match.isPresent() && !(aggregate == null && measures.isRow(next))) {
      ColumnRole column = Choice.only(words, match.get());
      boolean saidBehind =
          words.language() != Language.ENGLISH && said(next + match.get().words()) != null;
      if (aggregate == null && !saidBehind && column.role() == Role.AVERAGED) {
        return Optional.empty();
      }
      int end = next + match.get().words();
      boolean behind = aggregate == null && words.language() != Language.ENGLISH;
      Aggregate said = behind ? said(end) : null;
      return Optional.of(
          new Amount(
              measures.of(
                  said != null ? said : aggregate == null ? Aggregate.SUM : aggregate,
                  column.name()),
              end - at + (said == null ? 0 : 1)));
    }
    boolean row = measures.isRow(next) || isOrdering(next);
    return row && (aggregate == null || aggregate == Aggregate.SUM)
        ? Optional.of(new Amount(measures.of(Aggregate.COUNT_ROWS, null), next - at + 1))
        : Optional.empty();
  }

  /** "more than 5,000 euros in fines": the money that rows tell, added up. */
  private Optional<Amount> money(int at) {
    if (!words.free(at) || !Currencies.isCurrency(words.get(at).lower())) {
      return Optional.empty();
    }
    return Currencies.amounts(vocabulary, words.get(at).lower())
        .filter(amounts -> amounts.size() == 1)
        .map(List::getFirst)
        .filter(amount -> amount.role() == Role.SUMMABLE)
        .map(column -> {
          boolean rows = words.at(at + 1, "in|of|from|on") && measures.isRow(at + 2);
          return new Amount(measures.of(Aggregate.SUM, column.name()), rows ? 3 : 1);
        });
  }

  /** "salário médio": what stands behind an amount. */
  private Aggregate said(int at) {
    if (words.at(at, "average")) {
      return Aggregate.AVG;
    }
    if (words.at(at, "median")) {
      return Aggregate.MEDIAN;
    }
    if (words.at(at, "maximum")) {
      return Aggregate.MAX;
    }
    return words.at(at, "minimum") ? Aggregate.MIN : words.at(at, "total") ? Aggregate.SUM : null;
  }

  /** "customers who ordered more than 5 times" counts orders. */
  private boolean isOrdering(int at) {
    return words.free(at)
        && words.get(at).lower().length() > 4
        && (vocabulary.rowNoun().filter(noun -> isDone(words.get(at).lower(), noun)).isPresent()
            || vocabulary.with(Role.TIME).stream()
                .filter(time -> time.column().present() == vocabulary.rows())
                .anyMatch(time -> TimeColumn.isHint(words.get(at).lower(), time.name())))
        && words.find("times") >= 0;
  }

  /** "shipped" of shipments, "reservaron" of a reserva. */
  static boolean isDone(String verb, String noun) {
    int shared = Prefix.shared(verb, noun);
    return TimeColumn.root(noun).equals(TimeColumn.root(verb))
        || shared >= 5 && shared >= noun.length() - 1
        || shared > 6;
  }

  /** "countries with more than 10 customers" counts different customers. */
  private Optional<Amount> things(int at) {
    return lexicon
        .column(at, Lexicon::groups)
        .filter(_ -> !words.get(at).lower().equals(words.get(at).stem()))
        .filter(match ->
            match.columns().stream()
                .noneMatch(ColumnRole::isNumberedCategory))
        .map(match ->
            new Amount(
                measures.of(Aggregate.COUNT_DISTINCT, Choice.only(words, match).name()),
                match.words()));
  }

  private boolean isNumber(int i) {
    return words.free(i) && words.get(i).kind() == Words.Kind.NUMBER;
  }
}
