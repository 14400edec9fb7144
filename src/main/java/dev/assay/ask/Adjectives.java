package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What adjectives measure: "heavier" and "the heaviest" speak of a weight, and of much of it. */
final class Adjectives {
  private static final Set<String> WEIGHT = Set.of("weight", "mass", "peso");
  private static final Set<String> HEIGHT = Set.of("height", "altura", "alto", "altitude");
  private static final Set<String> WIDTH = Set.of("width", "largura", "anchura", "ancho");
  private static final Set<String> DEPTH = Set.of("depth", "profundidade", "profundidad");
  private static final Set<String> SPEED =
      Set.of("speed", "velocity", "velocidade", "velocidad", "kmh", "mph");
  private static final Set<String> HEAT = Set.of("temperature", "temperatura", "temp");
  private static final Set<String> PRICE = Set.of("price", "cost", "fare", "preco", "precio");
  private static final Set<String> LENGTH =
      Set.of(
          "duration",
          "length",
          "minutes",
          "seconds",
          "hours",
          "duracao",
          "duracion",
          "distance",
          "distancia");
  private static final Set<String> VALUE = Set.of("value", "worth", "valor");
  private static final Set<String> AGE = Set.of("age", "idade", "edad");

  /** What an adjective measures, and whether it means much of it. */
  record Sense(Set<String> names, boolean much) {
    /** The figures of a table that are called so. */
    List<ColumnRole> measured(Vocabulary vocabulary) {
      return vocabulary.roles().stream()
          .filter(ColumnRole::isMeasure)
          .filter(column -> NameWords.of(column.name()).stream().anyMatch(names::contains))
          .toList();
    }
  }

  private static final Map<String, Sense> SUPERLATIVES = new HashMap<>();
  private static final Map<String, Sense> COMPARATIVES = new HashMap<>();

  static {
    add("heaviest", "heavier", WEIGHT, true);
    add("lightest", "lighter", WEIGHT, false);
    add("tallest", "taller", HEIGHT, true);
    add("widest", "wider", WIDTH, true);
    add("narrowest", "narrower", WIDTH, false);
    add("deepest", "deeper", DEPTH, true);
    add("fastest", "faster", SPEED, true);
    add("slowest", "slower", SPEED, false);
    add("hottest", "hotter", HEAT, true);
    add("warmest", "warmer", HEAT, true);
    add("coldest", "colder", HEAT, false);
    add("priciest", "pricier", PRICE, true);
    add("costliest", "costlier", PRICE, true);
    add("cheapest", "cheaper", PRICE, false);
    add("longest", "longer", LENGTH, true);
    add("shortest", "shorter", LENGTH, false);
    add("oldest", "older", AGE, true);
    add("youngest", "younger", AGE, false);
    add("most expensive", "more expensive", PRICE, true);
    add("least expensive", "less expensive", PRICE, false);
    add("most valuable", "more valuable", VALUE, true);
    add("least valuable", "less valuable", VALUE, false);
  }

  private Adjectives() {}

  private static void add(String most, String more, Set<String> names, boolean much) {
    SUPERLATIVES.put(most, new Sense(names, much));
    COMPARATIVES.put(more, new Sense(names, much));
  }

  /** "the heaviest", said by one or two free words. */
  static Optional<Sense> superlative(Words words, int at, int length) {
    if (length == 1 && words.at(at, "largest|smallest")) {
      // "mais alta" is the tallest, where something is tall at all.
      String text = TextResource.folded(words.get(at).text());
      return text.matches("(mais|mas) (alt|baix|baj)[oa]s?")
          ? Optional.of(new Sense(HEIGHT, words.at(at, "largest")))
          : Optional.empty();
    }
    return said(SUPERLATIVES, words, at, length);
  }

  /** "heavier", said by one or two free words. */
  static Optional<Sense> comparative(Words words, int at, int length) {
    return said(COMPARATIVES, words, at, length);
  }

  private static Optional<Sense> said(Map<String, Sense> senses, Words words, int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (!words.free(i)) {
        return Optional.empty();
      }
    }
    String one = words.get(at).lower();
    return Optional.ofNullable(
        senses.get(length == 1 ? one : one + " " + words.get(at + 1).lower()));
  }
}
