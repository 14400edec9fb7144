package dev.assay.quality.dates;

import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.TIMESTAMP;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import dev.assay.quality.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Days whose month, and often whose day of the week, has a name, in seven languages. */
public final class NamedColumns {
  private static final List<String> HEADERS = List.of("date", "x", "Eingang", "data", "published");

  /** Full and short names, January first. */
  private record Names(String language, String full, String brief, String days) {
    String month(LocalDate day) {
      return full.split(" ")[day.getMonthValue() - 1];
    }

    String shortMonth(LocalDate day) {
      return brief.split(" ")[day.getMonthValue() - 1];
    }

    String day(LocalDate day) {
      return days.split(" ")[day.getDayOfWeek().getValue() - 1];
    }
  }

  private static final Names ENGLISH =
      new Names(
          "English",
          "January February March April May June July August September October November December",
          "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
          "Monday Tuesday Wednesday Thursday Friday Saturday Sunday");

  private static final List<Names> OTHERS =
      List.of(
          new Names(
              "Portuguese",
              "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
              "jan fev mar abr mai jun jul ago set out nov dez",
              "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
          new Names(
              "Spanish",
              "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
              "ene feb mar abr may jun jul ago sept oct nov dic",
              "lunes martes miércoles jueves viernes sábado domingo"),
          new Names(
              "French",
              "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
              "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
              "lundi mardi mercredi jeudi vendredi samedi dimanche"),
          new Names(
              "German",
              "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
              "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
              "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
          new Names(
              "Italian",
              "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
              "gen feb mar apr mag giu lug ago set ott nov dic",
              "lunedì martedì mercoledì giovedì venerdì sabato domenica"),
          new Names(
              "Dutch",
              "januari februari maart april mei juni juli augustus september oktober november december",
              "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
              "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"));

  private NamedColumns() {}

  public static Stream<GeneratedTable> tables() {
    return Stream.concat(
        english().stream().flatMap(Moments::tables), others().stream().flatMap(Moments::tables));
  }

  private static Kind kind(String name, Function<LocalDate, String> text) {
    return Kind.of(name, DATE, HEADERS, Moments.days(text))
        .withMissing("N/A", "-", "none", "")
        .withDirt("30 February 2021", "some day", "5 Foo 2021", "?");
  }

  private static List<Kind> english() {
    List<Kind> kinds = new ArrayList<>();
    Names en = ENGLISH;
    kinds.add(
        kind(
            "5 Jan 2021",
            day -> day.getDayOfMonth() + " " + en.shortMonth(day) + " " + day.getYear()));
    kinds.add(
        kind(
            "05-JAN-21",
            day ->
                "%02d-%s-%02d"
                    .formatted(
                        day.getDayOfMonth(),
                        en.shortMonth(day).toUpperCase(Locale.ROOT),
                        day.getYear() % 100))
            .ambiguousWhere(cells ->
                Moments.values(cells)
                    .anyMatch(cell -> Moments.toCome(LocalDate.parse(cell.truth())))));
    kinds.add(
        kind(
            "05-Jan-2021",
            day -> "%02d-%s-%d".formatted(day.getDayOfMonth(), en.shortMonth(day), day.getYear())));
    kinds.add(
        kind(
            "Jan 5, 2021",
            day -> en.shortMonth(day) + " " + day.getDayOfMonth() + ", " + day.getYear()));
    kinds.add(
        kind(
            "January 5, 2021",
            day -> en.month(day) + " " + day.getDayOfMonth() + ", " + day.getYear()));
    kinds.add(
        kind(
            "January 5th, 2021",
            day ->
                en.month(day)
                    + " "
                    + day.getDayOfMonth()
                    + ordinal(day.getDayOfMonth())
                    + ", "
                    + day.getYear()));
    kinds.add(
        kind(
            "5th of January 2021",
            day ->
                day.getDayOfMonth()
                    + ordinal(day.getDayOfMonth())
                    + " of "
                    + en.month(day)
                    + " "
                    + day.getYear()));
    kinds.add(
        kind(
            "Sept. 5, 2021",
            day ->
                (day.getMonthValue() == 9 ? "Sept" : en.shortMonth(day))
                    + (day.getMonthValue() == 5 ? "" : ".")
                    + " "
                    + day.getDayOfMonth()
                    + ", "
                    + day.getYear()));
    kinds.add(
        kind(
            "Tue, 05 Jan 2021",
            day ->
                "%s, %02d %s %d"
                    .formatted(
                        en.day(day).substring(0, 3),
                        day.getDayOfMonth(),
                        en.shortMonth(day),
                        day.getYear())));
    kinds.add(
        kind(
            "Tuesday, January 5, 2021",
            day ->
                en.day(day)
                    + ", "
                    + en.month(day)
                    + " "
                    + day.getDayOfMonth()
                    + ", "
                    + day.getYear()));
    kinds.add(
        kind(
            "05JAN2021",
            day ->
                "%02d%s%d"
                    .formatted(
                        day.getDayOfMonth(),
                        en.shortMonth(day).toUpperCase(Locale.ROOT),
                        day.getYear())));
    kinds.add(
        kind(
            "2021-Jan-05",
            day -> "%d-%s-%02d".formatted(day.getYear(), en.shortMonth(day), day.getDayOfMonth())));
    kinds.add(
        Kind.of(
            "names and digits",
            DATE,
            HEADERS,
            Moments.anyOf(
                List.of(
                    LocalDate::toString,
                    day -> day.getDayOfMonth() + " " + en.month(day) + " " + day.getYear(),
                    day ->
                        en.shortMonth(day) + " " + day.getDayOfMonth() + ", " + day.getYear()))));
    kinds.add(
        Kind.of(
            "5 Jan 2021 10:15",
            TIMESTAMP,
            HEADERS,
            Moments.times(
                time -> time.truncatedTo(ChronoUnit.MINUTES),
                time ->
                    time.getDayOfMonth()
                        + " "
                        + en.shortMonth(time.toLocalDate())
                        + " "
                        + time.getYear()
                        + " %02d:%02d".formatted(time.getHour(), time.getMinute()))));
    return kinds;
  }

  private static List<Kind> others() {
    List<Kind> kinds = new ArrayList<>();
    for (Names names : OTHERS) {
      boolean of = names.language().equals("Portuguese") || names.language().equals("Spanish");
      String dot = names.language().equals("German") ? "." : "";
      String link = of ? " de " : " ";
      kinds.add(
          kind(
              "full names in " + names.language(),
              day -> day.getDayOfMonth() + dot + link + names.month(day) + link + day.getYear()));
      kinds.add(
          kind(
              "short names in " + names.language(),
              day ->
                  day.getDayOfMonth() + dot + " " + names.shortMonth(day) + " " + day.getYear()));
      kinds.add(
          kind(
              "days of the week in " + names.language(),
              day ->
                  names.day(day)
                      + (of ? ", " : " ")
                      + day.getDayOfMonth()
                      + dot
                      + link
                      + names.month(day)
                      + link
                      + day.getYear()));
      kinds.add(
          kind(
              "upper case in " + names.language(),
              day ->
                  "%02d-%s-%d"
                      .formatted(
                          day.getDayOfMonth(),
                          names.shortMonth(day).replace(".", "").toUpperCase(Locale.ROOT),
                          day.getYear())));
    }
    kinds.add(
        Kind.of(
            "two languages in one column",
            DATE,
            HEADERS,
            random -> {
              Names one = OTHERS.get(random.nextInt(OTHERS.size()));
              var days = Moments.days(random);
              return () -> {
                LocalDate day = days.get();
                Names names = random.nextBoolean() ? ENGLISH : one;
                return Cell.value(
                    day.getDayOfMonth() + " " + names.month(day) + " " + day.getYear(),
                    day.toString());
              };
            }));
    kinds.add(
        kind(
            "1er janvier 2021",
            day ->
                day.getDayOfMonth()
                    + (day.getDayOfMonth() == 1 ? "er" : "")
                    + " "
                    + OTHERS.get(2).month(day)
                    + " "
                    + day.getYear()));
    return kinds;
  }

  static String ordinal(int day) {
    return day / 10 == 1
        ? "th"
        : switch (day % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  /** A day of the week in any of the languages. */
  static String weekday(Random random, LocalDate day) {
    return OTHERS.get(random.nextInt(OTHERS.size())).day(day);
  }
}
