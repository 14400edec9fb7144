package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole.Role;
import java.util.Optional;

/**
 * Reads averages that are said of groups: "average daily revenue", "average number of orders per
 * customer".
 */
final class AverageReader {
  private final Words words;
  private final Lexicon lexicon;
  private final GroupReader groups;
  private final MeasureList measures;
  private final RatioReader ratios;
  private final OverGroups over;

  AverageReader(
      Words words,
      Lexicon lexicon,
      GroupReader groups,
      MeasureList measures,
      RatioReader ratios,
      OverGroups over) {
    this.words = words;
    this.lexicon = lexicon;
    this.groups = groups;
    this.measures = measures;
    this.ratios = ratios;
    this.over = over;
  }

  /** "how many orders per customer on average": the word for how stands at the end. */
  boolean ofRows() {
    return words.at(0, "how", "many")
        && measures.isRow(2)
        && over.saysEach()
        && over.average(measures.of(Aggregate.COUNT_ROWS, null));
  }

  /** "average daily revenue", "average total cost per month": each period has its own figure. */
  boolean ofEach(int i, int at) {
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
  boolean ofCount(int i, int at) {
    int end = at;
    while (words.at(end, "number|count|of|how|many|the") || measures.isRow(end)) {
      end++;
    }
    boolean read =
        measures.isRow(end - 1)
            && (ratios.perEntity(Aggregate.COUNT_ROWS, null)
                || over.saysEach() && over.average(measures.of(Aggregate.COUNT_ROWS, null)));
    if (!read) {
      throw Reading.Stopped.unclear(words.say("average-of-counts", measures.rows()));
    }
    words.use(i, end - i);
    return true;
  }
}
