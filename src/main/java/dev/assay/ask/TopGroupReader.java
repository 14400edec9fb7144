package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Optional;

/**
 * Reads whose figure is the highest, in the singular: "which country has the most", "our best
 * month".
 */
final class TopGroupReader {
  private static final String SIZES = "highest|largest|biggest|greatest|lowest|smallest";

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final TopReader tops;

  TopGroupReader(
      Words words, Lexicon lexicon, Vocabulary vocabulary, GroupReader groups, TopReader tops) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.tops = tops;
  }

  /** "which country has the highest …", "customer with the most …". */
  void read() {
    for (int i = 0; i < words.count() && tops.top().isEmpty(); i++) {
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
      if (words.at(end, TopReader.MUCH) && words.at(end - 1, "used|chosen|seen|picked")) {
        // "which code is used most": by as many rows.
        tops.setCounts();
        words.use(end - 1, 1);
      }
      boolean alone = !words.free(end + 1) || words.at(end + 1, "in|last|this|on|during|by|at|for");
      if (who && length == 0 && alone && people(i).isEmpty()) {
        // "who deployed the most": whose rows are most.
        tops.setCounts();
      }
      if (who) {
        groups.add(GroupReader.plain(Choice.only(words, column.get())));
        words.use(i, 1);
      } else {
        groups.group(at);
      }
      for (int verb = at + length; verb < end && end - at - length <= 2; verb++) {
        // "which agent issued the most fines": what is most says all that there is to say.
        if (words.free(verb) && words.at(end, TopReader.MUCH) && isPlain(verb)) {
          words.use(verb, 1);
        }
      }
      tops.set(one(words.at(end, TopReader.MOST)));
      tops.saidAt(end, words.at(end, SIZES), words.at(end, TopReader.MUCH));
      words.use(end, 1);
      if (many) {
        tops.warn(words.say("only-first"));
      }
    }
  }

  /** "our best month by revenue": one group, named in the singular. */
  private boolean best(int i) {
    if (words.at(i, "busiest")) {
      return busiest(i);
    }
    if (words.at(i, "most|least", "common|frequent") && groups.isGroup(i + 2)) {
      return byRows(words.at(i, "most"), i, 2, i + 2);
    }
    if (!words.at(i, TopReader.ENDS) || words.at(i - 1, "at") || !groups.isGroup(i + 1)) {
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
    tops.set(one(words.at(i, TopReader.MOST)));
    words.use(i, 1);
    groups.group(i + 1);
    return true;
  }

  /** "the busiest month", "which garage is the busiest". */
  private boolean busiest(int i) {
    if (groups.isGroup(i + 1)) {
      return byRows(true, i, 1, i + 1);
    }
    Optional<Integer> before = words.at(0, "which|what") ? tops.groupBefore(i) : Optional.empty();
    return before.filter(group -> byRows(true, i, 1, group)).isPresent();
  }

  /** The group with the most or the fewest rows. */
  private boolean byRows(boolean most, int i, int count, int group) {
    tops.set(one(most));
    tops.setCounts();
    words.use(i, count);
    groups.group(group);
    return true;
  }

  private static TopReader.Top one(boolean most) {
    return new TopReader.Top(1, most, 0);
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
      if (words.at(i, TopReader.ENDS)) {
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
}
