package dev.assay.advice;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Headers that are values: years, months, quarters, days, or one word with a running number. */
final class SeriesOfHeaders {
  private static final int FEWEST = 3;

  /** Words whose numbered columns are features, parts or lines of one thing. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)(?:[a-z]|pc|col|column|field|feature|feat|pixel|px|var|attr|attribute|dim|coef"
              + "|address|addr|line|street|phone|tel|name|id|code|key|unnamed|emb|vec|bin|lag)");

  private static final Pattern ISO_DAY =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]00:00(?::00)?)?");
  private static final Pattern DAY =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern YEAR_MONTH =
      Pattern.compile("(?:19|20)\\d{2}[-/. ]?(?:M)?(?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.](?:19|20)\\d{2}");
  private static final Pattern SEASON = Pattern.compile("((?:19|20)\\d{2})[-/\u2013](\\d{2})");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?i)Q[1-4]|Q[1-4][-/ _']*(?:\\d{4}|\\d{2})|\\d{4}[-/ _]*Q[1-4]|[1-4]Q[-/ ]*(?:\\d{4}|\\d{2})?");
  private static final Pattern YEAR =
      Pattern.compile("(?<before>\\D*)(?<year>(?:19|20)\\d{2})(?<after>\\D*)");
  private static final Pattern NUMBERED = Pattern.compile("(\\D*\\p{L})[\\s_.#-]*(\\d{1,3})");
  private static final Pattern BETWEEN = Pattern.compile("[\\s_.,:;()\\[\\]/'-]+");

  private static final Map<String, Integer> MONTHS = months();

  private SeriesOfHeaders() {}

  /** What the headers of a series are. */
  enum Kind {
    YEAR("year"),
    /** Such as 2019/20. */
    SEASON("season"),
    MONTH("month"),
    QUARTER("quarter"),
    DAY("date"),
    NUMBER("number");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * A series.
   *
   * @param stem what all headers have in common, or nothing
   * @param headers in table order
   */
  record Series(Kind kind, String stem, List<String> headers) {}

  private record Member(Kind kind, String stem, String value) {}

  /** Every series among the headers, of three or more. */
  static List<Series> among(List<String> headers) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    Map<String, Member> first = new HashMap<>();
    Map<String, List<String>> values = new HashMap<>();
    boolean seasons = seasons(headers);
    for (String header : headers) {
      member(header.strip(), seasons).ifPresent(member -> {
        String key = member.kind() + " " + member.stem().toLowerCase(Locale.ROOT);
        first.putIfAbsent(key, member);
        found.computeIfAbsent(key, _ -> new ArrayList<>()).add(header);
        values.computeIfAbsent(key, _ -> new ArrayList<>()).add(member.value());
      });
    }
    List<Series> series = new ArrayList<>();
    found.forEach((key, members) -> {
      Member one = first.get(key);
      List<String> all = values.get(key);
      boolean once = all.stream().distinct().count() == all.size();
      if (members.size() >= FEWEST && once && fits(one.kind(), all, headers)) {
        series.add(new Series(one.kind(), one.stem(), List.copyOf(members)));
      }
    });
    return series;
  }

  private static boolean fits(Kind kind, List<String> values, List<String> headers) {
    return switch (kind) {
      case NUMBER -> running(values);
      // A fifth quarter is a fifth question.
      case QUARTER -> headers.stream().noneMatch(h -> h.strip().matches("(?i)q(?:[5-9]|\\d{2,})"));
      case YEAR, SEASON, MONTH, DAY -> true;
    };
  }

  /** In a run of months there is at most one that might be a season. */
  private static boolean seasons(List<String> headers) {
    List<Matcher> may =
        headers.stream().map(h -> SEASON.matcher(h.strip())).filter(Matcher::matches).toList();
    return may.size() >= FEWEST
        && may.stream()
            .allMatch(
                season ->
                    (Integer.parseInt(season.group(1)) + 1) % 100
                        == Integer.parseInt(season.group(2)));
  }

  private static Optional<Member> member(String header, boolean seasons) {
    if (seasons && SEASON.matcher(header).matches()) {
      return Optional.of(new Member(Kind.SEASON, "", header));
    }
    if (ISO_DAY.matcher(header).matches() || DAY.matcher(header).matches()) {
      return Optional.of(new Member(Kind.DAY, "", header));
    }
    if (YEAR_MONTH.matcher(header).matches()) {
      return Optional.of(new Member(Kind.MONTH, "", header));
    }
    if (QUARTER.matcher(header).matches()) {
      return Optional.of(new Member(Kind.QUARTER, "", header.toLowerCase(Locale.ROOT)));
    }
    return named(header).or(() -> year(header)).or(() -> numbered(header));
  }

  /** A month or a quarter by its name, with a year, a stem or both around it. */
  private static Optional<Member> named(String header) {
    List<String> words = BETWEEN.splitAsStream(header).filter(word -> !word.isEmpty()).toList();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at).toLowerCase(Locale.ROOT);
      boolean quarter = word.matches("q[1-4]");
      if (!quarter && !MONTHS.containsKey(word)) {
        continue;
      }
      List<String> rest = new ArrayList<>(words);
      rest.remove(at);
      List<String> years = rest.stream().filter(w -> w.matches("(?:19|20)?\\d{2}")).toList();
      rest.removeAll(years);
      String stem = String.join(" ", rest);
      if (years.size() <= 1 && !stem.matches(".*\\d.*")) {
        String name = quarter ? word : String.valueOf(MONTHS.get(word));
        return Optional.of(
            new Member(
                quarter ? Kind.QUARTER : Kind.MONTH, stem, name + " " + String.join("", years)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Member> year(String header) {
    Matcher matcher = YEAR.matcher(header);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String stem =
        BETWEEN
            .matcher(matcher.group("before") + " " + matcher.group("after"))
            .replaceAll(" ")
            .strip();
    return Optional.of(new Member(Kind.YEAR, stem, matcher.group("year")));
  }

  private static Optional<Member> numbered(String header) {
    Matcher matcher = NUMBERED.matcher(header);
    if (!matcher.matches() || PARTS.matcher(matcher.group(1).strip()).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Member(
            Kind.NUMBER, matcher.group(1).strip(), String.valueOf(Integer.parseInt(matcher.group(2)))));
  }

  /** From 0 or 1 on, without a gap, in order. */
  private static boolean running(List<String> numbers) {
    int from = Integer.parseInt(numbers.getFirst());
    return from <= 1
        && IntStream.range(0, numbers.size())
            .allMatch(i -> Integer.parseInt(numbers.get(i)) == from + i);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language :
        List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu",
            "tr", "ru", "uk")) {
      Locale locale = Locale.of(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = month.getDisplayName(style, locale).toLowerCase(locale).replace(".", "");
          // A word that is another month elsewhere is told by the first language that has it.
          if (name.length() >= 3 && name.chars().noneMatch(Character::isDigit)) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    months.putIfAbsent("sept", 9);
    return Map.copyOf(months);
  }

  /** The format in which every header of days is written, where they leave no doubt. */
  static Optional<String> format(List<String> days) {
    if (days.stream().allMatch(day -> day.strip().matches("\\d{4}-\\d{2}-\\d{2}"))) {
      return Optional.of("%Y-%m-%d");
    }
    List<Matcher> parts = days.stream().map(day -> DAY.matcher(day.strip())).toList();
    if (!parts.stream().allMatch(Matcher::matches)) {
      return Optional.empty();
    }
    String between = parts.getFirst().group(2);
    int year = parts.getFirst().group(4).length();
    boolean alike =
        parts.stream().allMatch(p -> p.group(2).equals(between) && p.group(4).length() == year);
    boolean dayFirst = parts.stream().allMatch(p -> Integer.parseInt(p.group(3)) <= 12);
    boolean monthFirst = parts.stream().allMatch(p -> Integer.parseInt(p.group(1)) <= 12);
    if (!alike || dayFirst == monthFirst) {
      return Optional.empty();
    }
    String form = dayFirst ? "%%d%s%%m%s%s" : "%%m%s%%d%s%s";
    return Optional.of(form.formatted(between, between, year == 4 ? "%Y" : "%y"));
  }
}
