package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "What is the difference in points between A and B", "how many more wins did A have than B". */
final class Differences implements RowQuestion.Kind {
  @Override
  public Optional<RowAnswer> read(RowQuestion question) {
    RowWords words = question.words();
    int at = words.find("difference");
    boolean signed = false;
    if (at >= 0) {
      words.use(at, 1);
      for (String helper : new String[] {"in", "between"}) {
        int in = words.find(helper);
        if (in >= 0) {
          words.use(in, 1);
        }
      }
    } else {
      at =
          words.find(
              "how",
              "many|much",
              "more|fewer|less|greater|larger|higher|bigger|lower|smaller|longer|taller");
      int than = words.find("than");
      if (at < 0 || than < 0) {
        return Optional.empty();
      }
      words.use(at, 3);
      words.use(than, 1);
      signed = true;
    }
    List<RowLinks.Span> spans = question.links().spans();
    if (spans.size() != 2) {
      return Optional.empty();
    }
    Optional<RowLinks.Value[]> pair = pair(spans.get(0), spans.get(1));
    List<RowLinks.Named> numbers =
        question.links().named().stream()
            .filter(n -> words.free(n.at(), n.length()))
            .filter(n -> n.column().isNumber() && !n.column().isText() && !n.column().isTime())
            .toList();
    if (pair.isEmpty()
        || numbers.isEmpty()
        || numbers.stream().map(RowLinks.Named::column).distinct().count() != 1) {
      return Optional.empty();
    }
    SmallColumn figure = numbers.getFirst().column();
    numbers.forEach(question::use);
    spans.forEach(span -> words.use(span.at(), span.length()));
    BigDecimal[] values = new BigDecimal[2];
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      RowLinks.Value value = pair.get()[i];
      values[i] = figure.numbers().get(value.rows().nextSetBit(0));
      RowFilter filter = RowFilter.texts(value.column(), value.rows(), value.at(), true);
      question.mean(filter.said());
      measures.add(
          new Measure(
              i == 0 ? "one" : "other",
              Aggregate.SUM,
              figure.name(),
              null,
              RowAnswer.filters(question.table(), List.of(filter))));
    }
    if (values[0] == null || values[1] == null) {
      return Optional.empty();
    }
    boolean larger = values[0].compareTo(values[1]) >= 0;
    question.mean("difference in " + figure.name());
    String formula =
        larger
            ? RowCondition.quoted("one") + " - " + RowCondition.quoted("other")
            : RowCondition.quoted("other") + " - " + RowCondition.quoted("one");
    Query query =
        new Query(
            question.tableName(),
            null,
            List.of(),
            List.of(),
            measures,
            List.of(new Calculation.Formula("difference", formula)),
            List.of(),
            List.of(),
            List.of(),
            null,
            null);
    if (signed && !larger) {
      question.caveat("It is the other way round: the second has more.");
    }
    return Optional.of(question.answer(query, List.of("difference")));
  }

  /** Two values of one column, each of one row. */
  private static Optional<RowLinks.Value[]> pair(RowLinks.Span one, RowLinks.Span other) {
    for (RowLinks.Value first : one.values()) {
      for (RowLinks.Value second : other.values()) {
        if (first.column() == second.column()
            && first.rows().cardinality() == 1
            && second.rows().cardinality() == 1) {
          return Optional.of(new RowLinks.Value[] {first, second});
        }
      }
    }
    return Optional.empty();
  }
}
