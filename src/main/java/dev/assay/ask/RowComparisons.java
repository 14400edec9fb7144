package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads figures, places and times that rows are compared with. */
final class RowComparisons {
  private static final int REACH = 4;
  private static final String UNITS =
      "ft|feet|foot|m|meters|metres|km|kilometers|miles|mi|points|people|percent|dollars|kg|pounds|lbs|tons|years|votes|seconds|minutes|hours|days|times|fans|spectators";
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  private final RowWords words;
  private final RowLinks links;
  private final SmallTable table;
  private final List<RowFilter> filters;
  private final RowPeriods periods;

  RowComparisons(RowWords words, RowLinks links, SmallTable table, List<RowFilter> filters) {
    this.words = words;
    this.links = links;
    this.table = table;
    this.filters = filters;
    this.periods = new RowPeriods(words, links, table, filters);
  }

  /** "more than 10,000", "at least 7", "after 1915", "in the 1990s". */
  boolean read() {
    for (int i = 0; i < words.count(); i++) {
      Comparison comparison = null;
      int length = 0;
      if (words.at(i, "more|greater|larger|higher|bigger|longer|better", "than")) {
        comparison = Comparison.GREATER;
        length = 2;
      } else if (words.at(i, "no|not", "more|less|fewer", "than")) {
        comparison =
            words.word(i + 1).equals("more")
                ? Comparison.LESS_OR_EQUAL
                : Comparison.GREATER_OR_EQUAL;
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
        periods.read(i);
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
      bound =
          bound.scaleByPowerOfTen(
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

  /** Whether "first" and the like is a place that somebody took, not an order of rows. */
  static boolean isPlace(RowWords words, int i) {
    return ordinal(words.word(i)) > 0
        && (words.word(i - 1).matches("placed|finished|ranked|came|finish|finishing|placing")
            || words.word(i - 1).matches("in|the|a")
                && words.word(i - 2).matches("came|finished|placed|ranked")
            || words.word(i + 1).matches("place|position"));
  }

  private static int ordinal(String word) {
    return word.matches("\\d{1,2}(st|nd|rd|th)")
        ? Integer.parseInt(word.replaceAll("\\D", ""))
        : ORDINALS.indexOf(word) + 1;
  }

  /** "Who finished second": the place that a row has. */
  void places() {
    List<SmallColumn> ranks =
        table.columns().stream().filter(c -> c.isRank() && c.isNumber()).toList();
    for (int i = 0; i < words.count() && ranks.size() == 1; i++) {
      if (words.free(i) && isPlace(words, i)) {
        words.use(i, 1);
        for (int near : new int[] {i - 2, i - 1, i + 1}) {
          if (words.at(
              near, "placed|finished|ranked|came|finish|finishing|placing|place|position")) {
            words.use(near, 1);
          }
        }
        filters.add(
            number(
                ranks.getFirst(), Comparison.EQUAL, BigDecimal.valueOf(ordinal(words.word(i))), i));
      }
    }
  }

  /** "two titles", "week 15": a number beside the column that it is about. */
  boolean numbers() {
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
