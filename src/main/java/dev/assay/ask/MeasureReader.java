package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Reads what a question wants computed. */
final class MeasureReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;
  private final CountReader counts;
  private final List<String> warnings = new ArrayList<>();
  private final RatioReader ratios;
  private final OverGroups over;
  private final NamedReader named;
  private final BooleanSupplier filtersAmount;

  /** Rows that are amounts themselves to those who ask. */
  private static final List<String> MONEY_ROWS =
      List.of("expense", "sale", "cost", "despesa", "gasto", "venta", "venda");

  /** Rows that are counted, and yet are amounts as well. */
  private static final Set<String> PAID_ROWS =
      Set.of("payment", "donation", "pagamento", "doacao", "pago", "donacion");

  /** What is added up over time without being told to. */
  private static final Set<String> FLOWS =
      Set.of("revenue", "sales", "income", "turnover", "total", "units", "quantity", "spend");

  private static final String MOST_AND_LEAST = TopReader.MOST + "|" + TopReader.LEAST;

  MeasureReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures,
      RatioReader ratios,
      OverGroups over,
      NamedReader named,
      BooleanSupplier filtersAmount) {
    this.filtersAmount = filtersAmount;
    this.named = named;
    this.over = over;
    this.words = words;
    this.ratios = ratios;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
    this.counts = new CountReader(words, lexicon, vocabulary, measures);
  }

  List<Measure> measures() {
    return measures.measures();
  }

  List<String> interpretation() {
    return measures.interpretation();
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>(this.warnings);
    warnings.addAll(counts.warnings());
    return warnings;
  }

  void read() {
    onAverage();
    for (int i = 0; i < words.count(); i++) {
      if (words.free(i) && !Lexicon.isVerb(words.get(i).lower())) {
        boolean _ =
            named.at(i)
                || moment(i)
                || counts.count(i)
                || counts.different(i)
                || aggregate(i)
                || amount(i);
      }
    }
    for (int i = 0; i < words.count() && measures.measures().isEmpty(); i++) {
      if (words.at(i, "how", "much") && paid().isPresent()) {
        // "how much was paid by each city"
        int rows = words.at(i + 2, "is|was|were|did|do|we|has|been") ? i + 3 : i + 2;
        measures.add(words.phrase(i, 2), Aggregate.SUM, paid().get().name());
        words.use(i, 2);
        words.use(rows, words.free(rows) && measures.isRow(rows) ? 1 : 0);
      }
    }
    for (int i = 0; i < words.count() && measures.measures().isEmpty(); i++) {
      if (words.free(i) && Lexicon.isVerb(words.get(i).lower())) {
        boolean _ = amount(i);
      }
    }
    for (int i = 0; i < words.count(); i++) {
      boolean joined = words.at(i - 1, "and") || words.at(i + 1, "and") || groups.top().isPresent();
      if (words.free(i)
          && measures.isRow(i)
          && (measures.measures().isEmpty() || joined && !saysCount())) {
        if (measures.measures().isEmpty() || words.at(i - 1, "and") || words.at(i + 1, "and")) {
          refuseText(i);
          refuseMoney(i);
          // "how much did we refund" is no number of refunds.
          Choice.refuseHowMuch(words, vocabulary.with(Role.SUMMABLE));
          measures.add(measures.phrase(i, 1), Aggregate.COUNT_ROWS, null);
          words.use(i, 1);
        }
      }
    }
  }

  /** "how many orders per customer on average": the word for how stands at the end. */
  private void onAverage() {
    int last = words.count() - 1;
    if (!words.at(last, "average")) {
      return;
    }
    int said = words.at(last - 1, "on|in") ? last - 1 : last;
    boolean counts = words.at(0, "how", "many") && measures.isRow(2);
    if (counts && over.saysEach() && over.average(measures.of(Aggregate.COUNT_ROWS, null))) {
      words.use(0, 3);
      words.use(said, last + 1 - said);
      return;
    }
    for (int i = 0; i < said; i++) {
      Optional<Lexicon.Match> amount = lexicon.measure(i);
      boolean bare = i == 0 || aggregateAt(i - 1) == null;
      if (amount.isPresent() && bare) {
        take(i, Aggregate.AVG, amount.get());
        words.use(said, last + 1 - said);
        return;
      }
    }
  }

  /** "highest price": where price is text it is no number of rows, whatever the table is called. */
  private void refuseText(int i) {
    String word = words.get(i).lower();
    for (ColumnRole role : vocabulary.roles()) {
      if (role.name().equals(word) && role.column().kind() == ValueKind.TEXT) {
        throw Reading.Stopped.unclear(words.say("holds-texts", role.name(), vocabulary.table()));
      }
    }
  }

  /** "expenses by month": how many, or how much? */
  private void refuseMoney(int i) {
    List<ColumnRole> amounts = vocabulary.with(Role.SUMMABLE);
    boolean money =
        MONEY_ROWS.stream().anyMatch(noun -> vocabulary.rowNoun().filter(noun::equals).isPresent());
    boolean byAmount = filtersAmount.getAsBoolean();
    if (isPaid() && !amounts.isEmpty() && !byAmount && !RowNames.isPlainRow(words.get(i))) {
      warnings.add(words.say("rows-not-amounts", words.phrase(i, 1), amounts.getFirst().name()));
    }
    if (!money || amounts.isEmpty() || byAmount || RowNames.isPlainRow(words.get(i))) {
      return;
    }
    String noun = words.phrase(i, 1);
    List<String> choices = new ArrayList<>();
    choices.add(words.replaced(i, 1, words.say("word.number-of") + " " + noun));
    amounts.forEach(
        amount -> choices.add(words.replaced(i, 1, words.say("word.total") + " " + amount.name())));
    throw Reading.Stopped.choice(words.say("rows-or-amount", noun), choices);
  }

  private boolean isPaid() {
    return arePaid(vocabulary);
  }

  /** Whether rows are payments and the like. */
  static boolean arePaid(Vocabulary vocabulary) {
    return vocabulary.rowNoun().filter(PAID_ROWS::contains).isPresent();
  }

  /** The money of a payment itself, beside which fees and the like are parts; or empty. */
  private Optional<ColumnRole> paid() {
    List<ColumnRole> amounts =
        vocabulary.with(Role.SUMMABLE).stream()
            .filter(column -> !Lexicon.isPart(column.name()))
            .toList();
    return isPaid() && amounts.size() == 1 ? Optional.of(amounts.getFirst()) : Optional.empty();
  }

  private boolean saysCount() {
    return measures.measures().stream()
        .anyMatch(measure -> measure.aggregate() == Aggregate.COUNT_ROWS);
  }

  /** "when was the first order", "latest order_date". */
  private boolean moment(int i) {
    int date = words.find("date");
    boolean when = words.at(0, "when") || date >= 0 && date < i && words.free(date);
    boolean first = words.at(i, "first|earliest|oldest");
    boolean last = words.at(i, "last|latest|newest") || words.at(i, "most", "recent");
    if (!first && !last) {
      return false;
    }
    int at = i + (words.at(i, "most") ? 2 : 1);
    Optional<Lexicon.Match> column = lexicon.column(at, c -> c.role() == Role.TIME);
    boolean named = column.isPresent() && (column.get().words() > 1 || !measures.isRow(at));
    if (!named && !when || vocabulary.with(Role.TIME).isEmpty()) {
      return false;
    }
    String time =
        named ? Choice.only(words, column.get()).name() : new TimeColumn(words, vocabulary).at(i);
    measures.add(first ? "first" : "last", first ? Aggregate.MIN : Aggregate.MAX, time);
    words.use(i, at - i + (named ? column.get().words() : 0));
    if (words.at(0, "when") || date >= 0 && when) {
      words.use(words.at(0, "when") ? 0 : date, 1);
    }
    return true;
  }

  private boolean aggregate(int i) {
    Aggregate aggregate = aggregateAt(i);
    if (aggregate == null) {
      return false;
    }
    int at = i + 1;
    at += words.at(at, "of") ? 1 : 0;
    at += words.at(at, "the|a") ? 1 : 0;
    if (aggregate == Aggregate.AVG && averageOfEach(i, at)) {
      return true;
    }
    if (measures.isRow(at) && !measureNear(at)) {
      refuseText(at);
      boolean ends = at + 1 == words.count() || !words.at(at + 1, "count|number|by|per");
      if (aggregate != Aggregate.SUM && paid().isPresent() && groups.top().isEmpty() && ends) {
        // "the biggest payment", "average donation"
        measures.add(measures.phrase(i, at + 1 - i), aggregate, paid().get().name());
        words.use(i, at + 1 - i);
        return true;
      }
    }
    int figure = at + 2;
    if (aggregate != Aggregate.SUM
        && words.at(at, "number|count", "of")
        && !measures.isRow(figure)) {
      Optional<Lexicon.Match> numbers =
          lexicon
              .measure(figure)
              .or(() -> lexicon.column(figure, MeasureReader::isNumberedCategory));
      if (numbers.isPresent()) {
        // "average number of nights": the nights are the number.
        take(i, aggregate, numbers.get());
        return true;
      }
    }
    if (aggregate == Aggregate.AVG
        && (measures.isRow(at) && !measureNear(at)
            || words.at(at, "number|count")
            || words.at(at, "how", "many"))) {
      return averageCount(i, at);
    }
    if (words.at(i + 1, "and") && aggregateAt(i + 2) != null) {
      Optional<Lexicon.Match> both = lexicon.measure(i + 3);
      if (both.isPresent()) {
        // "minimum and maximum salary"
        Aggregate second = aggregateAt(i + 2);
        String column = Choice.only(words, both.get()).name();
        measures.add(words.phrase(i, 1) + " " + column, aggregate, column);
        measures.add(words.phrase(i + 2, 1 + both.get().words()), second, column);
        words.use(i, 3 + both.get().words());
        return true;
      }
    }
    Optional<Lexicon.Match> code =
        lexicon.measure(at).isPresent() || measures.isRow(at)
            ? Optional.empty()
            : lexicon.column(at, MeasureReader::isNumberedCategory);
    if (code.isPresent()) {
      // A score from 1 to 5 sorts rows into groups, and can be averaged where that is asked for.
      measures.add(
          measures.phrase(i, at + code.get().words() - i),
          aggregate,
          Choice.only(words, code.get()).name());
      words.use(i, at + code.get().words() - i);
      return true;
    }
    refuseIdentifiers(at, aggregate);
    for (int next = at; next <= Math.min(at + 1, words.count() - 1); next++) {
      Optional<Lexicon.Match> match = lexicon.measure(next);
      if (match.isPresent()) {
        take(i, aggregate, match.get());
        return true;
      }
      if (!measures.isRow(next)) {
        break;
      }
    }
    if (aggregate == Aggregate.SUM
        && (measures.isRow(at) || lexicon.column(at, Lexicon::groups).isPresent())) {
      words.use(i, 1);
      return counts.target(at, i - 1) || counts.count(at);
    }
    // "total by country": clear only where there is one amount.
    Optional<Lexicon.Match> own = lexicon.measure(i);
    if (own.isPresent()) {
      return amount(i);
    }
    return onlyAmount(i, aggregate);
  }

  private boolean onlyAmount(int i, Aggregate aggregate) {
    int next = i + 1;
    next += words.at(next, "of") ? 1 : 0;
    next += words.at(next, "the") ? 1 : 0;
    if (next < words.count() && !endsPhrase(next)) {
      // "average of exams" is of exams, whatever those are.
      return false;
    }
    List<ColumnRole> amounts =
        vocabulary.roles().stream()
            .filter(c -> c.role() == Role.SUMMABLE || aggregate != Aggregate.SUM && c.isMeasure())
            .toList();
    if (amounts.isEmpty()) {
      return false;
    }
    if (amounts.size() > 1 || !endsPhrase(i + 1)) {
      if (!endsPhrase(i + 1)) {
        return false;
      }
      throw Reading.Stopped.choice(
          words.say("of-what", words.get(i).text()),
          amounts.stream()
              .map(amount -> words.replaced(i, 1, words.get(i).text() + " " + amount.name()))
              .toList());
    }
    measures.add(words.get(i).lower(), aggregate, amounts.getFirst().name());
    words.use(i, 1);
    return true;
  }

  /** "average daily revenue", "average total cost per month": each period has its own figure. */
  private boolean averageOfEach(int i, int at) {
    boolean daily =
        at < words.count()
            && !words.free(at)
            && GrainWords.ADVERBS.containsKey(words.get(at).lower());
    int from = daily ? at + 1 : at;
    boolean total = words.at(from, "total");
    from += total ? 1 : 0;
    boolean number = words.at(from, "number|count", "of");
    from += number ? 2 : 0;
    from += words.at(from, "of") ? 1 : 0;
    if (!daily && !(total && groups.each().isPresent())) {
      return false;
    }
    if (measures.isRow(from) && lexicon.measure(from).isEmpty()) {
      if (!over.average(measures.of(Aggregate.COUNT_ROWS, null))) {
        return false;
      }
      words.use(i, from + 1 - i);
      return true;
    }
    Optional<Lexicon.Match> amount = number ? Optional.empty() : lexicon.measure(from);
    if (amount.isEmpty() || amount.get().columns().getFirst().role() != Role.SUMMABLE) {
      return false;
    }
    String column = Choice.only(words, amount.get()).name();
    if (!over.average(measures.of(Aggregate.SUM, column))) {
      return false;
    }
    words.use(i, from + amount.get().words() - i);
    return true;
  }

  /** "average number of orders per customer" is the number of orders by that of customers. */
  private boolean averageCount(int i, int at) {
    int end = at;
    while (words.at(end, "number|count|of|how|many|the") || measures.isRow(end)) {
      end++;
    }
    boolean read =
        measures.isRow(end - 1)
            && (ratios.perEntity(Aggregate.COUNT_ROWS, null)
                || over.saysEach() && over.average(measures.of(Aggregate.COUNT_ROWS, null)));
    if (!read) {
      throw Reading.Stopped.unclear(
          words.say(
              "average-of-counts",
              vocabulary.rowNoun().map(NameWords::plural).orElse(words.say("word.rows"))));
    }
    words.use(i, end - i);
    return true;
  }

  /** "average revenue per customer" is the revenue by the number of customers. */
  private boolean perEntity(int i, Lexicon.Match match) {
    boolean ofRows =
        vocabulary.rowNoun().isPresent()
            && java.util.stream.IntStream.range(i, match.at() + match.words())
                .anyMatch(measures::isRow);
    if (ofRows || !ratios.perEntity(Aggregate.SUM, match.columns().getFirst().name())) {
      return false;
    }
    words.use(i, match.at() + match.words() - i);
    return true;
  }

  private boolean isPerson(String column) {
    return NameWords.of(column).stream()
        .anyMatch(word -> NameWords.isPerson(word) || Concepts.same(word, "customer"));
  }

  private static boolean isNumberedCategory(ColumnRole column) {
    return column.role() == Role.CATEGORY && column.column().kind().isNumeric();
  }

  private boolean endsPhrase(int i) {
    return !words.free(i) || Ignored.isIgnored(words.get(i).lower());
  }

  private void take(int i, Aggregate aggregate, Lexicon.Match match) {
    ColumnRole column = Choice.only(words, match);
    if (aggregate == Aggregate.AVG && column.role() == Role.SUMMABLE && perEntity(i, match)) {
      return;
    }
    boolean per = aggregate == Aggregate.AVG && column.role() == Role.SUMMABLE && groups.saysPer();
    if (per && groups.dimensions().stream().allMatch(this::sortsRows)) {
      warnings.add(words.say("average-of-rows"));
    } else if (per) {
      String by = String.join(" and ", groups.dimensions().stream().map(d -> d.name()).toList());
      throw Reading.Stopped.choice(
          words.say("average-per", by),
          List.of(
              groups.sayingBy(),
              groups
                  .sayingBy()
                  .replaceFirst(
                      "(?iu)\\b"
                          + Pattern.quote(words.get(i).text())
                          + "(\\s+(of|de))?(?![\\p{L}])",
                      words.say("word.total"))));
    }
    if (aggregate == Aggregate.SUM && column.role() == Role.AVERAGED) {
      warnings.add(words.say("sum-of-averaged", column.name()));
    }
    warnings.addAll(NetOrGross.caveat(words, vocabulary, match.at(), match.words(), column));
    measures.add(measures.phrase(i, match.at() + match.words() - i), aggregate, column.name());
    words.use(i, match.at() + match.words() - i);
  }

  private void refuseIdentifiers(int at, Aggregate aggregate) {
    boolean adds = aggregate == Aggregate.SUM || aggregate == Aggregate.AVG;
    if (!adds || lexicon.measure(at).isPresent() || measures.isRow(at)) {
      return;
    }
    Optional<Lexicon.Match> id =
        lexicon.column(
            at,
            c -> !c.isMeasure() && (c.column().kind().isNumeric() || c.role() == Role.IDENTIFIER));
    boolean counted =
        aggregate == Aggregate.SUM
            && words.free(at)
            && !words.get(at).lower().equals(words.get(at).stem());
    if (id.isPresent() && !counted) {
      throw Reading.Stopped.unclear(
          words.say("names-things", id.get().columns().getFirst().name()));
    }
  }

  /** An amount without a word for how: summed where that means something, else averaged. */
  private boolean amount(int i) {
    Aggregate inside = words.language() == Language.ENGLISH ? null : aggregateAt(i + 1);
    Optional<Lexicon.Match> around = inside == null ? Optional.empty() : lexicon.measureAround(i);
    if (around.isPresent()) {
      take(i, inside, around.get());
      return true;
    }
    Optional<Lexicon.Match> match = lexicon.measure(i).filter(one -> !isValueBefore(one));
    if (match.isEmpty() && groups.tops().isMost(i)) {
      match = lexicon.column(i, MeasureReader::isNumberedCategory);
    }
    if (match.isEmpty() && words.language() != Language.ENGLISH) {
      match =
          lexicon
              .column(i, MeasureReader::isNumberedCategory)
              .filter(code -> aggregateAt(i + code.words()) != null);
    }
    boolean things = false;
    if (match.isEmpty() && !words.at(i - 1, "by|per|with|without")) {
      match = lexicon.column(i, CountReader::countsThings).filter(this::saysThings);
      things = match.isPresent();
    }
    if (match.isEmpty()) {
      return false;
    }
    if (match.get().words() == 1 && measures.isRow(i) && isPartOf(i, match.get())) {
      return rowsOrAmount(i, match.get());
    }
    ColumnRole column = Choice.only(words, match.get());
    int end = i + match.get().words();
    Aggregate behind = aggregateAt(end);
    if (behind == Aggregate.AVG
        && words.language() != Language.ENGLISH
        && column.role() == Role.SUMMABLE
        && groups.each().isEmpty()
        && groups.dimensions().size() == 1
        && isPerson(groups.dimensions().getFirst().column())) {
      // "valor médio por cliente": a list, or one figure?
      String by = groups.dimensions().getFirst().name();
      throw Reading.Stopped.choice(
          words.say("average-per", by),
          List.of(
              words.say("word.average") + " " + column.name() + " " + words.say("by-each", by),
              words.say("word.total") + " " + column.name() + " " + words.say("by-each", by)));
    }
    if (behind != null
        && (!words.at(end, MOST_AND_LEAST) || groups.top().isEmpty())
        && lexicon.measure(end + 1).isEmpty()
        && !measures.isRow(end + 1)
        && (words.language() != Language.ENGLISH
            || words.at(end, "median|average|mean|maximum|minimum|max|min"))) {
      // "receita média", "precio máximo", "salario mínimo y máximo"
      Aggregate second = words.at(end + 1, "and") ? aggregateAt(end + 2) : null;
      words.use(end, second == null ? 1 : 3);
      take(i, behind, match.get());
      if (second != null) {
        measures.add(words.phrase(i, end + 3 - i), second, column.name());
      }
      return true;
    }
    if (column.role() != Role.SUMMABLE && groups.tops().isMost(i)) {
      // "the customer with most weight": as much as there is altogether.
      warnings.add(words.say("sum-of-averaged", column.name()));
      measures.add(measures.phrase(i, match.get().words()), Aggregate.SUM, column.name());
      words.use(i, match.get().words());
      return true;
    }
    if (column.role() == Role.AVERAGED && groups.top().isPresent()) {
      throw Reading.Stopped.choice(
          words.say("by-which", column.name()),
          List.of(
              words.replaced(
                  i, match.get().words(), words.say("word.average") + " " + column.name()),
              words.replaced(
                  i, match.get().words(), words.say("word.maximum") + " " + column.name())));
    }
    boolean adds = things || column.role() == Role.SUMMABLE || words.find("altogether") >= 0;
    if (!adds) {
      warnings.add(words.say("average-assumed", column.name()));
    }
    if (adds && groups.tops().isSize(i) && !isFlow(column.name()) && !singleRows()) {
      warnings.add(words.say("sum-by-superlative", column.name()));
    }
    warnings.addAll(NetOrGross.caveat(words, vocabulary, i, match.get().words(), column));
    measures.add(
        measures.phrase(i, match.get().words()),
        adds ? Aggregate.SUM : Aggregate.AVG,
        column.name());
    words.use(i, match.get().words());
    return true;
  }

  /** "in interview" where that is a stage, and no interview_score is meant. */
  private boolean isValueBefore(Lexicon.Match match) {
    return match.words() == 1
        && match.columns().stream().allMatch(one -> NameWords.of(one.name()).size() > 1)
        && vocabulary.values().containsKey(words.get(match.at()).text().toLowerCase(Locale.ROOT))
        && (words.at(match.at() - 1, "in|or|and|not") || words.at(match.at() + 1, "or|and"));
  }

  /** Whether a plural is said: "yellow cards", but not "the card". */
  private boolean saysThings(Lexicon.Match match) {
    return java.util.stream.IntStream.range(match.at(), match.at() + match.words())
        .mapToObj(words::get)
        .anyMatch(word -> word.text().toLowerCase(Locale.ROOT).endsWith("s"));
  }

  /** Whether a group is one of few kinds, and so nothing that figures are said of one by one. */
  private boolean sortsRows(Query.Dimension dimension) {
    return dimension.grain() == null
        && dimension.part() == null
        && vocabulary.role(dimension.column()).role() == Role.CATEGORY
        && !isPerson(dimension.column());
  }

  private boolean singleRows() {
    return groups.dimensions().stream().anyMatch(d -> vocabulary.unique().contains(d.column()));
  }

  private boolean isPartOf(int i, Lexicon.Match match) {
    return match.columns().stream()
        .allMatch(column -> {
          List<String> name = NameWords.of(column.name());
          return name.size() > 1 && name.stream().anyMatch(part -> isWord(i, part));
        });
  }

  private boolean isWord(int i, String part) {
    return part.equals(words.get(i).lower())
        || NameWords.singular(part).equals(words.get(i).stem());
  }

  /** What rows are called is no amount where it only tells whose: "orders" beside order_total. */
  private boolean rowsOrAmount(int i, Lexicon.Match match) {
    ColumnRole column = match.columns().getFirst();
    if (match.columns().size() > 1 || !isWord(i, NameWords.of(column.name()).getLast())) {
      return false;
    }
    String noun = words.phrase(i, 1);
    throw Reading.Stopped.choice(
        words.say("rows-or-amount", noun),
        List.of(
            words.replaced(i, 1, words.say("word.number-of") + " " + noun),
            words.replaced(i, 1, words.say("word.total") + " " + column.name())));
  }

  /** Whether nobody means a single row's figure who asks which group's is highest. */
  private static boolean isFlow(String column) {
    return NameWords.of(column).stream()
        .anyMatch(word ->
            FLOWS.contains(word)
                || Concepts.same("revenue", word)
                || Concepts.same("quantity", word));
  }

  private Aggregate aggregateAt(int i) {
    if (words.at(i, "total|sum|overall|combined")) {
      return Aggregate.SUM;
    }
    if (words.at(i, "average|avg|mean")) {
      return Aggregate.AVG;
    }
    if (words.at(i, "median")) {
      return Aggregate.MEDIAN;
    }
    Optional<Adjectives.Sense> sense =
        words.free(i) ? Adjectives.superlative(words, i, 1) : Optional.empty();
    if (sense.isPresent() && !words.at(i, "cheapest|largest|smallest") && measureNear(i + 1)) {
      // "longest distance"
      return sense.get().much() ? Aggregate.MAX : Aggregate.MIN;
    }
    if (words.at(i, "minimum|min|lowest|smallest|cheapest")) {
      return Aggregate.MIN;
    }
    return words.at(i, "maximum|max|highest|largest|biggest|greatest") ? Aggregate.MAX : null;
  }

  private boolean measureNear(int at) {
    return lexicon.measure(at).isPresent() || lexicon.measure(at + 1).isPresent();
  }
}
