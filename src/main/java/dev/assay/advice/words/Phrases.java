package dev.assay.advice.words;

import java.util.List;
import java.util.regex.Pattern;

/** How people say what they want, in English, Portuguese and Spanish. */
final class Phrases {
  private static final String C = "(?<c>.+?)";
  private static final String V = "(?<v>.+?)";
  private static final String MISSING =
      "(?:missing|null|empty|blank|unknown|absent|ausentes?|nul[oa]s?|vazi[oa]s?|faltantes?|em branco"
          + "|vac[ií][oa]s?)";
  private static final String IN = "(?:in|for|of|em|na|no|para|en)";
  private static final String THE = "(?:(?:the|a|o|la|el|as|os|las|los) )?";
  private static final String COLUMN = "(?:(?:column|field|coluna|campo|columna) )?";
  private static final String OF_COLUMN = THE + COLUMN + C + "(?: (?:column|field))?";
  private static final String ROWS =
      "(?:(?:all|the|todas|as|las) )*(?:rows|records|lines|linhas|registros|filas)";
  private static final String WHERE =
      "(?:where|in which|whose|with|if|onde|em que|com|donde|en que|con|cuyo|cuya|si|se)";
  private static final String LEAVE_OUT =
      "(?:drop|remove|delete|leave out|exclude|filter out|omit|skip|ignore"
          + "|remova|remover|exclua|excluir|apague|apagar|descarte|descartar|tire|tirar"
          + "|elimina|elimine|eliminar|quita|quite|quitar|borra|borre|borrar|descarta|ignora)";

  static final List<Pattern> MISSING_IN =
      all(
          "(?:treat|regard|consider|read|count|take|trate|tratar|considere|considerar|trata|considera) "
              + V
              + " (?:as|for|como) "
              + MISSING
              + " "
              + IN
              + " "
              + OF_COLUMN,
          IN
              + " "
              + OF_COLUMN
              + ",? (?:treat|regard|consider|trate|trata|considere|considera) "
              + V
              + " (?:as|como) "
              + MISSING,
          V
              + " (?:means|significa|quer dizer|quiere decir) "
              + MISSING
              + " "
              + IN
              + " "
              + OF_COLUMN);

  static final List<Pattern> RENAME =
      all(
          "(?:rename|renomeie|renomear|renombra|renombre|renombrar) "
              + OF_COLUMN
              + " (?:to|as|into|para|como|a|por) (?<v>\\S+)",
          "(?:call) " + OF_COLUMN + " (?<v>[\\p{L}\\p{N}_]+)");

  static final List<Pattern> KEEP_TEXT =
      all(
          "(?:keep|leave|make|treat|read|mantenha|manter|deixe|deixar|mant[eé]n|mantenga|mantener|deja|deje|dejar) "
              + OF_COLUMN
              + " (?:as |como |en |em )?(?:a )?(?:text|texts|strings?|texto)");

  static final List<Pattern> CAST =
      all(
          "(?:make|turn|cast|convert|read|treat|change"
              + "|converta|converter|transforme|transformar|leia|ler|trate"
              + "|convierte|convierta|convertir|transforma|lee|lea|trata) "
              + OF_COLUMN
              + " (?:(?:as|to|into|in|a|an|em|para|como|en|uma|um|una|un) )*"
              + "(?<v>dates?|datas?|fechas?|numbers?|números?|numeros?|integers?|inteiros?|enteros?"
              + "|decimals?|decima(?:l|is|les)|timestamps?|boole?ans?|booleanos?)");

  static final List<Pattern> MASK =
      all(
          "(?<v>mask|hide|hash|pseudonymi[sz]e|redact|anonymi[sz]e"
              + "|mascare|mascarar|oculte|ocultar|anonimize|anonimizar"
              + "|enmascara|enmascare|enmascarar|oculta|anonimiza|anonimice) "
              + OF_COLUMN);

  static final List<Pattern> REJECT =
      all(
          "(?:reject|refuse|rejeite|rejeitar|recuse|rechaza|rechace|rechazar) "
              + ROWS
              + " "
              + WHERE
              + " (?<v>.+)");

  static final List<Pattern> LEAVE_ROWS_OUT =
      all(LEAVE_OUT + " " + ROWS + " " + WHERE + " (?<v>.+)");

  private static final String SPLIT_VERB = "(?:split|divida|dividir|separe|separar|divide|separa) ";

  static final List<Pattern> SPLIT_AT =
      all(
          SPLIT_VERB
              + OF_COLUMN
              + " (?:by|at|on|por) (?:(?:the|a|o|la|el) )?(?<v>.+?)(?: (?:into|em|en) (?<n>.+))?");

  static final List<Pattern> SPLIT = all(SPLIT_VERB + OF_COLUMN);

  /** Last: nearly anything may follow the verb. */
  static final List<Pattern> DROP_COLUMN = all(LEAVE_OUT + " " + OF_COLUMN);

  private static final String IS =
      "(?:is|are|=|==|equals|é|são|es|son|igual a|est[aá]|están|estão)";
  private static final String NOT = "(?:is not|are not|isn't|<>|!=|não é|nao é|no es)";

  static final List<Pattern> IS_NOT_MISSING =
      all(C + " (?:is not|isn't|não está|no está) " + MISSING);
  static final List<Pattern> IS_MISSING =
      all(C + " " + IS + " " + MISSING, "(?:no|without|sem|sin) " + C);
  static final List<Pattern> CONTAINS =
      all(C + " (?:contains?|includes?|has|cont[eé]m|contenha|contiene|contenga) " + V);
  static final List<Pattern> BEGINS =
      all(C + " (?:starts with|begins with|começa com|comeca com|empieza con|comienza con) " + V);
  static final List<Pattern> ENDS = all(C + " (?:ends with|termina com|termina con|acaba em) " + V);
  static final List<Pattern> LESS =
      all(
          C
              + " (?:is |are |é |es )?(?:<|below|under|less than|smaller than|before|menor (?:do )?que|abaixo de|antes de|por debajo de) ?"
              + V);
  static final List<Pattern> LESS_OR_EQUAL = all(C + " (?:is )?(?:<=|at most) ?" + V);
  static final List<Pattern> GREATER =
      all(
          C
              + " (?:is |are |é |es )?(?:>|above|over|more than|greater than|larger than|after|maior (?:do )?que|acima de|depois de|mayor que|por encima de|después de) ?"
              + V);
  static final List<Pattern> GREATER_OR_EQUAL = all(C + " (?:is )?(?:>=|at least) ?" + V);
  static final List<Pattern> NEGATIVE = all(C + " " + IS + " (?:negative|negativ[oa]s?)");
  static final List<Pattern> DIFFERS = all(C + " " + NOT + " " + V);
  static final List<Pattern> EQUALS = all(C + " " + IS + " " + V);

  private Phrases() {}

  private static List<Pattern> all(String... patterns) {
    return java.util.Arrays.stream(patterns)
        .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
        .toList();
  }
}
