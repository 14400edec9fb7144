package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which end of the groups a question wants: "top 5", "the third largest", "which … most". */
final class TopReader {
  /**
   * The first or last few groups.
   *
   * @param rank which one alone is wanted, such as 3 for the third, or 0
   */
  record Top(int limit, boolean descending, int rank) {}

  static final String MOST = "top|best|highest|largest|biggest|greatest|leading|most";
  static final String LEAST = "bottom|worst|lowest|smallest|least|fewest";
  static final String ENDS = MOST + "|" + LEAST;
  static final String MUCH = "most|fewest|least";

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final List<String> warnings = new ArrayList<>();
  private Top top;
  private boolean bareTop;
  private boolean counts;
  private int sizeAt = -2;
  private int mostAt = -2;

  TopReader(Words words, Lexicon lexicon, Vocabulary vocabulary, GroupReader groups) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
  }

  Optional<Top> top() {
    return Optional.ofNullable(top);
  }

  List<String> warnings() {
    return warnings;
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  /** Whether the end is named without its groups, which stand elsewhere. */
  boolean isBare() {
    return bareTop;
  }

  /** Whether word {@code i} is what "the lowest" stands before, which may be a single row's. */
  boolean isSize(int i) {
    return sizeAt == i - 1;
  }

  /** Whether word {@code i} is what there is most or least of. */
  boolean isMost(int i) {
    return mostAt == i - 1;
  }

  /** The first or last few rows, read elsewhere. */
  void set(Top rows) {
    top = rows;
  }

  /** Groups are compared by how many rows they have. */
  void setCounts() {
    counts = true;
  }

  /** The word for which end stands before a figure: of a single row, or as much as there is. */
  void saidAt(int i, boolean size, boolean most) {
    sizeAt = size ? i : -2;
    mostAt = most ? i : -2;
  }

  /** Whether groups are compared by how many rows they have, as "most common" does. */
  boolean counts() {
    return counts;
  }

  /** "top 5 customers", "3 largest countries": before numbers are taken for anything else. */
  void counted() {
    for (int i = 0; i + 1 < words.count() && top == null; i++) {
      if (ordinal(i) || fewWith(i)) {
        return;
      }
      boolean first = words.at(i, ENDS) && !words.at(i - 1, "at") && isCount(i + 1);
      boolean second = isCount(i) && words.at(i + 1, ENDS);
      if (!first && !second) {
        continue;
      }
      int number = first ? i + 1 : i;
      boolean most = words.at(first ? i : i + 1, MOST);
      int after = i + 2;
      after += words.at(after, "selling|performing") ? 1 : 0;
      int limit = Integer.parseInt(words.get(number).text());
      words.use(i, 2);
      if (after >= words.count() || words.at(after, "by")) {
        // "orders by style, top 10": the groups stand elsewhere.
        top = new Top(limit, most, 0);
        bareTop = true;
        return;
      }
      if (!groups.group(after)) {
        throw Reading.Stopped.unclear(
            words.say("top-of-what", limit, vocabulary.table(), exampleGroup()));
      }
      top = new Top(limit, most, 0);
    }
  }

  /** "which country has the highest …", "customer with the most …". */
  void superlative() {
    new TopGroupReader(words, lexicon, vocabulary, groups, this).read();
  }

  /** "the third largest country". */
  private boolean ordinal(int i) {
    int rank = Ordinals.of(words, i);
    if (rank == 0 || !words.at(i + 1, ENDS)) {
      return false;
    }
    boolean most = words.at(i + 1, MOST);
    if (!groups.isGroup(i + 2)) {
      // "which country has the second highest revenue": the group stands before.
      Optional<Integer> group = groupBefore(i);
      if (group.isEmpty()) {
        return false;
      }
      words.use(i, 2);
      groups.group(group.get());
      top = new Top(1, most, rank);
      return true;
    }
    words.use(i, 2);
    groups.group(i + 2);
    top = new Top(1, most, rank);
    return true;
  }

  /** Where the group stands of which the end is told behind it. */
  Optional<Integer> groupBefore(int i) {
    boolean asked = words.at(0, "which|what");
    for (int at = asked ? 1 : i; at < i; at++) {
      if (groups.isGroup(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** "the 5 customers with the highest revenue", "the 3 products most sold". */
  private boolean fewWith(int i) {
    if (!isCount(i) || !groups.isGroup(i + 1)) {
      return false;
    }
    int end = i + 2;
    while (end < Math.min(words.count(), i + 6)
        && !words.at(end, ENDS)
        && (words.at(end, "with|that|which|who|by|the|had|has|have|is|are")
            || lexicon.column(i + 1, Lexicon::groups).map(m -> end(m, i)).orElse(0) > end)) {
      end++;
    }
    if (!words.at(end, ENDS)) {
      return false;
    }
    boolean most = words.at(end, MOST);
    int limit = Integer.parseInt(words.get(i).text());
    mostAt = words.at(end, MUCH) ? end : -2;
    words.use(end, 1);
    words.use(i, 1);
    groups.group(i + 1);
    top = new Top(limit, most, 0);
    return true;
  }

  private static int end(Lexicon.Match match, int i) {
    return i + 1 + match.words();
  }

  /** "top 5" without a word of what. */
  void requireGroup() {
    if (bareTop && groups.dimensions().isEmpty()) {
      throw Reading.Stopped.unclear(
          words.say("top-of-what", top.limit(), vocabulary.table(), exampleGroup()));
    }
  }

  private boolean isCount(int i) {
    return words.free(i) && words.get(i).text().matches("[1-9]\\d{0,3}");
  }

  private String exampleGroup() {
    return vocabulary.roles().stream()
        .filter(Lexicon::groups)
        .map(ColumnRole::name)
        .findFirst()
        .orElse("days");
  }
}
