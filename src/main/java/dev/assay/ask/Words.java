package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a question, each of which is used once, ignored knowingly, or reported as unused.
 */
final class Words {
  /** What a word is. */
  enum Kind {
    WORD,
    NUMBER,
    QUOTED,
    DATE,
    MONTH,
    SYMBOL
  }

  /**
   * One word.
   *
   * @param text as written, without quotes
   * @param lower in lower case
   * @param stem in lower case and singular
   * @param start where it begins in the question
   * @param end where it ends
   */
  record Word(String text, String lower, String stem, Kind kind, int start, int end) {}

  private static final Pattern WORD =
      Pattern.compile(
          "(?<quoted>'[^']*[^'\\s]'(?![\\p{L}])|\"[^\"]+\"|“[^”]+”|‘[^’]+’)"
              + "|(?<date>\\d{4}-\\d{2}-\\d{2})(?!\\d)"
              + "|(?<month>\\d{4}-\\d{2})(?![\\d-])"
              + "|(?<number>[-+]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?![\\p{L}\\d_])"
              + "|(?<symbol>>=|<=|<>|!=|=|<|>|%)"
              + "|(?<word>[\\p{L}\\d_@.&]+(?<![.])(?:['’](?!s\\b)[\\p{L}]+)?)");

  private static final List<String> NUMBERS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private final String question;
  private final List<Word> words = new ArrayList<>();
  private final boolean[] used;

  Words(String question) {
    this.question = question;
    Matcher matcher = WORD.matcher(question);
    while (matcher.find()) {
      String text = matcher.group();
      Kind kind = kind(matcher);
      if (kind == Kind.QUOTED) {
        text = text.substring(1, text.length() - 1).strip();
      }
      if (kind == Kind.NUMBER) {
        text = text.replace(",", "");
      }
      String lower = text.toLowerCase(Locale.ROOT);
      if (NUMBERS.contains(lower)) {
        text = Integer.toString(NUMBERS.indexOf(lower) + 2);
        lower = text;
        kind = Kind.NUMBER;
      }
      words.add(
          new Word(text, lower, NameWords.singular(lower), kind, matcher.start(), matcher.end()));
    }
    used = new boolean[words.size()];
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("quoted") != null) {
      return Kind.QUOTED;
    }
    if (matcher.group("date") != null) {
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

  int count() {
    return words.size();
  }

  Word get(int index) {
    return words.get(index);
  }

  /** Whether there is a word at {@code index} that nothing has used yet. */
  boolean free(int index) {
    return index >= 0 && index < words.size() && !used[index];
  }

  /** Whether the free words from {@code index} on are these; {@code a|b} stands for either. */
  boolean at(int index, String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!free(index + i)) {
        return false;
      }
      String lower = words.get(index + i).lower();
      boolean found = false;
      for (String choice : expected[i].split("\\|", -1)) {
        found |= choice.equals(lower);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  void use(int from, int count) {
    for (int i = from; i < from + count; i++) {
      used[i] = true;
    }
  }

  /** The question with some of its words replaced. */
  String replaced(int from, int count, String by) {
    return question.substring(0, words.get(from).start())
        + by
        + question.substring(words.get(from + count - 1).end());
  }

  String question() {
    return question;
  }

  /** The question with words put behind it. */
  String followedBy(String more) {
    return question.strip().replaceAll("[?.!\\s]+$", "") + " " + more + "?";
  }
}
