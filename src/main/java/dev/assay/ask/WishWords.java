package dev.assay.ask;

import java.util.ArrayList;
import java.util.List;
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

  /**
   * A question and how words of it were taken.
   *
   * @param notes one for each word that was left out
   */
  record Said(String question, List<String> notes) {}

  private WishWords() {}

  /**
   * Leaves out a word that only says whose a group is: "by product category", where the table has a
   * category and nothing called product.
   */
  static Said plain(String question, ColumnIndex columns) {
    Words words = new Words(question);
    for (int i = 0; i + 2 < words.count(); i++) {
      boolean by = words.at(i, "by|per|each|por|cada");
      if (by && !known(words, i + 1, columns) && names(words, i + 2, columns)) {
        return without(words, i + 1, 1, i + 1, columns);
      }
      boolean whose = words.at(i + 1, "de|do|da|del");
      boolean last = i + 2 < words.count() && !known(words, i + 2, columns);
      if (whose && last && i > 0 && words.at(i - 1, "por|cada") && names(words, i, columns)) {
        return without(words, i + 1, 2, i, columns);
      }
    }
    return new Said(question, List.of());
  }

  private static Said without(Words words, int from, int count, int phrase, ColumnIndex columns) {
    int named = from == phrase ? from + 1 : phrase;
    int last = Math.max(named, from + count - 1);
    String said = words.question().substring(words.get(phrase).start(), words.get(last).end());
    Said rest = plain(words.replaced(from, count, "").replaceAll("\\s+", " ").strip(), columns);
    List<String> notes = new ArrayList<>(List.of(said + " = " + words.get(named).text()));
    notes.addAll(rest.notes());
    return new Said(rest.question(), notes);
  }

  private static boolean known(Words words, int at, ColumnIndex columns) {
    return !columns.holding(words.get(at).stem()).isEmpty()
        || GrainWords.NOUNS.containsKey(words.get(at).stem());
  }

  private static boolean names(Words words, int at, ColumnIndex columns) {
    String stem = words.get(at).stem();
    return columns.holding(stem).stream().anyMatch(column -> column.whole().equals(stem));
  }

  /** The question alone, such as "monthly revenue by product category". */
  static String question(String sentence) {
    String rest = BEGINNING.matcher(sentence).replaceFirst("");
    String question = KIND.matcher(rest).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return question.isEmpty() ? sentence : question;
  }
}
