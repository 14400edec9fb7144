package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads columns of yes and no by their word: "returned orders", "unplanned stops". */
final class FlagReader {
  /** Words that say the contrary of a column of yes and no. */
  private static final Map<String, String> OPPOSITES =
      Map.of(
          "failed", "passed",
          "failing", "passed",
          "inactive", "active",
          "closed", "open",
          "disabled", "enabled",
          "absent", "present",
          "invalid", "valid",
          "offline", "online");

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final ConditionList conditions;
  private final ValueFinder finder;
  private final MissingReader missing;

  FlagReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      ConditionList conditions,
      ValueFinder finder,
      MissingReader missing) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.conditions = conditions;
    this.finder = finder;
    this.missing = missing;
  }

  /** A column of yes and no, named by its word: "returned orders" where there is "is_returned". */
  boolean at(int i) {
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> column.column().kind() == ValueKind.BOOLEAN);
    // "sessions" are rows, and no sessions_3d of theirs.
    boolean rows =
        match.filter(one -> one.words() == 1).isPresent()
            && RowNames.is(vocabulary, words.get(i))
            && NameWords.of(match.get().columns().getFirst().name()).size() > 1;
    if (match.isEmpty() || rows) {
      return opposite(i) || undone(i);
    }
    String column = Choice.only(words, match.get()).name();
    if (conditions.filters().stream().anyMatch(filter -> filter.column().equals(column))) {
      // "not ok with remote" of a remote_ok: it is said once.
      words.use(i, match.get().words());
      return true;
    }
    boolean negated = isOver(i) || Negation.at(words, i);
    conditions.add(column, Comparison.EQUAL, negated ? "false" : "true");
    words.use(i, match.get().words());
    return true;
  }

  /** "Out of warranty", "no longer active"; "out of returned orders" begins with all that were. */
  private boolean isOver(int i) {
    boolean done = words.get(i).lower().matches(".+(ed|en|id)");
    boolean over = words.at(i - 2, "out", "of") && !done || words.at(i - 2, "no", "longer");
    words.use(i - 2, over ? 2 : 0);
    return over;
  }

  /** "failed" where there is a column "passed". */
  private boolean opposite(int i) {
    String other = words.free(i) ? OPPOSITES.get(words.get(i).lower()) : null;
    return other != null && contrary(i, called(other));
  }

  /** "unplanned" where there is a column "planned". */
  private boolean undone(int i) {
    if (!words.free(i) || !words.get(i).lower().matches("un\\p{L}{4,}")) {
      return false;
    }
    String done = words.get(i).lower().substring(2);
    List<ColumnRole> found = called(done);
    if (found.isEmpty() && finder.at(i, 1).isEmpty() && !Negation.at(words, i)) {
      // "unpaid", "undelivered"
      return missing.notYet(i, done, 1);
    }
    return contrary(i, found);
  }

  /** The columns of yes and no that are called by this word alone. */
  private List<ColumnRole> called(String word) {
    return vocabulary.roles().stream()
        .filter(role -> role.column().kind() == ValueKind.BOOLEAN)
        .filter(role ->
            NameWords.of(role.name()).stream()
                .filter(part -> !part.matches("is|was|has"))
                .toList()
                .equals(List.of(word)))
        .toList();
  }

  /** Takes a word for the contrary of the only such column, unless it is a value of the table. */
  private boolean contrary(int i, List<ColumnRole> found) {
    if (found.size() != 1 || !finder.at(i, 1).isEmpty()) {
      return false;
    }
    String value = Boolean.toString(Negation.at(words, i));
    conditions.add(found.getFirst().name(), Comparison.EQUAL, value);
    words.use(i, 1);
    return true;
  }
}
