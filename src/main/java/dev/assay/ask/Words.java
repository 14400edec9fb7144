package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of a question in the terms of one grammar, whatever its language, each of which is used
 * once, ignored knowingly, or reported as unused; each keeps its place in the question.
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
   * @param text as written, without quotes; a number in figures
   * @param lower what the grammar reads: in lower case, without accents, in English
   * @param stem the same in the singular
   * @param start where it begins in the question
   * @param end where it ends
   */
  record Word(String text, String lower, String stem, Kind kind, int start, int end) {
    /** Whether it is written as a year is. */
    boolean isYear() {
      return text.matches("(19|20)\\d\\d");
    }
  }

  /** Which words are names or values of the table, and so no phrases of a language. */
  @FunctionalInterface
  interface Known {
    Known NOTHING = (_, _, _) -> false;

    /**
     * Whether some words together are a name or a value.
     *
     * @param text as written
     * @param folded in lower case and without accents
     * @param words how many words
     */
    boolean is(String text, String folded, int words);
  }

  private static final List<String> NUMBERS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final String question;
  private final Language language;
  private final List<Word> words = new ArrayList<>();
  private final boolean undecided;
  private final boolean[] used;

  Words(String question) {
    this(question, Known.NOTHING);
  }

  Words(String question, Known known) {
    this.question = question;
    List<Word> written = Tokens.of(question, Language.ENGLISH);
    this.language = Tongue.of(question, written);
    if (language != Language.ENGLISH) {
      written = Tokens.of(question, language);
    }
    this.undecided = language == Language.SPANISH && Tongue.isUndecided(question, written);
    translate(written, known);
    used = new boolean[words.size()];
  }

  private void translate(List<Word> written, Known known) {
    List<String> folded = written.stream().map(Word::lower).toList();
    for (int i = 0; i < written.size(); ) {
      int named = named(written, i, known);
      if (named > 0) {
        for (Word word : written.subList(i, i + named)) {
          boolean joint = named > 1 && word.lower().matches("de|da|do|das|dos|del");
          words.add(
              joint
                  ? new Word(word.text(), "of", "of", word.kind(), word.start(), word.end())
                  : word);
        }
        i += named;
        continue;
      }
      if (undecided && folded.get(i).equals("no")) {
        // "in the" or "not": whoever reads it must ask.
        words.add(canonical(written.get(i), "no?"));
        i++;
        continue;
      }
      Optional<PhraseBook.Phrase> phrase =
          written.get(i).kind() == Kind.WORD || written.get(i).kind() == Kind.NUMBER
              ? phrase(folded, i)
              : Optional.empty();
      Optional<Word> large =
          i + 1 < written.size() ? large(written.get(i), written.get(i + 1)) : Optional.empty();
      if (large.isPresent()) {
        words.add(large.get());
        i += 2;
        continue;
      }
      if (phrase.isEmpty()) {
        words.add(canonical(written.get(i), written.get(i).lower()));
        i++;
        continue;
      }
      Word first = written.get(i);
      Word last = written.get(i + phrase.get().words() - 1);
      for (String word : phrase.get().canonical()) {
        String text = question.substring(first.start(), last.end());
        words.add(
            canonical(
                new Word(
                    text, word, NameWords.singular(word), Kind.WORD, first.start(), last.end()),
                word));
      }
      i += phrase.get().words();
    }
  }

  /** "5 million" is a number. */
  private static Optional<Word> large(Word number, Word times) {
    int zeros =
        switch (times.lower()) {
          case "thousand", "mil" -> 3;
          case "million", "millions", "milhao", "milhoes", "millon", "millones" -> 6;
          case "billion", "billions", "bilhao", "bilhoes" -> 9;
          default -> 0;
        };
    if (zeros == 0 || number.kind() != Kind.NUMBER) {
      return Optional.empty();
    }
    String text = new BigDecimal(number.text()).scaleByPowerOfTen(zeros).toPlainString();
    return Optional.of(new Word(text, text, text, Kind.NUMBER, number.start(), times.end()));
  }

  private Optional<PhraseBook.Phrase> phrase(List<String> folded, int at) {
    Optional<PhraseBook.Phrase> own = PhraseBook.of(language).at(folded, at);
    return own.isPresent() || language == Language.ENGLISH
        ? own
        : PhraseBook.of(Language.ENGLISH).at(folded, at);
  }

  private static Word canonical(Word word, String lower) {
    if (word.kind() == Kind.WORD && NUMBERS.contains(lower)) {
      String figure = Integer.toString(NUMBERS.indexOf(lower) + 2);
      return new Word(figure, figure, figure, Kind.NUMBER, word.start(), word.end());
    }
    if (word.kind() == Kind.WORD && DIGITS.matcher(lower).matches()) {
      return new Word(lower, lower, lower, Kind.NUMBER, word.start(), word.end());
    }
    return word;
  }

  /** How many words from {@code at} on are a name or a value of the table; 0 where none are. */
  private int named(List<Word> written, int at, Known known) {
    for (int length = Math.min(5, written.size() - at); length > 0; length--) {
      int end = written.get(at + length - 1).end();
      String text =
          length == 1 ? written.get(at).text() : question.substring(written.get(at).start(), end);
      if (written.get(at).kind() != Kind.SYMBOL
          && known.is(text, TextResource.folded(text), length)) {
        return length;
      }
    }
    return 0;
  }

  Language language() {
    return language;
  }

  /** A message in the question's language. */
  String say(String key, Object... values) {
    return Messages.say(language, key, values);
  }

  int count() {
    return words.size();
  }

  Word get(int index) {
    return words.get(index);
  }

  /** Where a word stands. */
  int indexOf(Word word) {
    return words.indexOf(word);
  }

  /** Whether there is a word at {@code index} that nothing has used yet. */
  boolean free(int index) {
    return index >= 0 && index < words.size() && !used[index];
  }

  /** Whether a question begins as those do that ask for something else than rows. */
  boolean asksForOne() {
    return !words.isEmpty()
        && get(0)
            .lower()
            .matches(
                "what|whats|when|where|who|whose|why|how|is|are|was|were|do|does|did|can|quando|cu[aá]ndo|onde|d[oó]nde|quem|qui[eé]n|como|c[oó]mo|qual|cu[aá]l|porqu[eê]");
  }

  /** Whether what stands at {@code index} may be a year, used or not. */
  boolean isYear(int index) {
    return index < words.size() && words.get(index).isYear();
  }

  /** Whether a number stands at {@code index} that nothing has used yet. */
  boolean isNumber(int index) {
    return free(index) && words.get(index).kind() == Kind.NUMBER;
  }

  /** Whether the free words from {@code index} on are these; {@code a|b} stands for either. */
  boolean at(int index, String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!free(index + i) || !isOneOf(words.get(index + i).lower(), expected[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOneOf(String word, String choices) {
    int from = 0;
    while (from <= choices.length()) {
      int bar = choices.indexOf('|', from);
      int end = bar < 0 ? choices.length() : bar;
      if (end - from == word.length() && choices.startsWith(word, from)) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }

  /** The first free place where these words stand, or -1. */
  int find(String... expected) {
    for (int i = 0; i < words.size(); i++) {
      if (at(i, expected)) {
        return i;
      }
    }
    return -1;
  }

  void use(int from, int count) {
    for (int i = from; i < from + count; i++) {
      used[i] = true;
    }
  }

  /** The question's own text over some words. */
  String phrase(int from, int count) {
    return question.substring(words.get(from).start(), words.get(from + count - 1).end());
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
