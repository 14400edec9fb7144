package dev.assay.ask;

import java.util.regex.Pattern;

/** What a sentence that asks for a table says beside the question that the table answers. */
final class WishWords {
  /** "Create a … of", "cria uma tabela de", "haz un resumen de". */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^\\s*(?:please |por favor,? )?"
              + "(?:(?:create|make|build|add|prepare|generate|give me|show me|i want|i need"
              + "|cri[ae]|criar|faz|faça|fazer|gere|gera|gerar|monta|quero|preciso de"
              + "|crea|crear|haz|hacer|genera|generar|arma|quiero|necesito)\\b\\s*)?"
              + "(?:(?:a|an|the|one|um|uma|o|a|un|una|el|la)\\s+)?"
              + "(?:(?:gold|ouro|oro)\\s+)?"
              + "(?:(?:table|summary|report|overview|breakdown|tabela|resumo|relatório|relatorio"
              + "|tabla|resumen|informe|reporte)\\s+"
              + "(?:(?:gold|mensal de|mensual de)\\s+)?(?:of|with|for|on|de|do|da|com|con|del)\\s+)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What a table is called, in the middle of it. */
  private static final Pattern KIND =
      Pattern.compile(
          "\\b(?:summary|report|overview|breakdown|table|resumo|relatório|relatorio|tabela|resumen"
              + "|informe|reporte|tabla)\\b(?:\\s+(?:of|de)\\b)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private WishWords() {}

  /** The question alone, such as "monthly revenue by product category". */
  static String question(String sentence) {
    String rest = BEGINNING.matcher(sentence).replaceFirst("");
    String question = KIND.matcher(rest).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return question.isEmpty() ? sentence : question;
  }
}
