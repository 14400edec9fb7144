package dev.assay.ask;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query.Dimension;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a question groups by, and which end of the groups it wants. */
final class GroupReader {
  /**
   * The first or last few groups.
   *
   * @param rank which one alone is wanted, such as 3 for the third, or 0
   */
  record Top(int limit, boolean descending, int rank) {}

  static final String MOST = "top|best|highest|largest|biggest|greatest|leading|most";
  static final String LEAST = "bottom|worst|lowest|smallest|least|fewest";

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final TimeColumn time;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Top top;
  private int perAt = -1;
  private Dimension per;
  private Dimension each;
  private int perWords;
  private boolean ranked;
  private boolean bareTop;
  private boolean counts;

  GroupReader(Words words, Lexicon lexicon, Vocabulary vocabulary, TimeColumn time) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.time = time;
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  List<String> warnings() {
    return warnings;
  }

  Optional<Top> top() {
    return Optional.ofNullable(top);
  }

  /** Whether groups were introduced by "per", which people also say of averages over groups. */
  boolean saysPer() {
    return perAt >= 0;
  }

  /** The group introduced by "per", of which a figure may be an average; empty where none is. */
  Optional<Dimension> per() {
    return Optional.ofNullable(per);
  }

  /** The group introduced by "per", "for each" and the like. */
  Optional<Dimension> each() {
    return Optional.ofNullable(each);
  }

  /** Takes groups from elsewhere in the place of its own. */
  void seed(List<Dimension> others) {
    dimensions.clear();
    dimensions.addAll(others);
  }

  void remove(Dimension dimension) {
    dimensions.remove(dimension);
  }

  /** The question with "by" in the place of "per". */
  String sayingBy() {
    return words.replaced(perAt, perWords, words.say("word.by"));
  }

  /** Whether groups are compared by how many rows they have, as "most common" does. */
  boolean counts() {
    return counts;
  }

  /** Whether an amount was named to sort groups by. */
  boolean ranked() {
    return ranked;
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
      if (!group(after)) {
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
    if (!isGroup(i + 2)) {
      // "which country has the second highest revenue": the group stands before.
      Optional<Integer> group = groupBefore(i);
      if (group.isEmpty()) {
        return false;
      }
      words.use(i, 2);
      group(group.get());
      top = new Top(1, most, rank);
      return true;
    }
    words.use(i, 2);
    group(i + 2);
    top = new Top(1, most, rank);
    return true;
  }

  private Optional<Integer> groupBefore(int i) {
    boolean asked = words.at(0, "which|what");
    for (int at = asked ? 1 : i; at < i; at++) {
      if (isGroup(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** "the 5 customers with the highest revenue", "the 3 products most sold". */
  private boolean fewWith(int i) {
    if (!isCount(i) || !isGroup(i + 1)) {
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
    words.use(end, 1);
    words.use(i, 1);
    group(i + 1);
    top = new Top(limit, most, 0);
    return true;
  }

  private static int end(Lexicon.Match match, int i) {
    return i + 1 + match.words();
  }

  /** "top 5" without a word of what. */
  void requireGroup() {
    if (bareTop && dimensions.isEmpty()) {
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
      Optional<Lexicon.Match> column = who ? people(i) : lexicon.column(at, Lexicon::groups);
      int length = who ? 0 : isTime(at) ? 1 : column.map(Lexicon.Match::words).orElse(0);
      boolean with = words.at(at + length, "with");
      boolean found = who ? column.isPresent() : isTime(at) || column.isPresent();
      if (!found || !which && !with) {
        continue;
      }
      boolean many =
          length > 0
              && !words.get(at + length - 1).lower().equals(words.get(at + length - 1).stem());
      if (who) {
        dimensions.add(plain(Choice.only(words, column.get())));
        words.use(i, 1);
      } else {
        group(at);
      }
      top = new Top(1, words.at(end, MOST), 0);
      words.use(end, 1);
      if (many) {
        warnings.add(words.say("only-first"));
      }
    }
  }

  /** "our best month by revenue": one group, named in the singular. */
  private boolean best(int i) {
    boolean common = words.at(i, "most|least", "common|frequent") && isGroup(i + 2);
    if (common) {
      top = new Top(1, words.at(i, "most"), 0);
      counts = true;
      words.use(i, 2);
      group(i + 2);
      return true;
    }
    if (!words.at(i, MOST + "|" + LEAST) || words.at(i - 1, "at") || !isGroup(i + 1)) {
      return false;
    }
    int length =
        isTime(i + 1)
            ? 1
            : lexicon.column(i + 1, Lexicon::groups).map(Lexicon.Match::words).orElse(1);
    Words.Word last = words.get(i + length);
    boolean by = words.find("by") > i;
    if (!by || !last.lower().equals(last.stem())) {
      return false;
    }
    top = new Top(1, words.at(i, MOST), 0);
    words.use(i, 1);
    group(i + 1);
    return true;
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

  /** "by month and country", "per day", "monthly", "for each status", "over time". */
  void named() {
    for (int i = 0; i < words.count(); i++) {
      if (!words.free(i)) {
        continue;
      }
      Grain adverb = GrainWords.ADVERBS.get(words.get(i).lower());
      if (adverb != null) {
        addGrain(adverb, time.at(i));
        words.use(i, 1);
      } else if (words.at(i, "over", "time")) {
        addGrain(time.fittingGrain(), time.at(i));
        words.use(i, 2);
      } else {
        introduced(i);
      }
    }
  }

  private void introduced(int i) {
    int length = introduction(i);
    if (length == 0) {
      return;
    }
    boolean saysPer = words.at(i, "per|each|every|for");
    int at = i + length;
    if (top != null || words.at(i, "by")) {
      // "top 5 customers by revenue": an amount after "by" sorts, it does not group.
      boolean group = isTime(at) || lexicon.column(at, Lexicon::groups).isPresent();
      boolean amount = isAmount(at);
      if (amount && (top != null || !group)) {
        words.use(i, 1);
        ranked = true;
        return;
      }
    }
    int from = at;
    boolean topPerGroup = top != null && isGroup(at) && !(bareTop && dimensions.isEmpty());
    if (topPerGroup) {
      throw Reading.Stopped.unclear(words.say("top-per-group"));
    }
    while (group(at)) {
      if (saysPer) {
        perAt = i;
        perWords = length;
        per = words.at(i, "per") ? dimensions.getLast() : null;
        each = dimensions.getLast();
      }
      while (at < words.count() && !words.free(at)) {
        at++;
      }
      int joint = words.at(at, "and", "by|per") ? 2 : words.at(at, "and") ? 1 : 0;
      if (joint == 0 || !isGroup(at + joint)) {
        if (!isGroup(at)) {
          break;
        }
        joint = 0;
      }
      words.use(at, joint);
      at += joint;
    }
    if (!words.free(from)) {
      words.use(i, length);
    }
  }

  private int introduction(int i) {
    if (words.at(i, "for|in|on|by|of|from", "each|every") || words.at(i, "broken", "down", "by")) {
      return 2;
    }
    if (words.at(i, "by|per|each|every|across")) {
      return words.at(i + 1, "the") ? 2 : 1;
    }
    return 0;
  }

  boolean isGroup(int at) {
    return isTime(at) || lexicon.column(at, Lexicon::groups).isPresent() && !isAmount(at);
  }

  private boolean isAmount(int at) {
    boolean aggregate =
        words.at(at, "total|sum|average|mean|avg|number|count|maximum|minimum|max|min|median");
    boolean noun = words.free(at) && RowNames.is(vocabulary, words.get(at));
    return aggregate || noun && !isOtherThanRow(at) || lexicon.measure(at).isPresent();
  }

  /** Whether a word names groups that are more than single rows. */
  private boolean isOtherThanRow(int at) {
    return lexicon
        .column(at, Lexicon::groups)
        .filter(match ->
            match.columns().stream().noneMatch(c -> vocabulary.unique().contains(c.name())))
        .isPresent();
  }

  Optional<Grain> grainAt(int at) {
    if (!words.free(at) || GrainWords.NOUNS.get(words.get(at).stem()) == null || !time.exists()) {
      return Optional.empty();
    }
    return Optional.of(GrainWords.NOUNS.get(words.get(at).stem()));
  }

  /** Whether a grain or a part of time stands at {@code at}. */
  boolean isTime(int at) {
    return grainAt(at).isPresent() || partAt(at).isPresent();
  }

  private Optional<DatePart> partAt(int at) {
    return words.free(at) && time.exists()
        ? Optional.ofNullable(GrainWords.PARTS.get(words.get(at).stem()))
        : Optional.empty();
  }

  /** Takes one group at {@code at}: a grain or part of time, or a column. */
  boolean group(int at) {
    Optional<DatePart> part = partAt(at);
    if (part.isPresent()) {
      String name = part.get().name().toLowerCase(Locale.ROOT);
      add(new Dimension(name, time.at(at), null, part.get()));
      words.use(at, 1);
      return true;
    }
    Optional<Grain> grain = grainAt(at);
    if (grain.isPresent()) {
      Optional<Lexicon.Match> of =
          words.at(at + 1, "of")
              ? lexicon.column(at + 2, column -> column.role() == Role.TIME)
              : Optional.empty();
      String column =
          of.map(match -> Choice.only(words, match).name()).orElseGet(() -> time.at(at));
      words.use(at, of.map(match -> 2 + match.words()).orElse(1));
      addGrain(grain.get(), column);
      return true;
    }
    Optional<Lexicon.Match> column = lexicon.column(at, Lexicon::groups);
    if (column.isPresent()) {
      ColumnRole role = Choice.only(words, column.get());
      words.use(at, column.get().words());
      add(plain(role));
      return true;
    }
    Optional<Lexicon.Match> moment = lexicon.column(at, role -> role.role() == Role.TIME);
    if (moment.isPresent()) {
      ColumnRole role = Choice.only(words, moment.get());
      words.use(at, moment.get().words());
      addGrain(Grain.DAY, role.name());
      return true;
    }
    return false;
  }

  /** A column named without "by", as in "customers by revenue". */
  boolean bare() {
    for (int i = 0; i < words.count(); i++) {
      if (words.free(i) && lexicon.column(i, Lexicon::groups).isPresent()) {
        return group(i);
      }
    }
    return false;
  }

  void addGrain(Grain grain, String column) {
    String name = grain.name().toLowerCase(Locale.ROOT);
    add(new Dimension(name, column, grain));
  }

  private void add(Dimension dimension) {
    if (dimensions.stream().noneMatch(d -> d.name().equals(dimension.name()))) {
      dimensions.add(dimension);
    }
  }

  private static Dimension plain(ColumnRole role) {
    return new Dimension(role.name(), role.name(), null);
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
