package dev.assay.ask;

import dev.assay.model.AskRequest;
import dev.assay.model.Query;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reads what only makes sense after an earlier question, such as "and by region?": the earlier
 * typed query with the part that is named replaced or added.
 */
final class FollowUp implements Interpreter {
  private static final String LEAD =
      "and|what|how|about|but|now|only|just|so|then|ok|same|also|again|instead|too|please";

  @Override
  public Optional<Reading> read(Asked asked) {
    AskRequest.Context context = asked.request().context();
    if (context == null
        || context.query() == null
        || context.query().listsRows()
        || asked.question() == null
        || !context.query().table().equals(asked.vocabulary().table())
        || !knows(asked.vocabulary(), context.query())) {
      return Optional.empty();
    }
    Words words = new Words(asked.question(), new KnownWords(asked.vocabulary()));
    boolean begins = begins(words);
    try {
      useLead(words);
      Optional<TopReader.Top> top = bareTop(words);
      QuestionParts parts = new OneQuestion(asked.vocabulary(), asked.today()).parts(words);
      if (begins && namesRowsOnly(parts)) {
        parts.measures.clear();
      }
      boolean own = !parts.measures.measures().isEmpty();
      boolean nothing =
          !own
              && parts.groups.dimensions().isEmpty()
              && parts.filters.filters().isEmpty()
              && parts.periods.all().isEmpty()
              && top.isEmpty()
              && !parts.wanted.any();
      if (begins && !parts.leftovers().unused().isEmpty()) {
        return Optional.of(new Reading.NotUnderstood(parts.leftovers().sentence()));
      }
      if (own && !begins || nothing || !parts.leftovers().unused().isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new FollowedQuery(context.query(), parts, top).reading());
    } catch (Reading.Stopped stopped) {
      return begins ? Optional.of(stopped.reading()) : Optional.empty();
    }
  }

  /** A query over several tables is followed where their columns are known, too. */
  private static boolean knows(Vocabulary vocabulary, Query query) {
    Set<String> names = new TreeSet<>();
    vocabulary.columns().forEach(column -> names.add(column.name()));
    return query.joins().isEmpty()
        || query.dimensions().stream().allMatch(d -> names.contains(d.column()))
            && query.filters().stream().allMatch(f -> names.contains(f.column()))
            && query.measures().stream().allMatch(m -> names.containsAll(m.columns()));
  }

  /** Whether a question begins as one does that follows another. */
  static boolean begins(Words words) {
    if (words.count() == 0) {
      return false;
    }
    String first = words.get(0).lower();
    return first.matches("and|only|but|also|instead")
        || first.matches("what|how") && words.count() > 1 && words.get(1).lower().equals("about");
  }

  /** "only for paid orders" names rows, and does not ask to count them. */
  private static boolean namesRowsOnly(QuestionParts parts) {
    boolean counts =
        IntStream.range(0, parts.words.count())
            .anyMatch(i -> parts.words.get(i).lower().matches("many|number|count|headcount"));
    return !counts
        && parts.measures.measures().size() == 1
        && parts.measures.measures().getFirst().aggregate() == Query.Aggregate.COUNT_ROWS
        && !(parts.filters.filters().isEmpty() && parts.periods.all().isEmpty());
  }

  private static void useLead(Words words) {
    for (int i = 0; words.at(i, LEAD) && !words.at(i, "how", "many|much"); i++) {
      words.use(i, 1);
    }
    for (int i = words.count() - 1; words.at(i, "instead|please|then|only|now|too|also"); i--) {
      words.use(i, 1);
    }
  }

  /** "top 5" alone: the earlier groups, fewer of them. */
  private static Optional<TopReader.Top> bareTop(Words words) {
    for (int i = 0; i + 1 < words.count(); i++) {
      boolean most = words.at(i, TopReader.MOST);
      boolean last = i + 2 >= words.count();
      if (last
          && (most || words.at(i, TopReader.LEAST))
          && words.free(i + 1)
          && words.get(i + 1).text().matches("[1-9]\\d{0,3}")) {
        int limit = Integer.parseInt(words.get(i + 1).text());
        words.use(i, 2);
        return Optional.of(new TopReader.Top(limit, most, 0));
      }
    }
    return Optional.empty();
  }
}
