package dev.assay.ask;

import dev.assay.ask.Words.Kind;
import dev.assay.ask.Words.Word;
import dev.assay.semantic.NameWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question cut into words, numbers, dates and quoted texts. */
final class Tokens {
  private static final String QUOTED =
      "(?<quoted>'[^']*[^'\\s]'(?![\\p{L}])|\"[^\"]+\"|“[^”]+”|‘[^’]+’|«[^»]+»)";
  private static final String DATES =
      "|(?<date>\\d{4}-\\d{2}-\\d{2})(?!\\d)"
          + "|(?<written>\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})(?![\\d/])"
          + "|(?<month>\\d{4}-\\d{2})(?![\\d-])";
  private static final String COMMA_THOUSANDS =
      "|(?<number>(?:(?<![\\p{L}\\d])-)?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?:(?<![\\p{L}\\d])-)?\\d+(?:\\.\\d+)?)";
  private static final String POINT_THOUSANDS =
      "|(?<number>(?:(?<![\\p{L}\\d])-)?\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|(?:(?<![\\p{L}\\d])-)?\\d+(?:[.,]\\d+)?)";
  private static final String REST =
      "(?<times>[kKmM](?![\\p{L}\\d_]))?(?![\\p{L}\\d_º])"
          + "|(?<symbol>>=|<=|<>|!=|=|<|>|%|/)"
          + "|(?<word>[\\p{L}\\d_@.&º]+(?<![.])(?:(?<=\\p{L})[+-](?=[\\s?!.,]|$))?(?:['’](?!s\\b)[\\p{L}]+)?)";
  private static final Pattern ENGLISH = Pattern.compile(QUOTED + DATES + COMMA_THOUSANDS + REST);
  private static final Pattern OTHERS = Pattern.compile(QUOTED + DATES + POINT_THOUSANDS + REST);

  private Tokens() {}

  static List<Word> of(String question, Language language) {
    boolean points = language != Language.ENGLISH;
    List<Word> words = new ArrayList<>();
    Matcher matcher = (points ? OTHERS : ENGLISH).matcher(question);
    while (matcher.find()) {
      String text = matcher.group();
      Kind kind = kind(matcher);
      if (kind == Kind.QUOTED) {
        text = text.substring(1, text.length() - 1).strip();
      } else if (kind == Kind.NUMBER) {
        text = number(matcher, points);
      } else if (matcher.group("written") != null) {
        text = day(text, points);
      }
      String lower = TextResource.folded(text);
      kind = kind == Kind.DATE && text.contains("/") ? Kind.WORD : kind;
      words.add(
          new Word(text, lower, NameWords.singular(lower), kind, matcher.start(), matcher.end()));
    }
    return words;
  }

  private static String number(Matcher matcher, boolean points) {
    String text = matcher.group("number");
    if (!points) {
      text = text.replace(",", "");
    } else if (text.matches("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?") || text.contains(",")) {
      text = text.replace(".", "").replace(',', '.');
    }
    if (matcher.group("times") == null) {
      return text;
    }
    int power = matcher.group("times").toLowerCase(Locale.ROOT).equals("k") ? 3 : 6;
    return new BigDecimal(text).movePointRight(power).stripTrailingZeros().toPlainString();
  }

  /** 5/3/2024 is clear where days come first or one is over 12; else it stays what nobody knows. */
  private static String day(String text, boolean dayFirst) {
    String[] parts = text.split("[/.]");
    int one = Integer.parseInt(parts[0]);
    int two = Integer.parseInt(parts[1]);
    boolean first = dayFirst || text.contains(".") || one > 12;
    if (!first && two <= 12 && one != two) {
      return text;
    }
    return "%s-%02d-%02d".formatted(parts[2], first ? two : one, first ? one : two);
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("quoted") != null) {
      return Kind.QUOTED;
    }
    if (matcher.group("date") != null || matcher.group("written") != null) {
      return Kind.DATE;
    }
    if (matcher.group("month") != null) {
      return Kind.MONTH;
    }
    if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    return matcher.group("symbol") != null ? Kind.SYMBOL : Kind.WORD;
  }
}
