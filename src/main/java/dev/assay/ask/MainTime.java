package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The time at which a row itself happened, where a table tells several: an order's date, and not
 * when it was paid. It is taken for granted nowhere: the answer names the others.
 */
final class MainTime {
  private static final Set<String> STARTS =
      Set.of(
          "start",
          "started",
          "begin",
          "began",
          "departure",
          "opened",
          "created",
          "checkin",
          "inicio",
          "comienzo",
          "salida",
          "partida",
          "abertura",
          "apertura",
          "entrada",
          "launch",
          "from");

  private static final Set<String> HANDLED =
      Set.of(
          "submitted",
          "received",
          "analysed",
          "analyzed",
          "approved",
          "processed",
          "entered",
          "logged",
          "recorded",
          "reported",
          "invoiced",
          "billed",
          "registered",
          "reviewed",
          "exported",
          "imported",
          "enviado",
          "recebido",
          "recibido",
          "registo",
          "registro",
          "aprovado",
          "aprobado");

  private MainTime() {}

  /**
   * The one that is named for the row, else the only one that every row has, else the one at which
   * things begin, else the only one that is not about handling the record, else the first; empty
   * where none of these tells one from the others.
   *
   * @param rowNoun what a row is called, in the singular
   * @param rows of the table
   */
  static Optional<ColumnRole> of(List<ColumnRole> times, Optional<String> rowNoun, long rows) {
    List<ColumnRole> complete =
        times.stream().filter(time -> time.column().present() == rows).toList();
    return only(complete, time -> isNamedFor(time, rowNoun))
        .or(() -> only(complete, _ -> true))
        .or(() -> only(complete, MainTime::isStart))
        .or(() -> only(complete, time -> !isHandling(time)))
        .or(() -> first(complete));
  }

  /** What comes first in every row, as far as can be told, and is named first. */
  private static Optional<ColumnRole> first(List<ColumnRole> complete) {
    return complete.stream()
        .findFirst()
        .filter(one -> one.column().min() != null)
        .filter(one ->
            complete.stream()
                .allMatch(other ->
                    other.column().min() != null
                        && one.column().min().compareTo(other.column().min()) <= 0));
  }

  /** When somebody took the record up, and not when anything happened. */
  private static boolean isHandling(ColumnRole time) {
    return NameWords.of(time.name()).stream().anyMatch(HANDLED::contains);
  }

  private static Optional<ColumnRole> only(
      List<ColumnRole> times, java.util.function.Predicate<ColumnRole> wanted) {
    List<ColumnRole> found = times.stream().filter(wanted).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isNamedFor(ColumnRole time, Optional<String> rowNoun) {
    return rowNoun.isPresent()
        && NameWords.of(time.name()).stream()
            .map(NameWords::singular)
            .anyMatch(word -> word.equals(rowNoun.get()) || Concepts.same(word, rowNoun.get()));
  }

  private static boolean isStart(ColumnRole time) {
    return NameWords.of(time.name()).stream().anyMatch(STARTS::contains);
  }
}
