package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** "Which team has the most wins", "the first city listed", "the oldest locomotive". */
final class Extremes implements RowQuestion.Kind {
  private static final int MOST_CAVEATS = 2;

  @Override
  public Optional<RowAnswer> read(RowQuestion question) {
    RowWords words = question.words();
    if (words.find("how", "many") >= 0 || words.find("difference") >= 0) {
      return Optional.empty();
    }
    Optional<Superlative> found = Superlative.find(words);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Superlative superlative = found.get();
    words.use(superlative.at(), superlative.length());
    if (superlative.of() == Superlative.Of.ORDER) {
      return Ordered.read(question, superlative);
    }
    Optional<SmallColumn> measure = measure(question, superlative);
    if (measure.isEmpty()) {
      return superlative.of() == Superlative.Of.NAMED
          ? MostRows.read(question, superlative)
          : Optional.empty();
    }
    return compared(question, superlative, measure.get());
  }

  /** What is compared: the column behind the word, or one that the word compares by itself. */
  private static Optional<SmallColumn> measure(RowQuestion question, Superlative superlative) {
    RowWords words = question.words();
    if (superlative.of() == Superlative.Of.TIME) {
      return question.table().onlyTime();
    }
    int at = superlative.at() + superlative.length();
    while (words.at(at, "number|amount|total|of|the|in|if|recorded|overall|total")) {
      at++;
    }
    Optional<RowLinks.Named> named = question.inPhrase(at);
    if (named.isPresent() && (named.get().column().isNumber())) {
      for (int i = superlative.at() + 1; i < at; i++) {
        words.use(i, 1);
      }
      return Optional.of(question.use(named.get()));
    }
    int end = superlative.at();
    Optional<RowLinks.Named> before =
        question.links().named().stream()
            .filter(n -> n.end() == end || n.end() == end - 1 && words.word(end - 1).equals("the"))
            .filter(n -> n.column().isNumber() && words.free(n.at(), n.length()))
            .findFirst();
    if (named.isEmpty() && before.isPresent()) {
      return Optional.of(question.use(before.get()));
    }
    List<SmallColumn> kindred =
        question.table().holding(superlative.columns()).stream()
            .filter(SmallColumn::isNumber)
            .toList();
    return named.isEmpty() && kindred.size() == 1
        ? Optional.of(kindred.getFirst())
        : Optional.empty();
  }

  private static Optional<RowAnswer> compared(
      RowQuestion question, Superlative superlative, SmallColumn measure) {
    RowWords words = question.words();
    int figure = words.find("what", "is|was|are|were");
    boolean figureAsked =
        figure >= 0
            && (superlative.at() == figure + 2 || superlative.at() == figure + 3)
            && superlative.of() == Superlative.Of.NAMED;
    Optional<SmallColumn> target =
        figureAsked ? Optional.of(measure) : question.target(question.table().subject());
    if (target.isEmpty() || !question.conditions().read()) {
      return Optional.empty();
    }
    if (target.get() == measure) {
      words.use(Math.max(0, words.find("what|which|name")), 1);
    }
    boolean time = superlative.of() == Superlative.Of.TIME;
    List<BigDecimal> readings = time ? measure.times() : measure.numbers();
    BitSet rows = question.conditions().rows();
    boolean largest =
        superlative.largest()
            != (measure.isRank() && superlative.of() != Superlative.Of.SIZE
                || superlative.of() == Superlative.Of.SPEED && !measure.name().contains("speed"));
    BitSet best = SmallColumn.extreme(readings, rows, largest);
    if (best.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = target.get().texts(best);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    if (shown.size() > 1 && !question.plural()) {
      return Optional.empty();
    }
    question.tolerate(0);
    if (superlative.of() == Superlative.Of.QUALITY && !measure.isRank()
        || question.assumed() != null
            && !generic(target.get())
            && question.table().columns().stream().filter(SmallColumn::isName).count() != 1) {
      return Optional.empty();
    }
    if (question.unsure() || loose(question, measure)) {
      question.caveat(
          "It was taken to be asked which row has the "
              + (largest ? "largest " : "smallest ")
              + measure.name()
              + ".");
    }
    if (question.assumed() != null) {
      question.caveat(
          "'" + question.assumed() + "' was taken to ask for " + target.get().name() + ".");
    }
    if (!time && target.get() != measure && target.get().different() < 0.85) {
      if (!MostRows.sameBySum(question, target.get(), measure, rows, shown, largest)) {
        question.caveat(
            "Single rows were compared: added up by " + target.get().name() + " another may lead.");
      }
    }
    if (measure.isRank() && superlative.of() == Superlative.Of.NAMED) {
      question.caveat("The best " + measure.name() + " was taken to be the smallest number.");
    }
    if (question.caveats().size() > MOST_CAVEATS) {
      // Of several things that could be compared, the wrong one is taken too often.
      return Optional.empty();
    }
    question.mean((largest ? "largest " : "smallest ") + measure.name());
    return Optional.of(extreme(question, target.get(), measure, best, shown.size() == 1, largest));
  }

  /** A column that may hold whatever rows are about. */
  private static boolean generic(SmallColumn column) {
    return column.name().matches("(.*_)?(names?|title|item|entry|model)");
  }

  /** Whether the words for a column are only a part of its name. */
  private static boolean loose(RowQuestion question, SmallColumn measure) {
    return question.links().named().stream()
        .anyMatch(named -> named.column() == measure && (named.level() == 2 || named.level() == 3));
  }

  /** Ordered by the engine where it reads the column as such; else the very rows are named. */
  private static RowAnswer extreme(
      RowQuestion question,
      SmallColumn target,
      SmallColumn measure,
      BitSet best,
      boolean one,
      boolean largest) {
    List<RowFilter> filters = question.conditions().filters();
    int limit = one ? 1 : best.cardinality();
    if (measure.isText()) {
      question.mean(measure.name() + " is text, whose numbers or times were compared");
      return question.answer(
          RowAnswer.rows(
              question.tableName(),
              target,
              List.of(RowFilter.rows(question.table(), best)),
              RowAnswer.AS_RECEIVED,
              limit));
    }
    List<Filter> typed = new ArrayList<>(RowAnswer.filters(question.table(), filters));
    typed.add(new Filter(measure.name(), Query.Comparison.IS_NOT_NULL, List.of()));
    return question.answer(
        RowAnswer.rows(
            question.tableName(),
            target,
            typed,
            List.of(new Order(measure.name(), largest), new Order("_row_no", false)),
            limit));
  }
}
