package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "the heaviest shipment", "the 3 cheapest rooms": single rows by what an adjective measures. */
final class RowTop {
  private static final Set<String> WEIGHT = Set.of("weight", "mass", "peso");
  private static final Set<String> PRICE = Set.of("price", "cost", "fare", "preco", "precio");
  private static final Set<String> LENGTH =
      Set.of("duration", "length", "minutes", "seconds", "hours", "duracao", "duracion");
  private static final Set<String> VALUE = Set.of("value", "worth", "valor");
  private static final Set<String> AGE = Set.of("age", "idade", "edad");

  /** What an adjective measures, and whether it means much of it. */
  private record Sense(Set<String> names, boolean much) {}

  private static final Map<String, Sense> SENSES =
      Map.ofEntries(
          Map.entry("heaviest", new Sense(WEIGHT, true)),
          Map.entry("lightest", new Sense(WEIGHT, false)),
          Map.entry("priciest", new Sense(PRICE, true)),
          Map.entry("costliest", new Sense(PRICE, true)),
          Map.entry("cheapest", new Sense(PRICE, false)),
          Map.entry("longest", new Sense(LENGTH, true)),
          Map.entry("shortest", new Sense(LENGTH, false)),
          Map.entry("oldest", new Sense(AGE, true)),
          Map.entry("youngest", new Sense(AGE, false)),
          Map.entry("most expensive", new Sense(PRICE, true)),
          Map.entry("least expensive", new Sense(PRICE, false)),
          Map.entry("most valuable", new Sense(VALUE, true)),
          Map.entry("least valuable", new Sense(VALUE, false)));

  private final Words words;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;

  RowTop(Words words, Vocabulary vocabulary, GroupReader groups, MeasureList measures) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
  }

  void read() {
    for (int i = 0; i < words.count(); i++) {
      for (int length = 1; length <= 2; length++) {
        Optional<Sense> sense = sense(i, length);
        if (sense.isPresent() && measures.isRow(i + length) && take(sense.get(), i, length)) {
          return;
        }
      }
    }
  }

  private Optional<Sense> sense(int i, int length) {
    for (int at = i; at < i + length; at++) {
      if (!words.free(at)) {
        return Optional.empty();
      }
    }
    String one = words.get(i).lower();
    return Optional.ofNullable(
        SENSES.get(length == 1 ? one : one + " " + words.get(i + 1).lower()));
  }

  private boolean take(Sense sense, int i, int length) {
    List<ColumnRole> measured =
        vocabulary.roles().stream()
            .filter(ColumnRole::isMeasure)
            .filter(
                column -> NameWords.of(column.name()).stream().anyMatch(sense.names()::contains))
            .toList();
    Optional<ColumnRole> identity =
        vocabulary.with(Role.IDENTIFIER).stream()
            .filter(column -> vocabulary.unique().contains(column.name()))
            .findFirst();
    if (measured.isEmpty() || identity.isEmpty()) {
      return false;
    }
    int noun = i + length;
    boolean counted = words.free(i - 1) && words.get(i - 1).text().matches("[1-9]\\d{0,3}");
    boolean one = words.get(noun).lower().equals(words.get(noun).stem());
    if (!counted && !one) {
      return false;
    }
    ColumnRole column = Choice.only(words, new Lexicon.Match(measured, i, length));
    int limit = counted ? Integer.parseInt(words.get(i - 1).text()) : 1;
    groups.add(GroupReader.plain(identity.get()));
    groups.tops().set(new TopReader.Top(limit, sense.much(), 0));
    measures.add(
        words.phrase(i, length), sense.much() ? Aggregate.MAX : Aggregate.MIN, column.name());
    words.use(counted ? i - 1 : i, noun + 1 - (counted ? i - 1 : i));
    return true;
  }
}
