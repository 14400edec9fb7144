package dev.assay.ask;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** "Did A or B have more wins", "does A or B play center". */
final class EitherOf implements RowQuestion.Kind {
  @Override
  public Optional<RowAnswer> read(RowQuestion question) {
    RowWords words = question.words();
    List<RowLinks.Span> spans = question.links().spans();
    for (int i = 0; i + 1 < spans.size(); i++) {
      RowLinks.Span one = spans.get(i);
      RowLinks.Span other = spans.get(i + 1);
      int or = one.end();
      if (words.at(or, "or")
          && (other.at() == or + 1 || other.at() == or + 2 && words.at(or + 1, "the"))) {
        return pair(one, other).flatMap(values -> chosen(question, values, or));
      }
    }
    return Optional.empty();
  }

  private static Optional<RowLinks.Value[]> pair(RowLinks.Span one, RowLinks.Span other) {
    for (RowLinks.Value first : one.values()) {
      for (RowLinks.Value second : other.values()) {
        if (first.column() == second.column()) {
          return Optional.of(new RowLinks.Value[] {first, second});
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<RowAnswer> chosen(RowQuestion question, RowLinks.Value[] values, int or) {
    RowWords words = question.words();
    SmallColumn column = values[0].column();
    words.use(values[0].at(), values[0].length());
    words.use(or, 1);
    words.use(values[1].at(), values[1].length());
    BitSet either = (BitSet) values[0].rows().clone();
    either.or(values[1].rows());
    int wh = words.find("which|who|what");
    if (wh >= 0) {
      words.use(wh, 1);
      Optional<RowLinks.Named> named = question.links().namedAt(wh + 1);
      if (named.isPresent() && !named.get().column().isNumber()) {
        question.use(named.get());
      } else if (!RowQuestion.isBreak(words.word(wh + 1))
          && words.free(wh + 1)
          && question.links().namedAt(wh + 1).isEmpty()) {
        words.use(wh + 1, 1);
      }
    }
    BitSet best = compared(question, column, either);
    if (best == null) {
      if (!question.conditions().read() || question.conditions().filters().isEmpty()) {
        return Optional.empty();
      }
      best = question.conditions().rows();
      best.and(either);
    } else if (!question.conditions().read() || !question.conditions().filters().isEmpty()) {
      return Optional.empty();
    }
    if (column.texts(best).size() != 1) {
      return Optional.empty();
    }
    question.mean("one of " + String.join(", ", column.texts(either)));
    return Optional.of(
        question.answer(
            RowAnswer.rows(
                question.tableName(),
                column,
                List.of(RowFilter.rows(question.table(), best)),
                RowAnswer.AS_RECEIVED,
                1)));
  }

  /** "Which appears more", "who took part in more races": the one with more rows. */
  private static BitSet byRows(
      RowQuestion question, SmallColumn column, BitSet either, int at, boolean more) {
    RowWords words = question.words();
    boolean listed = words.at(at - 1, "appears|appear|listed|appeared|occurs|occur");
    boolean often = words.at(at + 1, "often|times|frequently");
    int noun = at + 1;
    boolean things =
        words.free(noun)
            && words.word(noun).endsWith("s")
            && question.links().spanAt(noun).isEmpty()
            && question.links().namedAt(noun).filter(n -> n.column().isNumber()).isEmpty();
    if (!listed && !often && !things) {
      return new BitSet();
    }
    words.use(at, 1);
    if (listed) {
      words.use(at - 1, 1);
    }
    if (often || things) {
      words.use(noun, 1);
    }
    List<String> texts = column.texts(either);
    List<BitSet> rows =
        texts.stream()
            .map(text -> {
              BitSet own = (BitSet) either.clone();
              own.stream().filter(row -> !text.equals(column.cells().get(row))).forEach(own::clear);
              return own;
            })
            .toList();
    if (rows.size() != 2 || rows.get(0).cardinality() == rows.get(1).cardinality()) {
      return new BitSet();
    }
    question.mean(more ? "the one with more rows" : "the one with fewer rows");
    boolean first = rows.get(0).cardinality() > rows.get(1).cardinality() == more;
    return first ? rows.get(0) : rows.get(1);
  }

  /** The rows with more, less, first or last of what is named; null where nothing is compared. */
  private static BitSet compared(RowQuestion question, SmallColumn column, BitSet either) {
    RowWords words = question.words();
    for (int i = 0; i < words.count(); i++) {
      boolean more = words.at(i, "more|most|higher|highest|larger|largest|greater|greatest|bigger");
      boolean less = words.at(i, "less|least|fewer|fewest|lower|lowest|smaller|smallest");
      boolean first = words.at(i, "first|earlier|earliest|before|older|oldest");
      boolean last = words.at(i, "last|later|latest|after|newer|newest");
      if (more || less) {
        int at = i + 1;
        while (words.at(at, "number|amount|of|the|total|in")) {
          at++;
        }
        Optional<RowLinks.Named> named = question.inPhrase(at);
        if (named.isEmpty() || !named.get().column().isNumber()) {
          return byRows(question, column, either, i, more);
        }
        words.use(i, at - i);
        SmallColumn figure = question.use(named.get());
        question.mean((more ? "larger " : "smaller ") + figure.name());
        if (figure.isRank()) {
          return new BitSet();
        }
        return SmallColumn.extreme(figure.numbers(), either, more);
      }
      if (first || last) {
        words.use(i, 1);
        Optional<SmallColumn> time = question.table().onlyTime();
        question.links().named().stream()
            .filter(named -> time.filter(only -> only == named.column()).isPresent())
            .forEach(question::use);
        question.mean(first ? "the earlier" : "the later");
        return time.isEmpty()
            ? new BitSet()
            : SmallColumn.extreme(time.get().times(), either, last);
      }
    }
    return null;
  }
}
