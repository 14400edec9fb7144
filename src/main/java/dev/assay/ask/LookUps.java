package dev.assay.ask;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** "Who was appointed by X", "what was the venue in 1998": a column of the rows that fit. */
final class LookUps implements RowQuestion.Kind {
  private static final int MOST = 8;

  @Override
  public Optional<RowAnswer> read(RowQuestion question) {
    RowWords words = question.words();
    if (words.find("how", "many|much|long|often|old|far") >= 0
        || words.find("difference") >= 0
        || words.find("or") >= 0
        || words.find("same") >= 0
        || Superlative.find(words).isPresent()) {
      return Optional.empty();
    }
    question.tolerate(2);
    boolean several = severalAsked(words);
    int wanted = wanted(words);
    Optional<SmallColumn> target = question.target(question.table().subject());
    if (target.isEmpty() || !question.conditions().read()) {
      return Optional.empty();
    }
    List<RowFilter> filters = question.conditions().filters();
    BitSet rows = question.conditions().rows();
    rows.and(target.get().presentRows());
    if (filters.isEmpty()
        || rows.isEmpty()
        || question.conditions().inProse()
        || filters.stream()
            .anyMatch(f ->
                f.column() == target.get()
                    && f.typed().values().size() == 1
                    && f.typed().comparison() == dev.assay.model.Query.Comparison.EQUAL)) {
      return Optional.empty();
    }
    List<String> shown = target.get().texts(rows);
    if (shown.size() > MOST) {
      return Optional.empty();
    }
    if (shown.size() > 1 && wanted != shown.size()) {
      if (!several && !question.plural()) {
        return Optional.empty();
      }
      if (!question.plural() || wanted > 1) {
        question.caveat(shown.size() + " different values fit.");
      }
    }
    question.mean(target.get().name() + " of the rows that fit");
    return Optional.of(
        question.answer(
            RowAnswer.rows(
                question.tableName(),
                target.get(),
                RowAnswer.filters(question.table(), filters),
                RowAnswer.AS_RECEIVED,
                shown.size() == 1 ? Integer.valueOf(1) : null)));
  }

  private static boolean severalAsked(RowWords words) {
    return words.has("are|were|have|list|all");
  }

  /** "Which two teams" asks for two. */
  private static int wanted(RowWords words) {
    int which = words.find("which|what|name|only|the", "two|three|four|five|six|other");
    if (which < 0) {
      return 1;
    }
    String number = words.number(which + 1);
    if (number == null) {
      return 1;
    }
    words.use(which + 1, 1);
    return Integer.parseInt(number);
  }
}
