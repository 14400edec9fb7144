package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A question's words as cells are compared with, each of which is used once or left over. */
final class RowWords {
  /** Carry nothing that an answer depends on. */
  private static final Set<String> FREE =
      words(
          """
          a an the of in on at to for from by with is are was were be been being do does did has have had having that
          this these those there it its his her their he she they him them what which who whom whose
          where when how name list tell me give show please according table chart listed list shown
          based information provided given here and as any i
          """);

  /** Verbs that only say that a row is as it is. */
  private static final Set<String> SOFT =
      words(
          """
          win won receive received get got earn earned achieve achieved held hold hosted take took taken place
          play played playing make made come came happen happened occur occurred record recorded
          appear appeared compete competed participate participated finish finished score scored reach
          reached go went use used belong located represent represented contain include included
          includes feature featured featuring have can could would will become became see seen
          call called titled named say exist only just ever during total overall altogether all
          each every person people one ones thing things team's also throughout over period very
          """);

  /** Turn a question round, or say what is done with rows: never left over. */
  private static final Set<String> DECIDING =
      words(
          """
          not no never none without except excluding besides neither nor both same other another
          before after previous prior next following until since between above below than more less
          fewer most least consecutive row average mean median difference combined sum percent
          percentage share ratio first last top bottom or
          """);

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  /** A word and its singular. */
  record Token(String word, String stem, int start, int end) {}

  private final String question;
  private final List<Token> tokens = new ArrayList<>();
  private final boolean[] used;

  RowWords(String question) {
    this.question = question;
    for (CellWords.Piece piece : CellWords.pieces(question)) {
      tokens.add(
          new Token(piece.word(), NameWords.singular(piece.word()), piece.start(), piece.end()));
    }
    used = new boolean[tokens.size()];
  }

  private RowWords(RowWords other) {
    question = other.question;
    tokens.addAll(other.tokens);
    used = new boolean[tokens.size()];
  }

  /** The same words, none of them used. */
  RowWords fresh() {
    return new RowWords(this);
  }

  int count() {
    return tokens.size();
  }

  Token get(int i) {
    return tokens.get(i);
  }

  String word(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).word() : "";
  }

  boolean free(int i) {
    return i >= 0 && i < tokens.size() && !used[i];
  }

  boolean free(int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!free(i)) {
        return false;
      }
    }
    return true;
  }

  void use(int from, int length) {
    Arrays.fill(used, from, from + length, true);
  }

  /** Whether the words from {@code i} on are these; {@code a|b} stands for either. */
  boolean at(int i, String... expected) {
    for (int k = 0; k < expected.length; k++) {
      if (!free(i + k) || !Arrays.asList(expected[k].split("\\|")).contains(word(i + k))) {
        return false;
      }
    }
    return true;
  }

  /** The first place of one of these words, or -1. */
  int find(String... expected) {
    for (int i = 0; i < tokens.size(); i++) {
      if (at(i, expected)) {
        return i;
      }
    }
    return -1;
  }

  boolean has(String choices) {
    return Arrays.asList(choices.split("\\|")).stream()
        .anyMatch(choice -> tokens.stream().anyMatch(t -> t.word().equals(choice)));
  }

  /** Whether a number stands at {@code i}, in digits or as a word. */
  boolean isNumber(int i) {
    return free(i) && number(i) != null;
  }

  /** The number at {@code i}, or null. */
  String number(int i) {
    String word = word(i);
    if (word.matches("\\d+(\\.\\d+)?")) {
      return word;
    }
    int at =
        List.of(
                "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                "ten", "eleven", "twelve")
            .indexOf(word);
    return at < 0 ? null : Integer.toString(at);
  }

  static boolean isFree(String word) {
    return FREE.contains(word);
  }

  static boolean isSoft(String word) {
    return SOFT.contains(word);
  }

  /** Whether an answer without these words may be the answer to another question. */
  static boolean decides(String left) {
    return left.chars().anyMatch(Character::isDigit)
        || CellWords.of(left.toLowerCase(Locale.ROOT)).stream().anyMatch(DECIDING::contains);
  }

  /** Words that something may depend on and that nothing has used; those side by side as one. */
  List<String> leftOver() {
    List<String> left = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= tokens.size(); i++) {
      boolean within = i < tokens.size() && isLeft(i);
      if (within && from < 0) {
        from = i;
      } else if (!within && from >= 0) {
        left.add(text(from, i - from));
        from = -1;
      }
    }
    return left;
  }

  private boolean isLeft(int i) {
    return !used[i] && !isFree(word(i)) && !isSoft(word(i));
  }

  /** Verbs that nothing has used. */
  List<String> softLeftOver() {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!used[i] && isSoft(word(i))) {
        left.add(word(i));
      }
    }
    return left;
  }

  String text(int from, int length) {
    return question.substring(get(from).start(), get(from + length - 1).end());
  }

  String question() {
    return question;
  }
}
