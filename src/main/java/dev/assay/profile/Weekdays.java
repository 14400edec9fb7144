package dev.assay.profile;

import dev.assay.model.MonthLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of the days of the week in the languages of {@link MonthLanguage}. */
public final class Weekdays {
  private static final List<String> NAMES =
      List.of(
          "mon monday seg segunda segunda-feira lun lunes lundi mo montag lunedi ma maandag",
          "tue tues tuesday ter terca terca-feira martes mar mardi di dienstag martedi dinsdag",
          "wed wednesday qua quarta quarta-feira mie miercoles mer mercredi mi mittwoch mercoledi"
              + " wo woensdag",
          "thu thur thurs thursday qui quinta quinta-feira jue jueves jeu jeudi do donnerstag gio"
              + " giovedi donderdag",
          "fri friday sex sexta sexta-feira vie viernes ven vendredi fr freitag venerdi vr vrijdag",
          "sat saturday sab sabado sam samedi sa samstag sonnabend sabato za zaterdag",
          "sun sunday dom domingo dim dimanche so sonntag domenica zo zondag");

  private static final Map<String, Integer> DAYS = new HashMap<>();

  private static final List<String> ENGLISH_SHORT =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  static {
    for (int i = 0; i < NAMES.size(); i++) {
      for (String name : NAMES.get(i).split(" ")) {
        DAYS.put(name, i + 1);
      }
    }
  }

  private Weekdays() {}

  /** The day of the week that a word names, Monday being 1. */
  public static Optional<Integer> day(String word) {
    String plain = MonthLanguage.plain(word.strip());
    return Optional.ofNullable(
        DAYS.get(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain));
  }

  /** The directive of {@code strptime} for a name in plain English, empty for any other. */
  static Optional<String> directive(String word) {
    String plain = MonthLanguage.plain(word);
    if (ENGLISH_SHORT.contains(plain)) {
      return Optional.of("%a");
    }
    boolean full = plain.endsWith("day") && plain.length() > 5 && DAYS.containsKey(plain);
    return full ? Optional.of("%A") : Optional.empty();
  }
}
