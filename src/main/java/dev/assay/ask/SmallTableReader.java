package dev.assay.ask;

import dev.assay.model.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads questions that look something up in a small table, as a person does who sees all of it:
 * whole rows, their order, and what stands in their cells.
 */
final class SmallTableReader implements Interpreter {
  /** In turn; the first whose reading uses every word of the question is believed. */
  private static final List<RowQuestion.Kind> KINDS =
      List.of(
          new EitherOf(),
          new Differences(),
          new NextTo(),
          new HowMany(),
          new HowLong(),
          new Extremes(),
          new LookUps());

  /** So many words that the table does not know may be a name; more say something. */
  private static final int MOST_LEFT = 2;

  @Override
  public Optional<Reading> read(Asked asked) {
    Optional<SmallTable> table = asked.vocabulary().small();
    if (table.isEmpty() || asked.vocabulary().layer() != Layer.SILVER) {
      return Optional.empty();
    }
    RowWords words = new RowWords(asked.question());
    Optional<Reading> uncertain = Optional.empty();
    for (RowQuestion.Kind kind : KINDS) {
      RowQuestion question =
          new RowQuestion(asked.vocabulary().table(), table.get(), words.fresh());
      Optional<RowAnswer> answer = kind.read(question);
      if (answer.isEmpty()) {
        continue;
      }
      List<String> left = question.words().leftOver();
      List<String> caveats = new ArrayList<>(answer.get().caveats());
      int all = left.stream().mapToInt(name -> CellWords.of(name).size()).sum();
      if (left.size() > question.tolerated()
          || all > MOST_LEFT
          || left.stream().anyMatch(RowWords::decides)) {
        continue;
      }
      left.forEach(word -> caveats.add("'" + word + "' was not understood."));
      Long excluded = asked.catalog().excluded();
      if (excluded != null && excluded > 0) {
        caveats.add(excluded + " rows of the source are not in this table.");
      }
      Reading reading =
          new Reading.Understood(
              answer.get().query(),
              answer.get().meaning(),
              caveats,
              new Words(asked.question()),
              null,
              answer.get().shown());
      if (caveats.isEmpty()) {
        return Optional.of(reading);
      }
      uncertain = uncertain.isPresent() ? uncertain : Optional.of(reading);
    }
    return uncertain;
  }
}
