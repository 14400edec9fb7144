package dev.assay.profile;

import dev.assay.model.ColumnProfile.ValueCount;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that people and programs write where they have no value. */
public final class MissingWords {
  /** Mean "missing" even among texts. */
  private static final Set<String> ALWAYS =
      Set.of(
          "n/a",
          "#n/a",
          "n.a.",
          "n\\a",
          "null",
          "\\n",
          "-",
          "--",
          "---",
          "–",
          "—",
          "?",
          "??",
          "???",
          ".",
          "n/d",
          "s/d",
          "н/д",
          "n/v",
          "#n/a n/a",
          "<na>",
          "#value!",
          "#ref!",
          "#null!",
          "#div/0!",
          "#name?",
          "#num!");

  /** Mean "missing" where every other value is a number, a date or a truth value. */
  private static final Set<String> AMONG_TYPED =
      Set.of(
          "na",
          "none",
          "nil",
          "nan",
          "nat",
          "unknown",
          "unk",
          "missing",
          "not available",
          "not applicable",
          "not known",
          "n/k",
          "not done",
          "not measured",
          "not tested",
          "not stated",
          "not disclosed",
          "undisclosed",
          "on request",
          "price on request",
          "poa",
          "tbc",
          "to be confirmed",
          "not specified",
          "not provided",
          "unspecified",
          "tbd",
          "tba",
          "undefined",
          "blank",
          "empty",
          "no data",
          "n.d.",
          "nd",
          "n.d",
          "n.a",
          "n / a",
          "void",
          "no value",
          "no answer",
          "not recorded",
          "not reported",
          "to be determined",
          "sin dato",
          "sin datos",
          "sin información",
          "no disponible",
          "no aplica",
          "desconocido",
          "desconocida",
          "desconhecido",
          "sem dados",
          "não informado",
          "nao informado",
          "inconnu",
          "inconnue",
          "non disponible",
          "non renseigné",
          "non communiqué",
          "n.c.",
          "nc",
          "sur demande",
          "a consultar",
          "sob consulta",
          "su richiesta",
          "op aanvraag",
          "auf anfrage",
          "nicht bekannt",
          "nicht angegeben",
          "sconosciuto",
          "non disponibile",
          "unbekannt",
          "keine angabe",
          "keine daten",
          "k.a.",
          "k. a.",
          "k.a",
          "n.v.",
          "fehlt",
          "onbekend",
          "n.v.t.",
          "nvt",
          "okänd",
          "saknas",
          "uppgift saknas",
          "mangler",
          "uoplyst",
          "ikke oplyst",
          "ikke oppgitt",
          "puuttuu",
          "geen",
          "niet bekend",
          "nie dotyczy",
          "nie podano",
          "není známo",
          "neuvedeno",
          "nincs adat",
          "necunoscut",
          "belirtilmemiş",
          "yok",
          "ukjent",
          "ukendt",
          "tuntematon",
          "brak",
          "brak danych",
          "nieznany",
          "neznámý",
          "ismeretlen",
          "bilinmiyor",
          "нет данных",
          "неизвестно",
          "не указано",
          "невідомо",
          "άγνωστο",
          "غير معروف",
          "不明",
          "未知",
          "无",
          "暂无",
          "なし",
          "없음",
          "..",
          "...",
          "…",
          ":",
          "*",
          "**",
          "#",
          "pd.na");

  private static final Set<String> DASHES = Set.of("-", "–", "—");

  /** A plus alone, as of a strand, or behind a grade or a blood group. */
  private static final Pattern SIGNED = Pattern.compile("\\p{L}{0,3}\\+");

  /** What programs write for a date that is not there; no calendar has it. */
  private static final Pattern ZERO_DATE =
      Pattern.compile(
          "(?:0000([-/.])00\\1(?:00)|00([-/.])00\\2(?:0000))"
              + "(?:[ t]00:00(?::00(?:[.,]0+)?)?(?:z|[+-]00:?00)?)?");

  private static final Pattern NINES_DATE =
      Pattern.compile("9999([-/.])99\\1(?:99)|99([-/.])99\\2(?:9999)");

  private MissingWords() {}

  /** Whether a text is a date of zeros. */
  static boolean zeroDate(String text) {
    return ZERO_DATE.matcher(word(text)).matches();
  }

  /** Whether a text means "missing" in a column whose other values are typed. */
  public static boolean amongTyped(String text) {
    String word = word(text);
    return ALWAYS.contains(word)
        || AMONG_TYPED.contains(word)
        || zeroDate(word)
        || NINES_DATE.matcher(word).matches();
  }

  /** Whether a text means "missing" beside these other values of its column. */
  static boolean amongTyped(String text, boolean signs) {
    return amongTyped(text) && !(signs && DASHES.contains(text.strip()));
  }

  /** Whether pluses are among the values, such as A+: a dash beside them says minus. */
  static boolean signs(Values values) {
    return values.counts().stream()
        .anyMatch(value -> SIGNED.matcher(value.value().strip()).matches());
  }

  /** The words of a typed column that mean "missing". */
  static List<String> typed(Values values) {
    boolean signs = signs(values);
    return distinct(
        values.counts().stream().filter(value -> amongTyped(value.value(), signs)).toList());
  }

  /** The words of a text column that mean "missing"; fewer, since most words may be values. */
  static List<String> textual(Values values) {
    // "NA" is Namibia among country codes: it means "missing" only where nothing else is so short.
    boolean codes =
        values.counts().stream()
            .map(value -> value.value().strip())
            .anyMatch(text -> text.matches("\\p{Lu}{1,3}") && !text.equals("NA"));
    boolean signs = signs(values);
    return distinct(
        values.counts().stream()
            .filter(value -> {
              String text = value.value().strip();
              return ALWAYS.contains(word(text)) && !(signs && DASHES.contains(text))
                  // "Nan" is a first name; only programs write it so.
                  || text.equals("NaN")
                  || (text.equals("NA") && !codes && value.count() > 1);
            })
            .toList());
  }

  /** Lower-cased, out of any brackets around it. */
  private static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceFirst("^[(<\\[](.*)[)>\\]]$", "$1");
  }

  private static List<String> distinct(List<ValueCount> values) {
    return values.stream()
        .map(value -> value.value().strip().toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }
}
