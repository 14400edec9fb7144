package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of a question over a small table and uses their words. */
final class RowConditions {
  private static final int REACH = 4;
  private static final String UNITS =
      "ft|feet|foot|m|meters|metres|km|kilometers|miles|mi|points|people|percent|dollars|kg|pounds|lbs|tons|years|votes|seconds|minutes|hours|days|times|fans|spectators";

  private final RowWords words;
  private final RowLinks links;
  private final SmallTable table;
  private final List<RowFilter> filters = new ArrayList<>();
  private boolean counting;

  RowConditions(RowWords words, RowLinks links, SmallTable table) {
    this.words = words;
    this.links = links;
    this.table = table;
  }

  List<RowFilter> filters() {
    return filters;
  }

  /** Rows are counted that mention a value among others, too. */
  void counting() {
    counting = true;
  }

  /** All that is left of the question and can be read; false where something is said unclearly. */
  boolean read() {
    places();
    return comparisons() && values() && numbers();
  }

  /** Whether a condition is on a part of long texts, which find more, or less, than was meant. */
  boolean inProse() {
    return filters.stream()
        .anyMatch(
            filter ->
                !filter.sure()
                    && filter.column().isText()
                    && filter.column().words().stream().mapToInt(List::size).average().orElse(0)
                        > 14);
  }

  /** Rows for which all hold, without those that sum up. */
  BitSet rows() {
    BitSet rows = table.ordinary();
    filters.forEach(filter -> rows.and(filter.rows()));
    return rows;
  }

  /** "more than 10,000", "at least 7", "after 1915", "in the 1990s". */
  private boolean comparisons() {
    for (int i = 0; i < words.count(); i++) {
      Comparison comparison = null;
      int length = 0;
      if (words.at(i, "more|greater|larger|higher|bigger|longer|better", "than")) {
        comparison = Comparison.GREATER;
        length = 2;
      } else if (words.at(i, "no|not", "more|less|fewer", "than")) {
        comparison =
            words.word(i + 1).equals("more") ? Comparison.LESS_OR_EQUAL : Comparison.GREATER_OR_EQUAL;
        length = 3;
      } else if (words.at(i, "less|fewer|lower|smaller|shorter", "than")) {
        comparison = Comparison.LESS;
        length = 2;
      } else if (words.at(i, "at", "least") || words.at(i, "minimum", "of")) {
        comparison = Comparison.GREATER_OR_EQUAL;
        length = 2;
      } else if (words.at(i, "at", "most")) {
        comparison = Comparison.LESS_OR_EQUAL;
        length = 2;
      } else if (words.at(i, "over|above|exceeding|exceed|exceeded")) {
        comparison = Comparison.GREATER;
        length = 1;
      } else if (words.at(i, "under|below")) {
        comparison = Comparison.LESS;
        length = 1;
      }
      if (comparison != null) {
        if (!compared(i, length, comparison)) {
          return false;
        }
      } else if (words.at(i, "after|since|before|prior|until|in|during|by|from|of|through")) {
        period(i);
      }
    }
    return true;
  }

  private boolean compared(int at, int length, Comparison comparison) {
    int number = at + length;
    while (words.at(number, "a|an|the|than|of")) {
      number++;
    }
    if (!words.isNumber(number)) {
      return false;
    }
    int last = number;
    BigDecimal bound = new BigDecimal(words.number(number));
    if (words.at(number + 1, "million|billion|thousand")) {
      last++;
      bound = bound.scaleByPowerOfTen(
          switch (words.word(last)) {
            case "million" -> 6;
            case "billion" -> 9;
            default -> 3;
          });
    }
    Comparison wanted = comparison;
    if (words.at(last + 1, "or", "more|less|fewer|higher|above|over|under|below")) {
      wanted =
          Set.of("more", "higher", "above", "over").contains(words.word(last + 2))
              ? Comparison.GREATER_OR_EQUAL
              : Comparison.LESS_OR_EQUAL;
      words.use(last + 1, 2);
    }
    Optional<SmallColumn> column = numeric(at, last + 1);
    if (column.isEmpty()) {
      return false;
    }
    if (words.at(last + 1, UNITS) && links.namedAt(last + 1).isEmpty()) {
      last++;
    }
    words.use(at, last + 1 - at);
    links.named().stream()
        .filter(named -> named.column() == column.get())
        .forEach(named -> words.use(named.at(), named.length()));
    filters.add(number(column.get(), wanted, bound, at));
    return true;
  }

  /** The column that a number is about: named right after it, else before it. */
  private Optional<SmallColumn> numeric(int before, int after) {
    for (int i = after; i < Math.min(after + REACH, words.count()); i++) {
      Optional<RowLinks.Named> named = links.namedAt(i).filter(n -> words.free(n.at(), n.length()));
      if (named.isPresent() && named.get().column().isNumber()) {
        words.use(named.get().at(), named.get().length());
        return Optional.of(named.get().column());
      }
      if (!RowWords.isFree(words.word(i))) {
        break;
      }
    }
    for (int i = before - 1; i >= Math.max(0, before - REACH); i--) {
      int at = i;
      Optional<RowLinks.Named> named =
          links.named().stream()
              .filter(n -> n.end() == at + 1)
              .filter(n -> n.column().isNumber())
              .findFirst();
      if (named.isPresent()) {
        words.use(named.get().at(), named.get().length());
        return Optional.of(named.get().column());
      }
    }
    if (words.word(after).matches("people|persons|spectators|fans")) {
      List<SmallColumn> crowd =
          table.holding(Set.of("attendance", "crowd", "spectators", "population")).stream()
              .filter(SmallColumn::isNumber)
              .toList();
      if (crowd.size() == 1) {
        words.use(after, 1);
        return Optional.of(crowd.getFirst());
      }
    }
    return Optional.empty();
  }

  /** A number compared, in words of the engine where it reads the column as numbers. */
  RowFilter number(SmallColumn column, Comparison comparison, BigDecimal bound, int at) {
    BitSet rows = new BitSet();
    for (int row = 0; row < table.rows(); row++) {
      BigDecimal value = column.numbers().get(row);
      if (value != null && holds(value.compareTo(bound), comparison)) {
        rows.set(row);
      }
    }
    String said = column.name() + " " + sign(comparison) + " " + bound.toPlainString();
    if (column.isText()) {
      return RowFilter.numbered(
          table, column, rows, said + ", its texts read as numbers", at, true);
    }
    return new RowFilter(
        column,
        rows,
        new Filter(column.name(), comparison, List.of(bound.toPlainString())),
        said,
        at,
        true);
  }

  private static boolean holds(int order, Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case NOT_EQUAL, IN, NOT_IN, FROM_TO, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL -> false;
    };
  }

  private static String sign(Comparison comparison) {
    return switch (comparison) {
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
      case EQUAL, NOT_EQUAL, IN, NOT_IN, FROM_TO, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL ->
          "=";
    };
  }

  /** A year or a decade, after a word that places something in time. */
  private void period(int i) {
    int at = i + 1;
    while (words.at(at, "the|year|to|early|season")) {
      at++;
    }
    int month = words.free(at) ? CellTimes.month(words.word(at)) : 0;
    if (month > 0 && words.word(at + 1).matches("(1[5-9]|20)\\d\\d") && words.free(at + 1)) {
      month(i, at, month);
      return;
    }
    String word = words.word(at);
    boolean decade = word.matches("(1[5-9]|20)\\d0s");
    boolean year = word.matches("(1[5-9]|20)\\d\\d");
    if (!words.free(at) || !decade && !year) {
      return;
    }
    Optional<SmallColumn> time = timeNear(at);
    if (time.isEmpty()) {
      return;
    }
    int first = Integer.parseInt(word.substring(0, 4));
    int lastYear = decade ? (word.endsWith("00s") ? first + 99 : first + 9) : first;
    String how = words.word(i);
    BitSet rows = new BitSet();
    for (int row = 0; row < table.rows(); row++) {
      BigDecimal value = time.get().times().get(row);
      if (value == null) {
        continue;
      }
      int begin = value.intValue() / 10_000;
      boolean in =
          switch (how) {
            case "after" -> begin > lastYear;
            case "since" -> begin >= first;
            case "before", "prior" -> begin < first;
            case "until", "through" -> begin <= lastYear;
            default -> begin >= first && begin <= lastYear;
          };
      if (in) {
        rows.set(row);
      }
    }
    words.use(i, at + 1 - i);
    if (words.word(i - 1).matches(".+ed|built|born|held|made|begun|written")) {
      words.use(i - 1, 1);
    }
    String said = time.get().name() + " " + how + " " + word;
    if (!time.get().kind().isNumeric()) {
      filters.add(RowFilter.numbered(table, time.get(), rows, said, at, true));
      return;
    }
    String name = time.get().name();
    List<Filter> typed =
        switch (how) {
          case "after" -> List.of(new Filter(name, Comparison.GREATER, List.of("" + lastYear)));
          case "since" -> List.of(new Filter(name, Comparison.GREATER_OR_EQUAL, List.of("" + first)));
          case "before", "prior" -> List.of(new Filter(name, Comparison.LESS, List.of("" + first)));
          case "until", "through" ->
              List.of(new Filter(name, Comparison.LESS_OR_EQUAL, List.of("" + lastYear)));
          default ->
              decade
                  ? List.of(
                      new Filter(name, Comparison.FROM_TO, List.of("" + first, "" + (lastYear + 1))))
                  : List.of(new Filter(name, Comparison.EQUAL, List.of("" + first)));
        };
    filters.add(new RowFilter(time.get(), rows, typed.getFirst(), said, at, true));
  }

  /** "In May 2010". */
  private void month(int i, int at, int month) {
    Optional<SmallColumn> time = timeNear(i);
    if (time.isEmpty() || !words.word(i).matches("in|during|of")) {
      return;
    }
    int wanted = Integer.parseInt(words.word(at + 1)) * 100 + month;
    BitSet rows = new BitSet();
    for (int row = 0; row < table.rows(); row++) {
      BigDecimal value = time.get().times().get(row);
      if (value != null && value.intValue() / 100 == wanted) {
        rows.set(row);
      }
    }
    words.use(i, at + 2 - i);
    filters.add(
        RowFilter.numbered(
            table, time.get(), rows, time.get().name() + " in " + words.text(at, 2), at, true));
  }

  /** The column of times that a year is about: the only one, else one that is named nearby. */
  private Optional<SmallColumn> timeNear(int at) {
    for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
      int end = i;
      Optional<RowLinks.Named> named =
          links.named().stream()
              .filter(n -> n.at() <= end && end < n.end() && n.column().isTime())
              .findFirst();
      if (named.isPresent()) {
        words.use(named.get().at(), named.get().length());
        return Optional.of(named.get().column());
      }
    }
    return table.onlyTime();
  }

  /** Values by themselves, in a column that is named beside them or that alone has them. */
  private boolean values() {
    for (RowLinks.Span span : links.spans()) {
      if (!words.free(span.at(), span.length())) {
        continue;
      }
      Optional<RowLinks.Value> value = chosen(span);
      if (value.isEmpty()) {
        return false;
      }
      words.use(span.at(), span.length());
      RowLinks.Value found = value.get();
      boolean all = counting && found.exact() && !found.mentions().equals(found.rows());
      RowFilter filter =
          RowFilter.texts(
              found.column(),
              all ? found.mentions() : found.rows(),
              span.at(),
              found.exact() && !all);
      if (found.exact() || found.rows().cardinality() > 0) {
        useHeader(found.column(), span);
      }
      if (isOpponent(found.column()) && !against(span.at())) {
        return false;
      }
      int before = span.at() - 1;
      while (words.at(before, "the|a|an|in|from|by")) {
        before--;
      }
      if (words.at(before - 1, "other", "than")) {
        words.use(before - 1, 2);
        filter = filter.negated(table);
      } else if (words.at(before, "not|besides|except|excluding|without")) {
        words.use(before, 1);
        filter = filter.negated(table);
      }
      add(filter);
    }
    return true;
  }

  /** "Result 'won'", "spain as their country of origin": the column is named beside its value. */
  private void useHeader(SmallColumn column, RowLinks.Span span) {
    for (RowLinks.Named named : links.named()) {
      int apart = named.at() >= span.end() ? named.at() - span.end() : span.at() - named.end();
      if (named.column() == column && apart <= 3 && words.free(named.at(), named.length())) {
        words.use(named.at(), named.length());
      }
    }
  }

  private static boolean isOpponent(SmallColumn column) {
    return column.name().matches("(.*_)?(opponents?|opposition|against|opposing|away|visitors?)(_.*)?");
  }

  /** What stands in a column of opponents is one only where it is played against. */
  private boolean against(int at) {
    int before = at - 1;
    while (before >= 0 && words.word(before).matches("the|a|an|team|game|match|by|to|of|opponent|was|is|as")) {
      before--;
    }
    boolean said = words.word(before).matches("against|versus|vs|v|over|beat|defeat|defeated|face|faced|play|played|opponent|opponents|opposition|opposing|away|with");
    if (said && words.free(before)) {
      words.use(before, 1);
    }
    return said;
  }

  /** Two values of one column are either of them. */
  private void add(RowFilter filter) {
    for (int i = 0; i < filters.size(); i++) {
      RowFilter other = filters.get(i);
      boolean plain =
          other.typed().comparison() == Comparison.EQUAL || other.typed().comparison() == Comparison.IN;
      if (other.column() == filter.column() && plain && filter.typed().comparison() != Comparison.NOT_EQUAL
          && filter.typed().comparison() != Comparison.NOT_IN) {
        BitSet both = (BitSet) other.rows().clone();
        both.and(filter.rows());
        if (!both.isEmpty()) {
          filters.add(filter);
          return;
        }
        BitSet either = (BitSet) other.rows().clone();
        either.or(filter.rows());
        filters.set(
            i, RowFilter.texts(filter.column(), either, filter.at(), filter.sure() && other.sure()));
        return;
      }
    }
    filters.add(filter);
  }

  /** The column that a value stands in; empty where several have it and none is named. */
  Optional<RowLinks.Value> chosen(RowLinks.Span span) {
    List<RowLinks.Value> values = span.values();
    if (values.size() == 1) {
      return Optional.of(values.getFirst());
    }
    for (RowLinks.Named named : links.named()) {
      boolean near = Math.min(Math.abs(named.end() - span.at()), Math.abs(span.end() - named.at())) <= 3;
      for (RowLinks.Value value : values) {
        if (near && value.column() == named.column()) {
          words.use(named.at(), named.length());
          return Optional.of(value);
        }
      }
    }
    for (RowLinks.Named named : links.named()) {
      for (RowLinks.Value value : values) {
        if (value.column() == named.column() && words.free(named.at(), named.length())) {
          words.use(named.at(), named.length());
          return Optional.of(value);
        }
      }
    }
    if (values.stream().map(RowLinks.Value::rows).distinct().count() == 1) {
      return Optional.of(values.getFirst());
    }
    return Optional.empty();
  }

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

  /** Whether "first" and the like is a place that somebody took, not an order of rows. */
  static boolean isPlace(RowWords words, int i) {
    return ordinal(words.word(i)) > 0
        && (words.word(i - 1).matches("placed|finished|ranked|came|finish|finishing|placing")
            || words.word(i - 1).matches("in|the|a") && words.word(i - 2).matches("came|finished|placed|ranked")
            || words.word(i + 1).matches("place|position"));
  }

  private static int ordinal(String word) {
    return word.matches("\\d{1,2}(st|nd|rd|th)")
        ? Integer.parseInt(word.replaceAll("\\D", ""))
        : ORDINALS.indexOf(word) + 1;
  }

  /** "Who finished second": the place that a row has. */
  private void places() {
    List<SmallColumn> ranks =
        table.columns().stream().filter(c -> c.isRank() && c.isNumber()).toList();
    for (int i = 0; i < words.count() && ranks.size() == 1; i++) {
      if (words.free(i) && isPlace(words, i)) {
        words.use(i, 1);
        for (int near : new int[] {i - 2, i - 1, i + 1}) {
          if (words.at(near, "placed|finished|ranked|came|finish|finishing|placing|place|position")) {
            words.use(near, 1);
          }
        }
        filters.add(
            number(
                ranks.getFirst(),
                Comparison.EQUAL,
                BigDecimal.valueOf(ordinal(words.word(i))),
                i));
      }
    }
  }

  /** "two titles", "week 15": a number beside the column that it is about. */
  private boolean numbers() {
    for (int i = 0; i < words.count(); i++) {
      if (!words.isNumber(i)) {
        continue;
      }
      int at = i;
      Optional<RowLinks.Named> named =
          links
              .namedAt(i + 1)
              .or(() -> links.named().stream().filter(n -> n.end() == at).findFirst())
              .filter(n -> n.column().isNumber() && words.free(n.at(), n.length()));
      if (named.isEmpty()) {
        continue;
      }
      words.use(named.get().at(), named.get().length());
      words.use(i, 1);
      if (words.at(i - 1, "only|exactly|just")) {
        words.use(i - 1, 1);
      }
      filters.add(
          number(named.get().column(), Comparison.EQUAL, new BigDecimal(words.number(i)), i));
    }
    return true;
  }
}
