package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of a question: comparisons, named values, values by themselves. */
final class FilterReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final List<Filter> filters = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final ValueFinder finder;
  private final ComparisonReader comparisons;
  private ColumnRole both;
  private String lastColumn;
  private boolean lastNegated;
  private int lastEnd = -1;

  FilterReader(Words words, Lexicon lexicon, Vocabulary vocabulary) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.finder = new ValueFinder(words, vocabulary);
    this.comparisons = new ComparisonReader(words, lexicon, vocabulary, filters);
  }

  void add(Filter filter) {
    filters.add(filter);
  }

  List<Filter> filters() {
    return List.copyOf(filters);
  }

  /** The column of yes and no of which both are compared; empty where none is. */
  Optional<ColumnRole> both() {
    return Optional.ofNullable(both);
  }

  /** Where in the question each filter stands. */
  List<Integer> places() {
    return List.copyOf(places);
  }

  void add(Filter filter, int place) {
    filters.add(filter);
    places.add(place);
  }

  void remove(Filter filter) {
    int at = filters.indexOf(filter);
    filters.remove(at);
    places.remove(at);
  }

  /** Conditions that name their column: "amount over 100", "status is paid", "customer 42". */
  void named() {
    for (int i = 0; i < words.count(); i++) {
      if (words.free(i)
          && !never(i)
          && !nobody(i)
          && !comparisons.at(i)
          && !missing(i)
          && !partly(i)) {
        equality(i);
        present(i);
      }
      while (places.size() < filters.size()) {
        places.add(i);
      }
    }
  }

  /** "name contains 'x'", "email starts with a". */
  private boolean partly(int i) {
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> column.column().kind() == ValueKind.TEXT);
    if (match.isEmpty()) {
      return false;
    }
    int next = i + match.get().words();
    next += words.at(next, "that|which|is|are") ? 1 : 0;
    boolean negated = words.at(next, "does|do|not") && words.at(next + 1, "not|contains");
    boolean contains = words.at(next, "contains|like");
    if (negated || !contains && !words.at(next, "starts-with") || !words.free(next + 1)) {
      return false;
    }
    filters.add(
        new Filter(
            only(match.get()).name(),
            contains ? Comparison.CONTAINS : Comparison.STARTS_WITH,
            List.of(words.get(next + 1).text())));
    words.use(i, next + 2 - i);
    return true;
  }

  /** "never cancelled", "not been delivered yet": the time at which it happens is missing. */
  private boolean never(int i) {
    boolean never = words.at(i, "never");
    if (!never && !words.at(i, "not")) {
      return false;
    }
    int at = i + 1;
    while (words.at(at, "been|be|have|has|was|were|is|are")) {
      at++;
    }
    if (!words.free(at) || !never && !finder.at(at, 1).isEmpty()) {
      return false;
    }
    return notYet(i, words.get(at).text(), at + 1 - i);
  }

  /** Rows to which what a word says has not happened: its time is missing. */
  private boolean notYet(int from, String word, int count) {
    Optional<ColumnRole> time = TimeColumn.ofSome(vocabulary, word);
    time.ifPresent(column -> {
      filters.add(new Filter(column.name(), Comparison.IS_NULL, List.of()));
      words.use(from, count);
    });
    return time.isPresent();
  }

  /** "trips nobody rated": the rating is missing. */
  private boolean nobody(int i) {
    int at = i + 1;
    while (words.at(at, "has|have|had|ever|to|be|was|were|did")) {
      at++;
    }
    if (!words.at(i, "nobody|noone") || !words.free(at)) {
      return false;
    }
    String done = words.get(at).lower();
    List<ColumnRole> found =
        vocabulary.roles().stream()
            .filter(role ->
                NameWords.of(role.name()).stream()
                    .anyMatch(part -> ColumnNames.sameRoot(done, part)))
            .toList();
    if (found.size() != 1) {
      return false;
    }
    ColumnRole column = found.getFirst();
    boolean lacks = column.column().present() < vocabulary.rows();
    if (!lacks && !countsFromZero(column)) {
      return false;
    }
    filters.add(
        lacks
            ? new Filter(column.name(), Comparison.IS_NULL, List.of())
            : new Filter(column.name(), Comparison.EQUAL, List.of("0")));
    words.use(i, at + 1 - i);
    return true;
  }

  private boolean missing(int i) {
    // "checks that left no score", "where no downtime was recorded"
    boolean none =
        i > 0
            && words.at(i, "no")
            && words.language() == Language.ENGLISH
            && lexicon.column(i, _ -> true).isEmpty();
    boolean without = none || words.at(i, "without|missing");
    int at = i + (without ? 1 : 0);
    at += without && words.at(at, "a|an|any|the") ? 1 : 0;
    Optional<Lexicon.Match> match = lexicon.column(at, _ -> true);
    if (match.isEmpty()) {
      return without && words.free(at) && notYet(i, words.get(at).text(), at + 1 - i);
    }
    int end = at + match.get().words();
    boolean lacksOther =
        words.at(end, "is|are", "missing")
            && (words.at(end + 2, "a|an|any|the|their")
                || lexicon.column(end + 2, _ -> true).isPresent());
    if (!without && lacksOther) {
      // "orders are missing a country": the country is missing.
      return false;
    }
    if (without
        && match.get().columns().stream().allMatch(c -> c.column().kind() == ValueKind.BOOLEAN)
        && words.at(i - 2, "with", "and|or|versus")) {
      // "with and without a guide": both, each by itself.
      both = only(match.get());
      words.use(i - 2, end + 2 - i);
      return true;
    }
    if (without
        && match.get().columns().stream().allMatch(c -> c.column().kind() == ValueKind.BOOLEAN)) {
      return lacking(match.get(), i, end - i);
    }
    if (without && match.get().columns().stream().allMatch(this::countsFromZero)) {
      filters.add(new Filter(only(match.get()).name(), Comparison.EQUAL, List.of("0")));
      words.use(i, end - i);
      return true;
    }
    if (without) {
      return add(match.get(), Comparison.IS_NULL, i, end - i);
    }
    if (words.at(end, "is|are", "not", "missing|empty|null|blank")) {
      return add(match.get(), Comparison.IS_NOT_NULL, i, end + 3 - i);
    }
    return words.at(end, "is|are", "missing|empty|null|blank")
        && add(match.get(), Comparison.IS_NULL, i, end + 2 - i);
  }

  /** "with a coupon", "have a trainer": rows of which not all name one. */
  private void present(int i) {
    if (!words.at(i, "with|have|has|had|having|carry|carries|carrying")) {
      return;
    }
    int at = i + 1 + (words.at(i + 1, "a|an|any|the|some") ? 1 : 0);
    Optional<Lexicon.Match> match =
        lexicon.column(
            at,
            column ->
                (!column.isMeasure() || at > i + 1)
                    && column.column().kind() != ValueKind.BOOLEAN
                    && column.column().present() < vocabulary.rows());
    if (match.isEmpty() || !finder.at(at, match.get().words()).isEmpty()) {
      return;
    }
    int end = at + match.get().words();
    boolean compared = words.at(end, "is|are|=|of|not|over|under|more|less|between|contains");
    boolean ends =
        end == words.count()
            || !words.free(end)
            || words.at(end, "by|per|in|for|and|from|with|during|did|do|does");
    if (!compared && ends) {
      add(match.get(), Comparison.IS_NOT_NULL, i, end - i);
    }
  }

  /** A figure that every row has and that is zero in some: these are without what it counts. */
  private boolean countsFromZero(ColumnRole column) {
    return column.column().kind().isNumeric()
        && column.role() != ColumnRole.Role.IDENTIFIER
        && column.column().present() == vocabulary.rows()
        && column.column().min() != null
        && column.column().min().matches("0+(\\.0+)?");
  }

  /** "without overtime" where a column says yes or no: those that say no. */
  private boolean lacking(Lexicon.Match match, int at, int count) {
    ColumnRole column = only(match);
    if (column.column().present() < vocabulary.rows()) {
      throw Reading.Stopped.choice(
          words.say("no-or-missing", column.name()),
          List.of(
              words.replaced(at, count, words.say("word.with") + " " + column.name() + " = false"),
              words.replaced(at, count, column.name() + " is missing")));
    }
    filters.add(new Filter(column.name(), Comparison.EQUAL, List.of("false")));
    words.use(at, count);
    return true;
  }

  private boolean add(Lexicon.Match match, Comparison comparison, int at, int count) {
    filters.add(new Filter(only(match).name(), comparison, List.of()));
    words.use(at, count);
    return true;
  }

  private void equality(int i) {
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> Lexicon.groups(column) || column.isMeasure());
    if (match.isEmpty()) {
      return;
    }
    int next = i + match.get().words();
    int sign = words.at(next, "is|are|=|equals|equal|was|were") ? 1 : 0;
    sign += words.at(next + sign, "to") ? 1 : 0;
    boolean before = sign == 0 && negatedBefore(i);
    boolean negated = words.at(next + sign, "not|!=|<>");
    int at = next + sign + (negated ? 1 : 0);
    boolean said = sign > 0 || negated;
    if (!words.free(at)) {
      return;
    }
    List<ColumnRole> columns = match.get().columns();
    Words.Word word = words.get(at);
    boolean numeric = columns.getFirst().column().kind().isNumeric();
    if (numeric && word.kind() == Words.Kind.NUMBER) {
      boolean likeYear = word.text().matches("(19|20)\\d\\d");
      if (!said && (columns.getFirst().isMeasure() || likeYear)) {
        return;
      }
      filters.add(
          new Filter(
              only(match.get()).name(),
              negated ? Comparison.NOT_EQUAL : Comparison.EQUAL,
              List.of(word.text())));
      words.use(i, at + 1 - i);
      return;
    }
    if (said && columns.getFirst().column().kind() == ValueKind.BOOLEAN) {
      truth(match.get(), i, at, negated);
      return;
    }
    for (ColumnRole column : columns) {
      if (before && value(column.name(), i, at, true)) {
        boolean _ = negation(i);
        return;
      }
      if (value(column.name(), i, at, negated) || quoted(column, word, i, at, negated, said)) {
        return;
      }
    }
  }

  /** "alarm is true". */
  private void truth(Lexicon.Match match, int from, int at, boolean negated) {
    boolean yes = words.at(at, "true|yes");
    if (yes || words.at(at, "false|no")) {
      filters.add(
          new Filter(
              only(match).name(), Comparison.EQUAL, List.of(Boolean.toString(yes != negated))));
      words.use(from, at + 1 - from);
    }
  }

  /** "without the store 'Centre'". */
  private boolean negatedBefore(int i) {
    int at = i - 1;
    while (words.at(at, "the|to|a|of|in|from")) {
      at--;
    }
    return words.at(at, "excluding|except|without");
  }

  /** A value of this very column after its name. */
  private boolean value(String column, int from, int at, boolean negated) {
    Optional<ValueFinder.Found> found = finder.of(column, at);
    found.ifPresent(values -> {
      merge(column, values.texts(), negated);
      words.use(from, at + values.words() - from);
      lastColumn = column;
      lastNegated = negated;
      lastEnd = at + values.words();
    });
    return found.isPresent();
  }

  /** A quoted value, or one after "is", of a column with too many values to know them. */
  private boolean quoted(
      ColumnRole column, Words.Word word, int from, int at, boolean negated, boolean said) {
    boolean text = column.column().kind() == ValueKind.TEXT;
    boolean listed =
        vocabulary.values().values().stream()
            .anyMatch(values -> values.stream().anyMatch(v -> v.column().equals(column.name())));
    // "sessions are there", "sessions are new": of rows more is said than what their key is.
    boolean rows = at > 0 && RowNames.is(vocabulary, words.get(from));
    boolean key = !rows || word.text().matches(".*\\d.*");
    if (text && (word.kind() == Words.Kind.QUOTED || said && !listed && key)) {
      merge(column.name(), Set.of(word.text()), negated);
      words.use(from, at + 1 - from);
      return true;
    }
    return false;
  }

  /** Values that stand by themselves: "paid orders", "in Germany and France", "not cancelled". */
  void bare() {
    for (int i = 0; i < words.count(); i++) {
      while (places.size() < filters.size()) {
        places.add(i - 1);
      }
      if (!words.free(i) || flag(i)) {
        continue;
      }
      for (int length = ValueFinder.LONGEST; length > 0; length--) {
        List<Vocabulary.Value> found = finder.at(i, length);
        if (!found.isEmpty() && !tooCommon(i, length, found) && !hintsTime(i, length, found)) {
          take(i, length, found);
          break;
        }
      }
    }
    while (places.size() < filters.size()) {
      places.add(words.count());
    }
  }

  private void take(int i, int length, List<Vocabulary.Value> found) {
    Set<String> columns = new LinkedHashSet<>();
    found.forEach(value -> columns.add(value.column()));
    Optional<String> side = columns.size() > 1 ? Sides.of(words, i, columns) : Optional.empty();
    if (side.isPresent()) {
      columns.retainAll(Set.of(side.get()));
      words.use(i - 1, 1);
    }
    Optional<String> near = columns.size() > 1 ? nearest(i, columns) : Optional.empty();
    near.ifPresent(one -> columns.retainAll(Set.of(one)));
    if (columns.size() > 1) {
      String text = words.phrase(i, length);
      throw Reading.Stopped.choice(
          words.say("several-values", text, String.join(" " + words.say("and") + " ", columns)),
          columns.stream().map(column -> words.replaced(i, length, named(column, text))).toList());
    }
    String column = columns.iterator().next();
    boolean joined = words.at(i - 1, "and|or|nor") && lastEnd == i - 1 || lastEnd == i;
    boolean carriedOn = joined && column.equals(lastColumn);
    // "excluding Germany and France" excludes both.
    boolean negated = negation(i) || carriedOn && lastNegated;
    List<Vocabulary.Value> meant =
        found.stream().filter(value -> value.column().equals(column)).toList();
    if (carriedOn && words.at(i - 1, "or|nor")) {
      words.use(i - 1, 1);
    }
    merge(column, ValueFinder.texts(meant), negated);
    words.use(i, length);
    lastColumn = column;
    lastNegated = negated;
    lastEnd = i + length;
    // "the engineering department": the column's own name behind its value says nothing more.
    lexicon
        .column(lastEnd, role -> role.name().equals(column))
        .ifPresent(match -> words.use(lastEnd, match.words()));
  }

  /** "returned in Porto": of the columns that hold a value, the one that a word before it tells. */
  private Optional<String> nearest(int i, Set<String> columns) {
    for (int at = i - 1; at >= Math.max(0, i - 3); at--) {
      String word = words.get(at).lower();
      List<String> told =
          columns.stream()
              .filter(column ->
                  NameWords.of(column).stream().anyMatch(part -> Prefix.shared(word, part) >= 5))
              .toList();
      if (told.size() == 1) {
        words.use(at, words.free(at) && !words.at(at, "from|to") ? 1 : 0);
        return Optional.of(told.getFirst());
      }
    }
    return Optional.empty();
  }

  private String named(String column, String text) {
    String plain = text.replaceAll("^['\"“‘]|['\"”’]$", "");
    return words.say("word.with") + " " + column + " '" + plain + "'";
  }

  /** A column of yes and no, named by its word: "returned orders" where there is "is_returned". */
  private boolean flag(int i) {
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> column.column().kind() == ValueKind.BOOLEAN);
    // "sessions" are rows, and no sessions_3d of theirs.
    boolean rows =
        match.filter(one -> one.words() == 1).isPresent()
            && RowNames.is(vocabulary, words.get(i))
            && NameWords.of(match.get().columns().getFirst().name()).size() > 1;
    if (match.isEmpty() || rows) {
      return undone(i);
    }
    String column = only(match.get()).name();
    if (filters.stream().anyMatch(filter -> filter.column().equals(column))) {
      // "not ok with remote" of a remote_ok: it is said once.
      words.use(i, match.get().words());
      return true;
    }
    boolean negated = negation(i);
    filters.add(new Filter(column, Comparison.EQUAL, List.of(negated ? "false" : "true")));
    words.use(i, match.get().words());
    return true;
  }

  /** "unplanned" where there is a column "planned". */
  private boolean undone(int i) {
    if (!words.free(i) || !words.get(i).lower().matches("un\\p{L}{4,}")) {
      return false;
    }
    String done = words.get(i).lower().substring(2);
    List<ColumnRole> found =
        vocabulary.roles().stream()
            .filter(role -> role.column().kind() == ValueKind.BOOLEAN)
            .filter(role ->
                NameWords.of(role.name()).stream()
                    .filter(part -> !part.matches("is|was|has"))
                    .toList()
                    .equals(List.of(done)))
            .toList();
    if (found.isEmpty() && finder.at(i, 1).isEmpty() && !negation(i)) {
      // "unpaid", "undelivered"
      return notYet(i, done, 1);
    }
    if (found.size() != 1 || !finder.at(i, 1).isEmpty()) {
      return false;
    }
    String value = Boolean.toString(negation(i));
    filters.add(new Filter(found.getFirst().name(), Comparison.EQUAL, List.of(value)));
    words.use(i, 1);
    return true;
  }

  private boolean negation(int i) {
    int at = i - 1;
    while (words.at(at, "in|from|the|of|for|by|with|those|ones|to|is|are|were")
        || words.free(at) && i - at < 5 && Ignored.isVerb(words.get(at).lower())) {
      at--;
    }
    boolean said = words.at(at, "not|excluding|except|without|non");
    // "not in Germany" means Germany; "not cancelled orders in Germany" does not.
    if (said) {
      words.use(at, i - at);
    }
    return said;
  }

  /** Several values of one column mean any of them. */
  private void merge(String column, Set<String> values, boolean negated) {
    if (negated) {
      values.forEach(
          value -> filters.add(new Filter(column, Comparison.NOT_EQUAL, List.of(value))));
      return;
    }
    for (int i = 0; i < filters.size(); i++) {
      Filter other = filters.get(i);
      boolean same = other.comparison() == Comparison.EQUAL || other.comparison() == Comparison.IN;
      if (other.column().equals(column) && same) {
        Set<String> all = new LinkedHashSet<>(other.values());
        all.addAll(values);
        filters.set(i, new Filter(column, Comparison.IN, List.copyOf(all)));
        return;
      }
    }
    filters.add(
        new Filter(
            column, values.size() == 1 ? Comparison.EQUAL : Comparison.IN, List.copyOf(values)));
  }

  /** "abertos em 2024" says which time is meant, even where 'open' is a value. */
  private boolean hintsTime(int at, int length, List<Vocabulary.Value> found) {
    String word = words.get(at).text();
    return length == 1
        && found.stream().noneMatch(value -> value.text().equalsIgnoreCase(word))
        && vocabulary.with(ColumnRole.Role.TIME).stream()
            .anyMatch(column -> TimeColumn.isHint(word, column.name()));
  }

  /** "in" may be India and "or" Oregon, but only as the table writes them. */
  private boolean tooCommon(int at, int length, List<Vocabulary.Value> found) {
    Words.Word word = words.get(at);
    if (length == 1
        && RowNames.isPeople(word)
        && at > 0
        && words.get(at - 1).lower().matches("how|many|of|the|number")) {
      // "how many people" counts people, whatever department is called so.
      return true;
    }
    boolean common =
        length == 1
            && word.kind() != Words.Kind.QUOTED
            && (word.lower().length() <= 2
                || Ignored.isIgnored(word.lower())
                || word.kind() == Words.Kind.NUMBER);
    return common
        && (found.stream().noneMatch(value -> value.text().equals(word.text()))
            || word.text().equals(word.lower())
            || word.start() == 0);
  }

  private ColumnRole only(Lexicon.Match match) {
    return Choice.only(words, match);
  }
}
