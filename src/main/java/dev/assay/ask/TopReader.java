package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
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

  private static final String MUCH = "most|fewest|least";
  private static final String SIZES = "highest|largest|biggest|greatest|lowest|smallest";

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
      boolean first = words.at(i, MOST + "|" + LEAST) && !words.at(i - 1, "at") && isCount(i + 1);
      boolean second = isCount(i) && words.at(i + 1, MOST + "|" + LEAST);
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

  /** "the third largest country". */
  private boolean ordinal(int i) {
    int rank = Ordinals.of(words, i);
    if (rank == 0 || !words.at(i + 1, MOST + "|" + LEAST)) {
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

  private Optional<Integer> groupBefore(int i) {
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
        && !words.at(end, MOST + "|" + LEAST)
        && (words.at(end, "with|that|which|who|by|the|had|has|have|is|are")
            || lexicon.column(i + 1, Lexicon::groups).map(m -> end(m, i)).orElse(0) > end)) {
      end++;
    }
    if (!words.at(end, MOST + "|" + LEAST)) {
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

  /** "which country has the highest …", "customer with the most …". */
  void superlative() {
    for (int i = 0; i < words.count() && top == null; i++) {
      if (best(i)) {
        return;
      }
      boolean which = words.at(i, "which|what|who|whose");
      int at = which ? i + 1 : i;
      int end = superlativeAfter(at);
      if (end < 0) {
        continue;
      }
      boolean who = words.at(i, "who");
      Optional<Lexicon.Match> column =
          who ? people(i).or(() -> whoIs(at, end)) : lexicon.column(at, Lexicon::groups);
      int length = who ? 0 : groups.isTime(at) ? 1 : column.map(Lexicon.Match::words).orElse(0);
      boolean with = words.at(at + length, "with");
      boolean found = who ? column.isPresent() : groups.isTime(at) || column.isPresent();
      if (!found || !which && !with) {
        continue;
      }
      boolean many =
          length > 0
              && !words.get(at + length - 1).lower().equals(words.get(at + length - 1).stem());
      if (words.at(end, MUCH) && words.at(end - 1, "used|chosen|seen|picked")) {
        // "which code is used most": by as many rows.
        counts = true;
        words.use(end - 1, 1);
      }
      boolean alone = !words.free(end + 1) || words.at(end + 1, "in|last|this|on|during|by|at|for");
      if (who && length == 0 && alone && people(i).isEmpty()) {
        // "who deployed the most": whose rows are most.
        counts = true;
      }
      if (who) {
        groups.add(GroupReader.plain(Choice.only(words, column.get())));
        words.use(i, 1);
      } else {
        groups.group(at);
      }
      for (int verb = at + length; verb < end && end - at - length <= 2; verb++) {
        // "which agent issued the most fines": what is most says all that there is to say.
        if (words.free(verb) && words.at(end, MUCH) && isPlain(verb)) {
          words.use(verb, 1);
        }
      }
      top = new Top(1, words.at(end, MOST), 0);
      sizeAt = words.at(end, SIZES) ? end : -2;
      mostAt = words.at(end, MUCH) ? end : -2;
      words.use(end, 1);
      if (many) {
        warnings.add(words.say("only-first"));
      }
    }
  }

  /** "our best month by revenue": one group, named in the singular. */
  private boolean best(int i) {
    Optional<Integer> before =
        words.at(i, "busiest") && words.at(0, "which|what") && !groups.isGroup(i + 1)
            ? groupBefore(i)
            : Optional.empty();
    if (before.isPresent()) {
      // "which garage is the busiest"
      top = new Top(1, true, 0);
      counts = true;
      words.use(i, 1);
      groups.group(before.get());
      return true;
    }
    if (words.at(i, "busiest") && groups.isGroup(i + 1)) {
      top = new Top(1, true, 0);
      counts = true;
      words.use(i, 1);
      groups.group(i + 1);
      return true;
    }
    boolean common = words.at(i, "most|least", "common|frequent") && groups.isGroup(i + 2);
    if (common) {
      top = new Top(1, words.at(i, "most"), 0);
      counts = true;
      words.use(i, 2);
      groups.group(i + 2);
      return true;
    }
    if (!words.at(i, MOST + "|" + LEAST) || words.at(i - 1, "at") || !groups.isGroup(i + 1)) {
      return false;
    }
    int length =
        groups.isTime(i + 1)
            ? 1
            : lexicon.column(i + 1, Lexicon::groups).map(Lexicon.Match::words).orElse(1);
    Words.Word last = words.get(i + length);
    boolean by = words.find("by") > i;
    if (!by || !last.lower().equals(last.stem())) {
      return false;
    }
    top = new Top(1, words.at(i, MOST), 0);
    words.use(i, 1);
    groups.group(i + 1);
    return true;
  }

  /** Whether a word names no column, value or row. */
  private boolean isPlain(int i) {
    return words.get(i).kind() == Words.Kind.WORD
        && !AmountNames.isVerb(words.get(i).lower())
        && lexicon.measure(i).isEmpty()
        && lexicon.column(i, _ -> true).isEmpty()
        && new ValueFinder(words, vocabulary).at(i, 1).isEmpty()
        && !RowNames.is(vocabulary, words.get(i))
        && !words.at(i, "not|never|no|without|by|per|and|or");
  }

  private int superlativeAfter(int at) {
    for (int i = at; i < words.count(); i++) {
      if (words.at(i, MOST + "|" + LEAST)) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Lexicon.Match> people(int at) {
    List<ColumnRole> named =
        vocabulary.roles().stream()
            .filter(Lexicon::groups)
            .filter(column -> column.column().kind() != ValueKind.BOOLEAN)
            .filter(column -> NameWords.of(column.name()).stream().anyMatch(NameWords::isPerson))
            .toList();
    List<ColumnRole> ids =
        named.stream().filter(column -> column.role() == Role.IDENTIFIER).toList();
    List<ColumnRole> people = ids.isEmpty() ? named : ids;
    return people.isEmpty() ? Optional.empty() : Optional.of(new Lexicon.Match(people, at, 1));
  }

  /** "who is responsible for the most trees": the column that says what they are. */
  private Optional<Lexicon.Match> whoIs(int at, int end) {
    for (int i = at; i < end; i++) {
      Optional<Lexicon.Match> said =
          lexicon.column(
              i, column -> Lexicon.groups(column) && column.column().kind() == ValueKind.TEXT);
      if (said.isPresent()) {
        words.use(i, said.get().words());
        return said;
      }
    }
    return Optional.empty();
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
