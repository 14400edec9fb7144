package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units as people say them and as names of columns shorten them: minutes and min. */
final class UnitWords {
  private static final Map<String, Set<String>> SAME = new HashMap<>();

  static {
    for (String line :
        List.of(
            "minute minutes minuto minutos min mins",
            "hour hours hora horas hr hrs h",
            "second seconds segundo segundos sec secs s",
            "day days dia dias",
            "night nights noite noites noche noches",
            "kilometre kilometres kilometer kilometers quilometro quilometros kilometro kilometros km",
            "mile miles milha milhas milla millas mi",
            "metre metres meter meters metro metros m m2",
            "sqm m2",
            "hectare hectares hectarea hectareas ha",
            "acre acres",
            "kilowatt kilowatts kwh kw",
            "kilo kilos quilo quilos kilogram kilograms kg",
            "gram grams grama gramas gramo gramos g",
            "pound pounds lb lbs",
            "ton tons tonne tonnes tonelada toneladas t",
            "litre litres liter liters litro litros l",
            "point points ponto pontos punto puntos pts")) {
      Set<String> words = Set.of(line.split(" "));
      words.forEach(word -> SAME.put(word, words));
    }
  }

  private UnitWords() {}

  /** Whether a folded word says the unit that a word of a column's name says. */
  static boolean same(String word, String part) {
    return word.equals(part) || SAME.getOrDefault(word, Set.of()).contains(part);
  }

  /** The figures of a table whose names end in the unit that a folded word says. */
  static List<ColumnRole> measuredIn(Vocabulary vocabulary, String word) {
    return vocabulary.roles().stream()
        .filter(ColumnRole::isMeasure)
        .filter(column -> {
          List<String> name = NameWords.of(column.name());
          return name.size() > 1 && same(word, name.getLast());
        })
        .toList();
  }

  private static final Map<String, Integer> SECONDS =
      Map.of("second", 1, "minute", 60, "hour", 3_600, "day", 86_400);

  /** A time in another unit than it is said in; empty where either is no unit of time. */
  static Optional<String> converted(String number, String said, String wanted) {
    Optional<Integer> from = seconds(said);
    Optional<Integer> to = seconds(wanted);
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BigDecimal(number)
                .multiply(BigDecimal.valueOf(from.get()))
                .divide(BigDecimal.valueOf(to.get()), MathContext.DECIMAL64)
                .stripTrailingZeros()
                .toPlainString());
  }

  private static Optional<Integer> seconds(String word) {
    return SECONDS.entrySet().stream()
        .filter(unit -> same(unit.getKey(), word))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a folded word is a unit of time. */
  static boolean isTime(String word) {
    return seconds(word).isPresent();
  }
}
