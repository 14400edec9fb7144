package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads years, decades and months that rows lie in, before or after. */
final class RowPeriods {
  private static final int REACH = 4;

  private final RowWords words;
  private final RowLinks links;
  private final SmallTable table;
  private final List<RowFilter> filters;

  RowPeriods(RowWords words, RowLinks links, SmallTable table, List<RowFilter> filters) {
    this.words = words;
    this.links = links;
    this.table = table;
    this.filters = filters;
  }

  /** A year or a decade, after a word that places something in time. */
  void read(int i) {
    int at = i + 1;
    while (words.at(at, "the|year|to|early|season")) {
      at++;
    }
    int month = words.free(at) ? CellTimes.month(words.word(at)) : 0;
    if (month > 0 && words.word(at + 1).matches("(1[5-9]|20)\\d\\d") && words.free(at + 1)) {
      month(i, at, month);
      return;
    }
    String word = decade(at).orElse(words.word(at));
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
          case "since" ->
              List.of(new Filter(name, Comparison.GREATER_OR_EQUAL, List.of("" + first)));
          case "before", "prior" -> List.of(new Filter(name, Comparison.LESS, List.of("" + first)));
          case "until", "through" ->
              List.of(new Filter(name, Comparison.LESS_OR_EQUAL, List.of("" + lastYear)));
          default ->
              decade
                  ? List.of(
                      new Filter(
                          name, Comparison.FROM_TO, List.of("" + first, "" + (lastYear + 1))))
                  : List.of(new Filter(name, Comparison.EQUAL, List.of("" + first)));
        };
    filters.add(new RowFilter(time.get(), rows, typed.getFirst(), said, at, true));
  }

  /** "The 70's": which decade of the last century. */
  private Optional<String> decade(int at) {
    String word = words.word(at);
    boolean century = word.matches("(1[5-9]|20)\\d0");
    if (!words.free(at) || !century && !word.matches("[2-9]0")) {
      return Optional.empty();
    }
    String behind = words.question().substring(words.get(at).end());
    return behind.matches("(?s)['’]?s\\b.*")
        ? Optional.of((century ? "" : "19") + word + "s")
        : Optional.empty();
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
}
