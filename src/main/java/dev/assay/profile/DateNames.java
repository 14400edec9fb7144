package dev.assay.profile;

import java.util.List;
import java.util.Set;

/** What a column's name says about dates; evidence beside the values, never instead of them. */
public final class DateNames {
  private static final Set<String> DAYS =
      Set.of(
          "date",
          "dates",
          "datetime",
          "datum",
          "fecha",
          "dob",
          "birthday",
          "birthdate",
          "dato",
          "timestamp",
          "dt");

  private static final Set<String> WHEN = Set.of("on", "at");

  private static final Set<String> ALONE =
      Set.of("created", "updated", "modified", "born", "expires", "expiry");

  private static final Set<String> INSTANTS =
      Set.of("ts", "time", "timestamp", "epoch", "unixtime", "utc", "when", "at", "datetime");

  /** Words under which a time is how long something took. */
  private static final Set<String> DURATIONS =
      Set.of(
          "cpu",
          "response",
          "elapsed",
          "total",
          "wall",
          "run",
          "wait",
          "lead",
          "processing",
          "load",
          "exec",
          "execution",
          "latency",
          "duration",
          "ns",
          "us",
          "mean",
          "avg",
          "max",
          "min");

  /** Words under which the time of a clock is none. */
  private static final Set<String> LENGTHS =
      Set.of(
          "durations",
          "length",
          "len",
          "lap",
          "laps",
          "pace",
          "split",
          "splits",
          "runtime",
          "playtime",
          "uptime",
          "downtime",
          "remaining",
          "took",
          "interval",
          "dauer",
          "laufzeit",
          "duracion",
          "duracao",
          "duree",
          "durata");

  private static final Set<String> STAMPS = Set.of("timestamp", "ts", "dt");

  /** Words after which a date is no date: the identifier of one, how many, how long. */
  private static final Set<String> OF_A_DATE =
      Set.of(
          "id", "key", "count", "number", "no", "nr", "num", "code", "name", "type", "format",
          "days", "hours", "minutes", "seconds", "zone", "range", "diff", "taken", "spent", "cnt");

  private static final Set<String> NO_DATE = Set.of("update", "candidate", "mandate", "validate");

  private static final Set<String> EIGHT_DIGITS =
      Set.of("date", "day", "dt", "datum", "on", "at", "time", "created", "updated");

  private static final Set<String> BIRTHS =
      Set.of(
          "birth",
          "birthday",
          "birthdate",
          "dob",
          "born",
          "geburtsdatum",
          "nascimento",
          "nacimiento",
          "naissance",
          "nascita",
          "geboortedatum");

  private static final Set<String> MONTHS =
      Set.of(
          "month",
          "period",
          "date",
          "quarter",
          "year",
          "mes",
          "mois",
          "monat",
          "mese",
          "maand",
          "periode",
          "periodo",
          "yearmonth",
          "ym");

  /** Words of what is to come. */
  private static final Set<String> AHEAD =
      Set.of(
          "expiry",
          "expires",
          "expired",
          "expiration",
          "valid",
          "until",
          "end",
          "ends",
          "due",
          "maturity",
          "to",
          "planned",
          "scheduled",
          "deadline",
          "plan",
          "target",
          "forecast",
          "expected",
          "estimated",
          "eta",
          "next",
          "renewal",
          "best",
          "retirement",
          "thru",
          "through");

  private DateNames() {}

  /** Whether dates under a name of these words may lie ahead. */
  public static boolean ahead(List<String> words) {
    return words.stream().anyMatch(AHEAD::contains);
  }

  /** Whether whole dates of eight digits fit this name. */
  static boolean eightDigits(String name) {
    return dated(name) || IdentifierNames.words(name).stream().anyMatch(EIGHT_DIGITS::contains);
  }

  /** Whether numbers under this name may count the days of a spreadsheet. */
  static boolean dated(String name) {
    List<String> words = IdentifierNames.words(name);
    if (words.isEmpty()
        || OF_A_DATE.contains(words.getLast())
        || IdentifierNames.amount(name)
        || IdentifierNames.money(name)
        || toDate(words)) {
      return false;
    }
    return words.stream()
            .anyMatch(
                word -> DAYS.contains(word) || word.endsWith("date") && !NO_DATE.contains(word))
        || words.size() > 1 && WHEN.contains(words.getLast())
        || words.size() == 1 && ALONE.contains(words.getFirst())
        || words.size() > 1 && words.getFirst().equals("data");
  }

  /** What is counted up to a date, such as visitors_to_date. */
  private static boolean toDate(List<String> words) {
    return words.size() > 2
        && words.getLast().equals("date")
        && words.get(words.size() - 2).equals("to");
  }

  /** Whether numbers under this name may count the seconds since 1970. */
  static boolean instant(String name) {
    List<String> words = IdentifierNames.words(name);
    return dated(name)
        || !words.isEmpty()
            && !OF_A_DATE.contains(words.getLast())
            && words.stream().noneMatch(DURATIONS::contains)
            && words.stream().anyMatch(INSTANTS::contains);
  }

  /** Whether this name is that of an instant's mark, which no spreadsheet's day is. */
  static boolean stamp(String name) {
    return IdentifierNames.words(name).stream().anyMatch(STAMPS::contains);
  }

  /** Whether times under this name are how long something takes. */
  static boolean duration(String name) {
    List<String> words = IdentifierNames.words(name);
    return words.stream().anyMatch(DURATIONS::contains)
        || words.stream().anyMatch(LENGTHS::contains)
        || !words.isEmpty() && words.getLast().equals("clock");
  }

  /** Whether this name is that of what tells things apart, and of no month that does. */
  static boolean marks(String name) {
    return IdentifierNames.keyLike(name) && !dated(name) && !ofMonths(name);
  }

  /** Whether this name is that of months or of what is told by them, such as a period. */
  static boolean ofMonths(String name) {
    return IdentifierNames.words(name).stream().anyMatch(MONTHS::contains);
  }

  /** Whether dates under this name are those of births, which lie in the past. */
  static boolean birth(String name) {
    return IdentifierNames.words(name).stream().anyMatch(BIRTHS::contains);
  }
}
