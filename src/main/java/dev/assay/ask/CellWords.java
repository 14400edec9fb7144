package dev.assay.ask;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a cell or of a question, so written that both can be compared. */
final class CellWords {
  /** A word and where it stands in the text. */
  record Piece(String word, int start, int end) {}

  private static final Pattern PIECE =
      Pattern.compile(
          "\\d{3}0s(?!\\p{L})|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?:\\p{L}\\.){2,}|[\\p{L}\\p{M}\\d]+(?:['’](?!s\\b)[\\p{L}\\p{M}]+)*");

  private CellWords() {}

  static List<String> of(String text) {
    return pieces(text).stream().map(Piece::word).toList();
  }

  static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      String word = plain(matcher.group());
      if (!word.equals("s")) {
        pieces.add(new Piece(word, matcher.start(), matcher.end()));
      }
    }
    return pieces;
  }

  private static String plain(String word) {
    boolean number = Character.isDigit(word.charAt(0)) && word.matches("[\\d,.]+");
    String kept = number ? word.replace(",", "") : word.replaceAll("['’.]", "");
    return Normalizer.normalize(kept, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
