package dev.assay.quality;

import dev.assay.quality.dates.DayColumns;
import dev.assay.quality.dates.LookalikeColumns;
import dev.assay.quality.dates.NamedColumns;
import dev.assay.quality.dates.TimeColumns;
import dev.assay.quality.unseen.UnseenColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every generated column, and what suggestions make of them. */
public final class QualitySuite {
  /** All generators, in plain sight. */
  private static final List<Supplier<Stream<GeneratedTable>>> GENERATORS =
      List.of(
          NumberColumns::tables,
          MoneyColumns::tables,
          IdentifierColumns::tables,
          BooleanColumns::tables,
          WordColumns::tables,
          HarderColumns::tables,
          DayColumns::tables,
          NamedColumns::tables,
          TimeColumns::tables,
          LookalikeColumns::tables,
          UnseenColumns::tables);

  private QualitySuite() {}

  public static QualityScore run() {
    return run(tables());
  }

  /** All generated tables. */
  public static Stream<GeneratedTable> tables() {
    return GENERATORS.stream().flatMap(Supplier::get);
  }

  public static QualityScore run(Stream<GeneratedTable> tables) {
    List<ColumnScore> scores = new ArrayList<>();
    try (Landed landed = new Landed()) {
      tables.forEach(table -> scores.addAll(landed.score(table)));
    }
    return new QualityScore(List.copyOf(scores));
  }
}
