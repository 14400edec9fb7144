package dev.assay.quality;

import static dev.assay.quality.TrueType.INTEGER;

import java.util.List;
import java.util.stream.Stream;

/** Numbers as people and programs write them. */
final class NumberColumns {
  private NumberColumns() {}

  static Stream<GeneratedTable> tables() {
    return kinds().stream().flatMap(kind -> kind.tables(12));
  }

  private static List<Kind> kinds() {
    return List.of(
        Kind.of("whole", INTEGER, List.of("visits", "Quantity", "anzahl", "x"), random -> () -> {
              String number = String.valueOf(random.nextInt(2_000));
              return Cell.value(number, number);
            })
            .withMissing("N/A", "-", "null")
            .withDirt("abc", "see note"));
  }
}
