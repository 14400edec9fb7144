package dev.assay.ask;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "How long is the song X", "how tall is X": the figure of one row that an adjective asks for. */
final class HowLong implements RowQuestion.Kind {
  @Override
  public Optional<RowAnswer> read(RowQuestion question) {
    RowWords words = question.words();
    int at =
        words.find(
            "how", "long|tall|high|heavy|fast|old|large|big|deep|wide|far|expensive|populous");
    if (at < 0 || !words.at(at + 2, "is|was|are|were|did|does|do")) {
      return Optional.empty();
    }
    List<SmallColumn> asked =
        question.table().holding(columns(words.word(at + 1))).stream()
            .filter(SmallColumn::isNumber)
            .filter(column -> !column.isTime())
            .toList();
    if (asked.size() != 1) {
      return Optional.empty();
    }
    words.use(at, 2);
    SmallColumn column = asked.getFirst();
    question.links().named().stream()
        .filter(named -> named.column() == column && words.free(named.at(), named.length()))
        .forEach(question::use);
    if (!question.conditions().read() || question.conditions().filters().isEmpty()) {
      return Optional.empty();
    }
    BitSet rows = question.conditions().rows();
    rows.and(column.presentRows());
    if (rows.cardinality() != 1 || question.unsure()) {
      return Optional.empty();
    }
    question.tolerate(1);
    return Optional.of(question.ofThatRow(column));
  }

  private static Set<String> columns(String adjective) {
    return switch (adjective) {
      case "long" -> Set.of("length", "duration", "time", "runtime");
      case "tall" -> Set.of("height");
      case "high" -> Set.of("height", "elevation", "altitude");
      case "heavy" -> Set.of("weight", "mass");
      case "fast" -> Set.of("speed", "time");
      case "old" -> Set.of("age");
      case "large", "big" -> Set.of("area", "size", "population");
      case "deep" -> Set.of("depth");
      case "wide" -> Set.of("width");
      case "far" -> Set.of("distance");
      case "expensive" -> Set.of("price", "cost");
      case "populous" -> Set.of("population");
      default -> Set.of();
    };
  }
}
