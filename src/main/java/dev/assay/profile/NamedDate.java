package dev.assay.profile;

import dev.assay.model.MonthLanguage;
import dev.assay.profile.DateForm.Kind;
import dev.assay.profile.DateForm.Order;
import dev.assay.profile.DateForm.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises dates that name their month or their day of the week. */
final class NamedDate {
  private static final String MONTH = "(?<month>\\p{L}{3,13})(?<dot>\\.??)";
  private static final String DAY = "(?<day>\\d{1,2})(?<ordinal>(?i:st|nd|rd|th|er)|[ºª°])?";
  private static final String YEAR = "(?<year>\\d{4}|\\d{2})";
  private static final String TIME = "(?:(?<join>T|,? | - |:| at |, at )(?<time>\\d{1,2}:.*))?";

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          DAY
              + "(?<one>[-/. ]|\\. |,? (?i:de|of) |)"
              + MONTH
              + "(?<two>[-/. ,]|, |,? (?i:de|del|of) |)"
              + YEAR
              + TIME);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          MONTH + "(?<one>[-/ ]| {2})" + DAY + "(?<two>[-/ ,]|, )(?<year>\\d{4})" + TIME);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<year>\\d{4})(?<one>[-/. ]|)"
              + MONTH
              + "(?<two>[-/. ]|)"
              + "(?<day>\\d{1,2})(?<ordinal>)"
              + TIME);
  private static final Pattern WHOLE_MONTH =
      Pattern.compile(MONTH + "(?<one>[- /]|, | (?i:de|del) )(?<year>\\d{4})");
  private static final Pattern YEAR_AT_END =
      Pattern.compile(
          MONTH
              + "(?<one> {1,2})(?<day>\\d{1,2})(?<ordinal>) (?<time>\\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{3,4}| [+-]\\d{4})?) (?<year>\\d{4})");
  private static final Pattern WEEKDAY =
      Pattern.compile("(?<name>\\p{L}{2,10}(?:-feira)?\\.?)(?<gap>, | )(?<rest>.*\\d.*)");

  private NamedDate() {}

  static Optional<DateForm> of(String value) {
    boolean digit = false;
    boolean letter = false;
    for (int i = 0; i < value.length(); i++) {
      digit |= Character.isDigit(value.charAt(i));
      letter |= Character.isLetter(value.charAt(i));
    }
    if (!digit || !letter) {
      return Optional.empty();
    }
    return month(value).or(() -> weekday(value));
  }

  private static Optional<DateForm> weekday(String value) {
    Matcher match = WEEKDAY.matcher(value);
    if (!match.matches()) {
      return Optional.empty();
    }
    String name = match.group("name");
    Optional<Integer> day = Weekdays.day(name);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    String rest = match.group("rest");
    Optional<DateForm> form =
        Character.isLetter(rest.charAt(0))
            ? month(rest)
            : DateText.of(rest, DateText.Numbers.WRITTEN);
    Optional<String> english = Weekdays.directive(name);
    return form.filter(found -> found.kind() == Kind.DAY && !found.digits())
        .map(found ->
            found.withWeekday(
                day.get(), english.isPresent(), english.orElse("%A") + match.group("gap")));
  }

  private static Optional<DateForm> month(String value) {
    for (Pattern pattern : List.of(DAY_FIRST, MONTH_FIRST, YEAR_FIRST, WHOLE_MONTH, YEAR_AT_END)) {
      Matcher match = pattern.matcher(value);
      if (match.matches()) {
        Optional<DateForm> form = form(pattern, match);
        if (form.isPresent()) {
          return form;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<DateForm> form(Pattern pattern, Matcher match) {
    String name = match.group("month");
    Set<MonthLanguage> languages = EnumSet.noneOf(MonthLanguage.class);
    int month = 0;
    for (MonthLanguage language : MonthLanguage.values()) {
      Optional<Integer> known = language.month(name);
      if (known.isPresent()) {
        languages.add(language);
        month = known.get();
      }
    }
    boolean whole = pattern == WHOLE_MONTH;
    Optional<TimeForm> time = whole ? Optional.of(TimeForm.NONE) : DateText.time(match);
    String year = match.group("year");
    int written = Integer.parseInt(year);
    boolean shortYear = year.length() == 2;
    int day = whole ? 1 : Integer.parseInt(match.group("day"));
    if (languages.isEmpty()
        || time.isEmpty()
        || !shortYear && written < 1000
        // SUB-1001 is a key; months are written of years that somebody remembers.
        || whole && (written < 1800 || written > 2200)
        || !DateText.exists(shortYear ? DateText.year(written) : written, month, day)) {
      return Optional.empty();
    }
    boolean english = languages.contains(MonthLanguage.EN);
    boolean ordinal = !whole && match.group("ordinal") != null && !match.group("ordinal").isEmpty();
    boolean plain =
        english && !name.equalsIgnoreCase("sept") && !ordinal && match.group("dot").isEmpty();
    String monthFormat = name.length() == 3 ? "%b" : "%B";
    String one = match.group("one");
    String yearFormat = shortYear ? "%y" : "%Y";
    String format;
    if (whole) {
      format = monthFormat + one + yearFormat;
    } else if (pattern == YEAR_AT_END) {
      format = monthFormat + one + "%d " + time.get().format() + " " + yearFormat;
    } else {
      String two = match.group("two");
      String tail = DateText.tail(match, time.get());
      format =
          pattern == DAY_FIRST
              ? "%d" + one + monthFormat + two + yearFormat + tail
              : pattern == MONTH_FIRST
                  ? monthFormat + one + "%d" + two + yearFormat + tail
                  : yearFormat + one + monthFormat + two + "%d" + tail;
    }
    return Optional.of(
        new DateForm(
            whole ? Kind.MONTH : Kind.DAY,
            List.of(new Reading(Order.PLAIN, format, true, List.of())),
            "",
            time.get(),
            false,
            false,
            shortYear ? List.of(written) : List.of(),
            languages,
            plain,
            0));
  }
}
