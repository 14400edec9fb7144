package dev.assay.ask;

import java.util.Arrays;
import java.util.Set;

/** Words that carry nothing a figure depends on, and words for what Ask cannot do. */
final class Ignored {
  private static final Set<String> FILLERS =
      words(
          """
          a an the of in on at to for from is are was were be been do does did have has had having
          what whats which who whom how show me give list display get find tell please can could
          would you i we us our my their its it that those these there with and by per all any much
          many use uses made placed done received happened happen occurred exist exists existing came come
          comes coming bring brings brought buy buys bought purchase purchased generate generated generates handled processed assigned belonging belong located based registered logged submitted still i'd i'm let's let recorded overall altogether so far ever yet data dataset table figures figure number value
          each every either as into over across within whose when where only just than break down broken
          grouped group split sorted out see know want need like id ids same were being get got
          report calculate compute but so them they he she please s count counts whole entire sold sell earn earned spend spent make
          flew fly traveled travelled transported carried carries used produced produce produces
          played attended took takes take paying pays pay contain receive receives give gives gave
          given something anything someone anybody everything possible possibly if really actually roughly approximately
          issue issues issued taken put puts imposed filed filing performed conducted held gets
          evolution evolucion evolucao
          pusieron puso pone ponen hubo hay realizaron realizado realizada realizados realizadas hicieron hizo hecho hecha
          registraron emitieron trae traen hacen retiraron
          realizaram feito feita feitos feitas percorrido percorrida percorridos percorridas ocorreram ocorreu emitiram
          houve traz trazem tiveram teve aplicaram
          one serve serves served work works worked ran single wonder whether because tell
          registrada registrado registradas registrados ficaram ficou
          write writes wrote written han ha ido sido recaudado recaudada recaudados recaudadas
          arrecadado arrecadada arrecadados arrecadadas
          measured place placing recibimos recibieron tomaron tomamos tenemos tivemos recebemos vendemos vendimos
          fizemos hicimos hacemos compramos ainda todavia aun
          presentaron presento occur occurs ones presentan llegaron llego llegan
          chegaram apresentaram
          currently along quick quickly wondering curious kindly
          """);

  private static final Set<String> VERBS =
      words("done made sent sold run handled written owned used placed taken issued carried held");

  private static final Set<String> UNSUPPORTED =
      words(
          """
          trend trends correlate correlation predict forecast why cumulative percentile quantile
          change growth rose fell versus compare share ratio rate rank ranking variance deviation
          duplicate duplicates moving-average month-over-month year-over-year quarter-over-quarter
          week-over-week divided-by outlier outliers likely projected expected
          """);

  private Ignored() {}

  /** Whether all of some words are such that nothing depends on them. */
  static boolean areIgnored(java.util.List<String> words) {
    return FILLERS.containsAll(words);
  }

  static boolean isIgnored(String word) {
    return FILLERS.contains(word);
  }

  /** Whether a word only says that something was done, whatever it was. */
  static boolean isVerb(String word) {
    return VERBS.contains(word);
  }

  /** Whether a word asks for a kind of figure that no typed query can give. */
  static boolean isUnsupported(String word) {
    return UNSUPPORTED.contains(word);
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }
}
