package dev.assay.advice;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Countries, by code and by name in several languages, and currencies, by code. */
final class Places {
  private static final double NEARLY_ALL = 0.95;

  /** Common names that the standard does not use. */
  private static final List<String> ALSO =
      List.of(
          "usa",
          "u.s.a.",
          "u.s.",
          "united states of america",
          "uk",
          "u.k.",
          "great britain",
          "england",
          "scotland",
          "wales",
          "northern ireland",
          "russia",
          "russian federation",
          "south korea",
          "north korea",
          "republic of korea",
          "korea",
          "czech republic",
          "czechia",
          "holland",
          "ivory coast",
          "macedonia",
          "vietnam",
          "viet nam",
          "turkey",
          "burma",
          "swaziland",
          "iran",
          "syria",
          "laos",
          "moldova",
          "tanzania",
          "bolivia",
          "venezuela",
          "palestine",
          "taiwan",
          "hong kong",
          "uae",
          "deutschland",
          "the netherlands");

  /** Money that people meet: other codes are words as well, such as ALL and TOP. */
  private static final Set<String> COMMON =
      Set.of(
          "USD", "EUR", "GBP", "JPY", "CNY", "INR", "BRL", "CHF", "KRW", "RUB", "PLN", "CZK", "SEK",
          "NOK", "DKK", "AUD", "CAD", "NZD", "MXN", "SGD", "HKD", "ZAR", "ILS", "THB", "UAH", "HUF",
          "AED", "TRY", "RON", "BGN", "IDR", "MYR", "PHP", "VND", "SAR", "CLP", "COP", "ARS");

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "fi", "tr", "ru", "ja", "zh");

  private Places() {}

  static boolean countries(KnownColumn column) {
    boolean named = NameSense.any(column.words(), NameSense.COUNTRY);
    if (named) {
      Set<String> all = names(LANGUAGES);
      all.addAll(codes());
      return column.share(text -> all.contains(text.toLowerCase(Locale.ROOT))) >= NEARLY_ALL;
    }
    // Without the name only full names tell: CA, DE and IN are states as well.
    long some =
        column.values().stream().limit(20).filter(value -> value.value().length() > 3).count();
    if (some < 3) {
      return false;
    }
    Set<String> english = names(List.of("en"));
    return column.share(text -> english.contains(text.toLowerCase(Locale.ROOT))) >= NEARLY_ALL
        && column.known().profile().distinct() >= 3;
  }

  static boolean currencies(KnownColumn column) {
    if (NameSense.any(column.words(), NameSense.CURRENCY)) {
      Set<String> codes =
          Currency.getAvailableCurrencies().stream()
              .map(Currency::getCurrencyCode)
              .collect(Collectors.toSet());
      return column.share(text -> codes.contains(text.toUpperCase(Locale.ROOT))) >= NEARLY_ALL;
    }
    return column.share(COMMON::contains) >= NEARLY_ALL && column.values().size() >= 2;
  }

  private static Set<String> codes() {
    Set<String> codes = new HashSet<>();
    for (String code : Locale.getISOCountries()) {
      codes.add(code.toLowerCase(Locale.ROOT));
      codes.add(Locale.of("", code).getISO3Country().toLowerCase(Locale.ROOT));
    }
    codes.add("uk");
    codes.add("eu");
    return codes;
  }

  private static Set<String> names(List<String> languages) {
    Set<String> names = new HashSet<>(ALSO);
    for (String language : languages) {
      Locale shown = Locale.of(language);
      for (String code : Locale.getISOCountries()) {
        names.add(Locale.of("", code).getDisplayCountry(shown).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
