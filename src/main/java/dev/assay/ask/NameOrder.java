package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a column's name together where Portuguese and Spanish set an adjective into it: "valor médio
 * da causa" is the average of {@code valor_causa}.
 */
final class NameOrder {
  private static final String ADJECTIVE = "(medi[oa]s?|promedio|total|maxim[oa]|minim[oa])";

  private NameOrder() {}

  /** The question with such names in one piece; the same where there are none. */
  static String mended(String question, Vocabulary vocabulary) {
    String folded = TextResource.folded(question);
    if (folded.length() != question.length()) {
      return question;
    }
    for (ColumnRole role : vocabulary.roles()) {
      List<String> name =
          NameWords.of(role.name()).stream()
              .filter(word -> !NameWords.UNIT_NAMES.contains(word))
              .toList();
      if (!role.isMeasure() || name.size() != 2) {
        continue;
      }
      Matcher found =
          Pattern.compile(
                  "\\b(%s)\\s+%s\\s+(d[aeo]s?|del|de la|de los|de las)\\s+(%s)s?\\b"
                      .formatted(
                          Pattern.quote(name.getFirst()), ADJECTIVE, Pattern.quote(name.getLast())))
              .matcher(folded);
      if (found.find()) {
        return question.substring(0, found.start())
            + question.substring(found.start(2), found.end(2))
            + " de "
            + question.substring(found.start(1), found.end(1))
            + " "
            + question.substring(found.start(3), found.end())
            + question.substring(found.end());
      }
    }
    return question;
  }
}
