package dev.assay.advice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What rows that add up others are called, in many languages. */
final class TotalWords {
  private static final List<String> WORDS =
      List.of(
          "(?:grand |sub|sub |sub-|overall )?totals?",
          "(?:gesamt|zwischen|end|teil)?summen?",
          "gesamt(?:betrag|ergebnis|wert|zahl)?",
          "insgesamt",
          "(?:sub)?totale",
          "totali",
          "somma",
          "(?:sous-|sous )?total(?: g[eé]n[eé]ral)?",
          "(?:sous-|sous )?totaux",
          "somme",
          "(?:sub)?total(?:es)?(?: general)?",
          "suma",
          "soma",
          "(?:sub|eind)?totaal",
          "totalt",
          "(?:del)?summa",
          "i alt",
          "yhteens[aä]",
          "(?:genel |ara )?toplam",
          "celkem",
          "mezisoučet",
          "spolu",
          "[oö]sszesen",
          "razem",
          "og[oó][lł]em",
          "ukupno",
          "skupaj",
          "итого",
          "всего",
          "разом",
          "σύνολο",
          "合計",
          "小計",
          "総計",
          "合计",
          "小计",
          "总计",
          "总和",
          "합계",
          "소계",
          "총계",
          "المجموع",
          "الإجمالي",
          "إجمالي",
          "सकल योग",
          "कुल");

  private static final String ANY = "(?:" + String.join("|", WORDS) + ")";

  /** "sum" is one of them alone only: it begins and ends too many other things. */
  private static final String SUM = "sum";

  /**
   * Matches a label that is such a word or begins or ends with one, in RE2 and in Java: the same
   * text in a filter finds the same rows.
   */
  static final String PATTERN =
      "(?i)^[\\s\\pP]*(?:" + ANY + "|" + SUM + ")[\\s\\pP]*$|(?i)^[\\s\\pP]*" + ANY
          + "[\\s\\pP]|(?i)[\\s\\pP]" + ANY + "[\\s\\pP]*$";

  private static final Pattern ALONE =
      Pattern.compile("[\\s\\p{P}]*(?:" + ANY + "|" + SUM + ")[\\s\\p{P}]*");

  private TotalWords() {}

  /** Whether a label says nothing else. */
  static boolean alone(String label) {
    return ALONE.matcher(label.toLowerCase(Locale.ROOT)).matches();
  }
}
