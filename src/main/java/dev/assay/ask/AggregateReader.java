package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import java.util.List;
import java.util.Optional;

/** Reads amounts behind the word for how they are computed: "average price", "total by country". */
final class AggregateReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;
  private final AggregateWords aggregates;
  private final AmountMeasures taken;
  private final RowsOrAmount rows;
  private final AverageReader averages;
  private final CountReader counts;
  private final AmountReader amounts;

  AggregateReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures,
      AmountMeasures taken,
      RowsOrAmount rows,
      AverageReader averages,
      CountReader counts,
      AmountReader amounts) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
    this.aggregates = new AggregateWords(words, lexicon, vocabulary);
    this.taken = taken;
    this.rows = rows;
    this.averages = averages;
    this.counts = counts;
    this.amounts = amounts;
  }

  /** Whether an amount with its aggregate stands at word {@code i}; its words are then used. */
  boolean at(int i) {
    Aggregate aggregate = aggregates.at(i);
    if (aggregate == null) {
      return false;
    }
    int at = i + 1;
    at += words.at(at, "of") ? 1 : 0;
    at += words.at(at, "the|a") ? 1 : 0;
    boolean ofRows = measures.isRow(at) && !aggregates.isBeforeAmount(at);
    if (aggregate == Aggregate.AVG && averages.ofEach(i, at)
        || ofRows && paid(i, at, aggregate)
        || numberOf(i, at, aggregate)) {
      return true;
    }
    boolean number = words.at(at, "number|count") || words.at(at, "how", "many");
    if (aggregate == Aggregate.AVG && (ofRows || number)) {
      return averages.ofCount(i, at);
    }
    if (both(i, aggregate) || score(i, at, aggregate)) {
      return true;
    }
    refuseIdentifiers(at, aggregate);
    for (int next = at; next <= Math.min(at + 1, words.count() - 1); next++) {
      Optional<Lexicon.Match> match = lexicon.measure(next);
      if (match.isPresent()) {
        taken.take(i, aggregate, match.get());
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
    return lexicon.measure(i).isPresent() ? amounts.at(i) : onlyAmount(i, aggregate);
  }

  /** "the biggest payment", "average donation". */
  private boolean paid(int i, int at, Aggregate aggregate) {
    rows.refuseText(at);
    boolean ends = at + 1 == words.count() || !words.at(at + 1, "count|number|by|per");
    Optional<ColumnRole> paid = rows.paid();
    if (aggregate == Aggregate.SUM || paid.isEmpty() || groups.top().isPresent() || !ends) {
      return false;
    }
    measures.add(measures.phrase(i, at + 1 - i), aggregate, paid.get().name());
    words.use(i, at + 1 - i);
    return true;
  }

  /** "average number of nights": the nights are the number. */
  private boolean numberOf(int i, int at, Aggregate aggregate) {
    int figure = at + 2;
    if (aggregate == Aggregate.SUM
        || !words.at(at, "number|count", "of")
        || measures.isRow(figure)) {
      return false;
    }
    Optional<Lexicon.Match> numbers =
        lexicon.measure(figure).or(() -> lexicon.column(figure, ColumnRole::isNumberedCategory));
    numbers.ifPresent(match -> taken.take(i, aggregate, match));
    return numbers.isPresent();
  }

  /** "minimum and maximum salary". */
  private boolean both(int i, Aggregate first) {
    Aggregate second = words.at(i + 1, "and") ? aggregates.at(i + 2) : null;
    Optional<Lexicon.Match> both = second == null ? Optional.empty() : lexicon.measure(i + 3);
    both.ifPresent(match -> {
      String column = Choice.only(words, match).name();
      measures.add(words.phrase(i, 1) + " " + column, first, column);
      measures.add(words.phrase(i + 2, 1 + match.words()), second, column);
      words.use(i, 3 + match.words());
    });
    return both.isPresent();
  }

  /** A score from 1 to 5 sorts rows into groups, and can be averaged where that is asked for. */
  private boolean score(int i, int at, Aggregate aggregate) {
    Optional<Lexicon.Match> score =
        lexicon.measure(at).isPresent() || measures.isRow(at)
            ? Optional.empty()
            : lexicon.column(at, ColumnRole::isNumberedCategory);
    score.ifPresent(match -> taken.add(i, aggregate, match, Choice.only(words, match)));
    return score.isPresent();
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

  private boolean endsPhrase(int i) {
    return !words.free(i) || Ignored.isIgnored(words.get(i).lower());
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
}
