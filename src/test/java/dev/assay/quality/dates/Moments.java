package dev.assay.quality.dates;

import dev.assay.quality.Cell;
import dev.assay.quality.Cell.What;
import dev.assay.quality.GeneratedTable;
import dev.assay.quality.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Points in time that a column may hold, and how they are put into cells. */
final class Moments {
  /** Numbers of columns whose sizes go from 20 to 5,000 rows. */
  private static final List<List<Integer>> NUMBERS =
      List.of(List.of(0, 1, 3, 5, 6, 9), List.of(2, 4, 7, 8, 10, 11));

  private Moments() {}

  /** Six columns of a kind; kinds in turn have the smaller and the larger sizes. */
  static Stream<GeneratedTable> tables(Kind kind) {
    return NUMBERS.get(Math.floorMod(kind.name().hashCode(), 2)).stream()
        .map(number ->
            GeneratedTable.alone(kind.columns(number + 1).skip(number).findFirst().orElseThrow()));
  }

  /** Days of one column: within some weeks or some years. */
  static Supplier<LocalDate> days(Random random) {
    LocalDate first = LocalDate.of(2008 + random.nextInt(14), 1 + random.nextInt(12), 1);
    int span = List.of(40, 200, 800, 3000).get(random.nextInt(4));
    return () -> first.plusDays(random.nextInt(span));
  }

  /** Times of one column, to the second. */
  static Supplier<LocalDateTime> times(Random random) {
    Supplier<LocalDate> days = days(random);
    return () -> days.get().atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
  }

  /** A writer of days. */
  static Kind.Writer days(Function<LocalDate, String> text) {
    return random -> {
      Supplier<LocalDate> days = days(random);
      return () -> {
        LocalDate day = days.get();
        return Cell.value(text.apply(day), day.toString());
      };
    };
  }

  /** A writer of days, each written as chance has it. */
  static Kind.Writer anyOf(List<Function<LocalDate, String>> texts) {
    return random -> {
      Supplier<LocalDate> days = days(random);
      return () -> {
        LocalDate day = days.get();
        return Cell.value(texts.get(random.nextInt(texts.size())).apply(day), day.toString());
      };
    };
  }

  /** A writer of times that cuts them to what the text shows. */
  static Kind.Writer times(
      Function<LocalDateTime, LocalDateTime> cut, Function<LocalDateTime, String> text) {
    return times(cut, text, "");
  }

  /** The same, where the truth ends in an offset. */
  static Kind.Writer times(
      Function<LocalDateTime, LocalDateTime> cut,
      Function<LocalDateTime, String> text,
      String offset) {
    return random -> {
      Supplier<LocalDateTime> times = times(random);
      return () -> {
        LocalDateTime time = cut.apply(times.get());
        return Cell.value(text.apply(time), truth(time) + offset);
      };
    };
  }

  /** A writer of times in its own hands. */
  static Kind.Writer cells(BiFunction<Random, LocalDateTime, Cell> cell) {
    return random -> {
      Supplier<LocalDateTime> times = times(random);
      return () -> cell.apply(random, times.get());
    };
  }

  static String truth(LocalDateTime time) {
    return "%s %02d:%02d:%02d%s"
        .formatted(
            time.toLocalDate(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            time.getNano() == 0 ? "" : ".%06d".formatted(time.getNano() / 1000));
  }

  /** Whether a day lies in a year after this one. */
  static boolean toCome(LocalDate day) {
    return day.getYear() > Year.now(ZoneOffset.UTC).getValue();
  }

  /** Whether no value has a day above twelve, so that nothing tells it from a month. */
  static Predicate<List<Cell>> noLateDay() {
    return cells -> values(cells).noneMatch(cell -> day(cell) > 12);
  }

  static Stream<Cell> values(List<Cell> cells) {
    return cells.stream().filter(cell -> cell.kind() == What.VALUE);
  }

  static int day(Cell cell) {
    return Integer.parseInt(cell.truth().substring(8, 10));
  }

  static int year(Cell cell) {
    return Integer.parseInt(cell.truth().substring(0, 4));
  }
}
