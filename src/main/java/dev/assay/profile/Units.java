package dev.assay.profile;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Currencies and units, each a family of ways to write the same thing. */
public final class Units {
  /** A family: its name, and whether it is money. */
  record Family(String name, boolean currency) {}

  /** Single letters that the metric system writes small stand for something else in capitals. */
  private static final Set<String> SINGLE_CAPITALS = Set.of("G", "T", "S", "H", "D", "W", "V");

  private static final Map<String, Family> CURRENCIES = new HashMap<>();
  private static final Map<String, Family> MEASURES = new HashMap<>();

  static {
    for (String words :
        List.of(
            "USD|$|us$|dollar|dollars|us dollars",
            "EUR|€|euro|euros",
            "GBP|£|pound sterling",
            "JPY|¥|yen",
            "CNY|rmb|cn¥",
            "INR|₹|rs|rs.",
            "BRL|r$",
            "CHF|sfr|fr.",
            "KRW|₩",
            "RUB|₽|руб|руб.",
            "TRY|₺",
            "PLN|zł",
            "CZK|kč",
            "SEK|kr|kr.",
            "NOK",
            "DKK",
            "AUD|a$|au$",
            "CAD|c$|ca$",
            "NZD|nz$",
            "MXN|mx$",
            "SGD|s$",
            "HKD|hk$",
            "ZAR",
            "ILS|₪",
            "THB|฿",
            "VND|₫",
            "UAH|₴",
            "HUF",
            "AED")) {
      add(CURRENCIES, words, true);
    }
    for (String words :
        List.of(
            "%|percent|pct|pct.|per cent",
            "oz|ounce|ounces|oz.|ozs",
            "lb|lbs|pound|pounds|lb.|lbs.",
            "kg|kgs|kilo|kilos|kilogram|kilograms|kg.",
            "g|gr|gram|grams|gm",
            "mg|milligrams",
            "t|ton|tons|tonne|tonnes",
            "l|liter|liters|litre|litres|ltr",
            "ml|milliliters|millilitres",
            "cl",
            "gal|gallon|gallons",
            "mm|millimeters|millimetres",
            "cm|centimeters|centimetres",
            "m|meter|meters|metre|metres",
            "km|kilometers|kilometres|kms",
            "in|inch|inches|\"",
            "ft|foot|feet|'",
            "yd|yard|yards",
            "mi|mile|miles",
            "mph",
            "km/h|kmh|kph",
            "s|sec|secs|second|seconds",
            "ms|milliseconds",
            "min|mins|minute|minutes",
            "h|hr|hrs|hour|hours",
            "d|day|days",
            "week|weeks|wk|wks",
            "month|months|mo|mos",
            "year|years|yr|yrs",
            "°c|c°|celsius",
            "°f|fahrenheit",
            "°|deg|degrees",
            "kwh",
            "mwh",
            "kw",
            "mw",
            "W|watt|watts",
            "V|volt|volts",
            "hz",
            "mhz",
            "ghz",
            "kb",
            "mb",
            "gb",
            "tb",
            "pcs|pc|piece|pieces|units|unit|items|item|pcs.",
            "sqft|sq ft|ft²|ft2|sq. ft.",
            "m²|m2|sqm|sq m",
            "m³|m3|cbm",
            "ft³|ft3|cu ft",
            "cm²|cm2",
            "cm³|cm3",
            "km²|km2|sq km",
            "m/s",
            "mg/dl",
            "l/100km|l/100 km|l / 100 km",
            "ha|hectare|hectares",
            "acre|acres",
            "cal|kcal|calories",
            "bpm",
            "rpm",
            "hp",
            "bar",
            "psi",
            "people|persons|pax")) {
      add(MEASURES, words, false);
    }
  }

  private static final Set<String> RELATIVE =
      Set.of(
          "%",
          "°c", "°f", "°", "mph", "km/h", "bpm", "rpm", "bar", "psi", "V", "hz", "mhz", "ghz",
          "m/s", "mg/dl", "l/100km");

  /** Codes of ISO 4217 but for those of metals, funds and tests. */
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .filter(code -> !code.startsWith("X"))
          // In front of numbers these are words rather than money: "TOP 10".
          .filter(code -> !Set.of("TOP", "ALL", "SOS").contains(code))
          .collect(Collectors.toUnmodifiableSet());

  /** Currencies of countries that write a point before the fraction. */
  private static final Set<String> POINT =
      Set.of(
          "USD", "GBP", "JPY", "CNY", "INR", "KRW", "AUD", "CAD", "NZD", "MXN", "SGD", "HKD", "ILS",
          "THB", "CHF");

  /** Currencies of countries that write a comma before the fraction. */
  private static final Set<String> COMMA =
      Set.of("BRL", "DKK", "TRY", "IDR", "VND", "ARS", "CLP", "COP", "UYU");

  private static final Pattern NO_CENTS = Pattern.compile("^[.,/:] ?[-–—=]{1,2}\\s*");

  private Units() {}

  private static void add(Map<String, Family> families, String words, boolean currency) {
    String[] all = words.split("\\|", -1);
    Family family = new Family(all[0], currency);
    Arrays.stream(all).forEach(word -> families.put(lower(word), family));
  }

  /** In lower case, but for single capitals that are no unit or another one when small. */
  static String lower(String written) {
    return SINGLE_CAPITALS.contains(written) ? written : written.toLowerCase(Locale.ROOT);
  }

  /** Whether a currency that is a word, such as rs, stands right before the digits of a code. */
  static boolean glued(String prefix) {
    return !prefix.equals("Rs")
        && !code(prefix.toUpperCase(Locale.ROOT))
        && prefix.chars().allMatch(Character::isLetter)
        && CURRENCIES.containsKey(prefix.toLowerCase(Locale.ROOT));
  }

  /** Whether numbers written with this are shares or levels, of which a sum means nothing. */
  public static boolean relative(String affix) {
    return of(lower(affix)).filter(family -> RELATIVE.contains(family.name())).isPresent();
  }

  /** Whether numbers written with this are money. */
  public static boolean money(String affix) {
    return of(affix.toLowerCase(Locale.ROOT)).filter(Family::currency).isPresent();
  }

  /** The one name of the unit or currency that {@code written} is exactly, such as USD or kg. */
  static Optional<Family> exactly(String written) {
    String word = lower(written.strip());
    return Optional.ofNullable(CURRENCIES.getOrDefault(word, MEASURES.get(word)));
  }

  /** The currency that a text before or after a number names. */
  static Optional<Family> currency(String affix) {
    Family family = CURRENCIES.get(affix.toLowerCase(Locale.ROOT));
    return family == null && code(affix)
        ? Optional.of(new Family(affix, true))
        : Optional.ofNullable(family);
  }

  /** What may stand before a number: a currency, or the percent sign as Turkish puts it. */
  static Optional<Family> before(String prefix) {
    return prefix.equals("%") ? of(prefix) : currency(prefix);
  }

  /** Whether a prefix is known to measure. */
  static boolean known(String prefix) {
    return before(prefix).isPresent();
  }

  /** What follows a sign for "no cents", as in {@code 12,- EUR} and {@code 500/-}. */
  static String behindCents(String suffix) {
    return NO_CENTS.matcher(suffix).replaceFirst("");
  }

  /** The sign for "no cents" that begins a suffix: the comma of {@code 12,- EUR}. */
  static Optional<Character> beforeCents(String suffix) {
    return NO_CENTS.matcher(suffix).find() ? Optional.of(suffix.charAt(0)) : Optional.empty();
  }

  /** The code of the currency that a text such as {@code R$} or {@code euro} stands for. */
  public static Optional<String> currencyCode(String written) {
    return currency(lower(written.strip())).or(() -> currency(written.strip())).map(Family::name);
  }

  /** Whether a text is the code of a currency, in capitals as codes are. */
  static boolean code(String text) {
    return text.length() == 3 && CODES.contains(text);
  }

  /** Whether amounts of a currency have three decimals. */
  static boolean threeDecimals(Family currency) {
    return CODES.contains(currency.name())
        && Currency.getInstance(currency.name()).getDefaultFractionDigits() == 3;
  }

  /** The sign before the fraction in the countries of a currency, where all of them agree. */
  static Optional<Character> decimal(Family currency) {
    return POINT.contains(currency.name())
        ? Optional.of('.')
        : COMMA.contains(currency.name()) ? Optional.of(',') : Optional.empty();
  }

  /**
   * The family of what stands after a number; words after a known unit only describe it further, as
   * in {@code oz. can}.
   */
  static Optional<Family> of(String suffix) {
    Family family = currency(suffix).orElse(MEASURES.get(suffix));
    if (family != null) {
      return Optional.of(family);
    }
    int blank = suffix.indexOf(' ');
    String first = blank < 0 ? suffix : suffix.substring(0, blank);
    String bare = first.replaceAll("[.,;]+$", "");
    return Optional.ofNullable(CURRENCIES.getOrDefault(bare, MEASURES.get(bare)));
  }

  /** Whether a suffix says more than its unit does, as in {@code oz. can}. */
  static boolean saysMore(String suffix) {
    return currency(suffix).isEmpty() && !MEASURES.containsKey(suffix) && suffix.indexOf(' ') >= 0;
  }
}
