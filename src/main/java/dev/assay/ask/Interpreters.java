package dev.assay.ask;

import java.util.List;
import java.util.Optional;

/**
 * All that read questions, in turn: the first that understands one is believed; else the first that
 * asks back; else what the first one did not understand.
 */
final class Interpreters implements Interpreter {
  private final List<Interpreter> inTurn;

  Interpreters(List<Interpreter> inTurn) {
    this.inTurn = List.copyOf(inTurn);
  }

  @Override
  public Optional<Reading> read(Asked asked) {
    Optional<Reading> choice = Optional.empty();
    Optional<Reading> unclear = Optional.empty();
    for (Interpreter interpreter : inTurn) {
      Optional<Reading> reading = interpreter.read(asked);
      if (reading.isPresent()) {
        switch (reading.get()) {
          case Reading.Understood _ -> {
            return reading;
          }
          case Reading.NeedsChoice _ -> choice = choice.or(() -> reading);
          case Reading.NotUnderstood _ -> unclear = unclear.or(() -> reading);
        }
      }
    }
    return choice.isPresent() ? choice : unclear;
  }
}
