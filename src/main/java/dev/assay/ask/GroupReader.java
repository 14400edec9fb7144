package dev.assay.ask;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query.Dimension;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a question groups by. */
final class GroupReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final TimeColumn time;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final GroupWords named;
  private final TopReader tops;
  private int perAt = -1;
  private Dimension per;
  private Dimension ofRows;
  private Dimension each;
  private int perWords;
  private boolean ranked;
  private final List<String> within = new ArrayList<>();

  GroupReader(Words words, Lexicon lexicon, Vocabulary vocabulary, TimeColumn time) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.time = time;
    this.named = new GroupWords(words, lexicon, vocabulary, time);
    this.tops = new TopReader(words, lexicon, vocabulary, this);
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  /** The end of the groups that is wanted, if one is. */
  Optional<TopReader.Top> top() {
    return tops.top();
  }

  TopReader tops() {
    return tops;
  }

  /** Whether groups were introduced by "per", which people also say of averages over groups. */
  boolean saysPer() {
    return perAt >= 0;
  }

  /** A group that was named by what a row is called: each row is one; empty where none was. */
  Optional<Dimension> ofRows() {
    return Optional.ofNullable(ofRows);
  }

  /** The group introduced by "per", of which a figure may be an average; empty where none is. */
  Optional<Dimension> per() {
    return Optional.ofNullable(per);
  }

  /** The group introduced by "per", "for each" and the like. */
  Optional<Dimension> each() {
    return Optional.ofNullable(each);
  }

  /** The names of those groups within which the largest are wanted; empty for all together. */
  List<String> within() {
    return within;
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

  /** Whether an amount was named to sort groups by. */
  boolean ranked() {
    return ranked;
  }

  /** "by month and country", "per day", "monthly", "for each status", "over time". */
  void named() {
    for (int i = 0; i < words.count(); i++) {
      if (!words.free(i)) {
        continue;
      }
      Grain adverb = GrainWords.ADVERBS.get(words.get(i).lower());
      if (adverb != null && (isValue(i) || named.isName(i))) {
        continue;
      }
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

  /** "annual billing" where billing is a column that holds 'annual'. */
  private boolean isValue(int i) {
    List<Vocabulary.Value> values =
        vocabulary.values().getOrDefault(words.get(i).text().toLowerCase(Locale.ROOT), List.of());
    for (Vocabulary.Value value : values) {
      List<String> name = NameWords.of(value.column());
      boolean beside =
          i > 0 && name.contains(words.get(i - 1).stem())
              || i + 1 < words.count() && name.contains(words.get(i + 1).stem());
      if (beside) {
        return true;
      }
      tops.warn(words.say("value-too", words.get(i).text(), value.column()));
    }
    return false;
  }

  private void introduced(int i) {
    int length = introduction(i);
    if (length == 0) {
      return;
    }
    boolean saysPer = words.at(i, "per|each|every|for");
    int at = i + length;
    if (top().isPresent() || words.at(i, "by")) {
      // "top 5 customers by revenue": an amount after "by" sorts, it does not group.
      boolean group = named.isTime(at) || lexicon.column(at, Lexicon::groups).isPresent();
      boolean amount = named.isAmount(at);
      if (amount && (top().isPresent() || !group)) {
        words.use(i, 1);
        ranked = true;
        return;
      }
    }
    int from = at;
    boolean topPerGroup =
        top().isPresent() && named.isGroup(at) && !(tops.isBare() && dimensions.isEmpty());
    int before = dimensions.size();
    while (group(at)) {
      if (saysPer) {
        perAt = i;
        perWords = length;
        per = words.at(i, "per") ? dimensions.getLast() : null;
        each = dimensions.getLast();
      }
      if (at < words.count()
          && RowNames.is(vocabulary, words.get(at))
          && named.isOneEach(dimensions.getLast().column())) {
        ofRows = dimensions.getLast();
      }
      while (at < words.count() && !words.free(at)) {
        at++;
      }
      int joint = words.at(at, "and", "by|per") ? 2 : words.at(at, "and") ? 1 : 0;
      if (joint == 0 || !named.isGroup(at + joint)) {
        if (!named.isGroup(at)) {
          break;
        }
        joint = 0;
      }
      words.use(at, joint);
      at += joint;
    }
    if (topPerGroup) {
      dimensions.subList(before, dimensions.size()).forEach(d -> within.add(d.name()));
      if (!saysPer && !words.at(i + 1, "each|every")) {
        tops.warn(words.say("top-within", String.join(", ", within)));
      }
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
    return named.isGroup(at);
  }

  /** Whether a grain or a part of time stands at {@code at}. */
  boolean isTime(int at) {
    return named.isTime(at);
  }

  Optional<Grain> grainAt(int at) {
    return named.grain(at);
  }

  /** Takes one group at {@code at}: a grain or part of time, or a column. */
  boolean group(int at) {
    Optional<DatePart> part = named.part(at);
    if (part.isPresent()) {
      String name = part.get().name().toLowerCase(Locale.ROOT);
      add(new Dimension(name, time.at(at), null, part.get()));
      words.use(at, 1);
      return true;
    }
    Optional<Grain> grain = named.grain(at);
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
    Optional<Lexicon.Match> column = named.column(at);
    if (column.isPresent()) {
      ColumnRole role = Choice.only(words, column.get());
      words.use(at, column.get().words());
      add(plain(role));
      return true;
    }
    Optional<Lexicon.Match> moment = lexicon.column(at, role -> role.role() == Role.TIME);
    if (moment.isPresent()) {
      ColumnRole role = Choice.only(words, moment.get());
      // "by order month", "by order date month"
      int end = at + moment.get().words();
      Optional<Grain> behind = named.grain(end);
      words.use(at, moment.get().words() + (behind.isPresent() ? 1 : 0));
      addGrain(behind.orElse(Grain.DAY), role.name());
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

  void add(Dimension dimension) {
    if (dimensions.stream().noneMatch(d -> d.name().equals(dimension.name()))) {
      dimensions.add(dimension);
    }
  }

  static Dimension plain(ColumnRole role) {
    return new Dimension(role.name(), role.name(), null);
  }
}
