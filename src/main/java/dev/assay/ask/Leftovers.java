package dev.assay.ask;

import dev.assay.model.Suggestion;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words of a question that nothing has used: harmless ones, or a reason not to answer. */
final class Leftovers {
  private final Words words;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final String periodColumn;
  private final List<String> partColumns;

  /**
   * {@code periodColumn} is the time column that a period was read for, or null; {@code
   * partColumns} are those of which a part or a value was read.
   */
  Leftovers(
      Words words,
      Vocabulary vocabulary,
      GroupReader groups,
      String periodColumn,
      List<String> partColumns) {
    this.partColumns = List.copyOf(partColumns);
    this.words = words;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.periodColumn = periodColumn;
  }

  void refuse() {
    List<Words.Word> unused = unused();
    if (unused.isEmpty()) {
      return;
    }
    for (Words.Word word : unused) {
      if (Ignored.isUnsupported(word.lower())) {
        throw Reading.Stopped.unclear(words.say("not-yet", word.text(), examples()));
      }
    }
    List<String> choices = new ArrayList<>();
    for (Words.Word word : unused) {
      Suggestion.closest(word.text(), known())
          .filter(_ -> word.lower().length() >= 4 && unused.size() == 1)
          .ifPresent(close ->
              choices.add(
                  words.question().substring(0, word.start())
                      + close
                      + words.question().substring(word.end())));
    }
    String sentence = sentence();
    throw choices.isEmpty()
        ? Reading.Stopped.unclear(sentence + " " + words.say("try", examples()))
        : Reading.Stopped.choice(sentence + " " + words.say("is-this-meant"), choices);
  }

  /** What is not known; empty when everything was used. */
  String sentence() {
    List<String> names = unused().stream().map(word -> "'" + word.text() + "'").distinct().toList();
    if (names.isEmpty()) {
      return "";
    }
    return words.say(
        names.size() == 1 ? "unknown-word" : "unknown-words",
        String.join(", ", names),
        vocabulary.table());
  }

  List<Words.Word> unused() {
    List<Words.Word> unused = new ArrayList<>();
    for (int i = 0; i < words.count(); i++) {
      boolean idle = harmless(words.get(i)) || isDateOfPeriod(i);
      if (words.free(i) && (i == 0 && asksOther(words.get(i)) || !idle)) {
        unused.add(words.get(i));
      }
    }
    return unused;
  }

  /** "with an order date in 2023": the rest of the name of what the period is of. */
  private boolean isDateOfPeriod(int i) {
    return periodColumn != null
        && NameWords.of(periodColumn).contains(words.get(i).lower())
        && (i > 0 && TimeColumn.isHint(words.get(i - 1).text(), periodColumn)
            || i + 1 < words.count() && TimeColumn.isHint(words.get(i + 1).text(), periodColumn));
  }

  /** "when", "where" and "who" ask for something: where nothing has used them, it is not given. */
  private static boolean asksOther(Words.Word word) {
    return word.text()
        .toLowerCase(Locale.ROOT)
        .matches("when|where|who|whose|quando|cuándo|dónde|quién|quem");
  }

  private boolean harmless(Words.Word word) {
    if (word.kind() != Words.Kind.WORD) {
      return false;
    }
    boolean noun =
        RowNames.is(vocabulary, word)
            || vocabulary
                .rowNoun()
                .filter(n ->
                    word.lower().length() > 4
                        && (n.equals(TimeColumn.root(word.lower()))
                            || GroupAmounts.isDone(word.lower(), n)))
                .isPresent();
    boolean row = word.lower().matches("rows?|records?|entries");
    boolean hint =
        periodColumn != null && TimeColumn.isHint(word.text(), periodColumn)
            || groups.dimensions().stream()
                .filter(d -> d.grain() != null || d.part() != null)
                .anyMatch(d -> TimeColumn.isHint(word.text(), d.column()))
            || vocabulary.with(Role.TIME).stream()
                // What has happened to every row tells no row from another.
                .filter(time -> time.column().present() == vocabulary.rows())
                .anyMatch(time -> TimeColumn.isHint(word.text(), time.name()))
            || partColumns.stream().anyMatch(column -> TimeColumn.isHint(word.text(), column));
    boolean source = NameWords.of(vocabulary.source().id()).contains(word.lower());
    return Ignored.isIgnored(word.lower()) || noun || row || hint || source;
  }

  Set<String> known() {
    Set<String> known = new LinkedHashSet<>();
    for (ColumnRole role : vocabulary.roles()) {
      known.add(role.name());
      NameWords.of(role.name()).stream().filter(word -> word.length() >= 4).forEach(known::add);
    }
    known.addAll(vocabulary.values().keySet());
    vocabulary.rowNoun().map(NameWords::plural).ifPresent(known::add);
    known.addAll(
        List.of("revenue", "sales", "average", "month", "quarter", "highest", "lowest", "largest"));
    return known;
  }

  /** Questions that work on this very table. */
  String examples() {
    List<String> examples = new ArrayList<>();
    String rows = vocabulary.rowNoun().map(NameWords::plural).orElse("rows");
    Optional<ColumnRole> amount = vocabulary.with(Role.SUMMABLE).stream().findFirst();
    Optional<ColumnRole> category = vocabulary.with(Role.CATEGORY).stream().findFirst();
    boolean time = !vocabulary.with(Role.TIME).isEmpty();
    examples.add(
        category
            .map(c -> words.say("example.count-by", rows, c.name()))
            .orElse(words.say("example.count", rows)));
    amount.ifPresent(
        a -> examples.add(words.say(time ? "example.total-by-month" : "example.total", a.name())));
    return String.join(" " + words.say("or") + " ", examples);
  }
}
