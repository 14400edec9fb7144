package dev.assay.ask;

import java.util.List;
import java.util.Set;

/** In which language a question is asked. */
final class Tongue {
  private static final Set<String> ENGLISH =
      Set.of(
          "how",
          "what",
          "which",
          "who",
          "when",
          "by",
          "average",
          "month",
          "months",
          "year",
          "years",
          "last",
          "previous",
          "this",
          "highest",
          "lowest",
          "largest",
          "smallest",
          "number",
          "since",
          "between",
          "before",
          "after",
          "more",
          "less",
          "than",
          "least",
          "most",
          "orders",
          "customers",
          "sales",
          "revenue",
          "not",
          "or",
          "without",
          "except",
          "share",
          "growth",
          "monthly",
          "daily",
          "weekly",
          "quarter",
          "week",
          "day",
          "days",
          "top",
          "total",
          "compare",
          "versus",
          "median",
          "spent",
          "over",
          "under",
          "about");

  private static final String PORTUGUESE =
      ".*(nh|lh|oi|ei|ou|ss|coes|oes|gem|gens|ns)([aeo]|$|s|t|r).*|.*(cao|vel|gem|em|im|om)$";
  private static final String SPANISH = ".*(ll|ue[lnrs]|ie[nrs]|cion|iones|dad).*|.*y$";

  private Tongue() {}

  /**
   * How much words look Portuguese rather than Spanish. Where nothing else tells, a mistake would
   * turn "no Norte" into its contrary.
   */
  private static int sound(List<String> folded) {
    int sound = 0;
    for (String word : folded) {
      sound += word.length() > 3 && word.matches(PORTUGUESE) ? 1 : 0;
      sound -= word.length() > 3 && word.matches(SPANISH) ? 1 : 0;
    }
    return sound;
  }

  /** Whether "no" may be "in the" as well as "not", as nothing tells the two languages apart. */
  static boolean isUndecided(String question, List<Words.Word> words) {
    List<String> folded = words.stream().map(Words.Word::lower).toList();
    int at = folded.indexOf("no");
    return at > 0
        && !folded.get(at - 1).equals("que")
        && PhraseBook.of(Language.PORTUGUESE).score(folded)
            == PhraseBook.of(Language.SPANISH).score(folded)
        && !question.matches("(?s).*[ãõçêâôàÃÕÇÊñ¿¡Ñ].*")
        && !folded.contains("dos")
        && sound(folded) == 0;
  }

  /** The language for which most words speak; English where none has more. */
  static Language of(String question, List<Words.Word> words) {
    List<String> folded =
        words.stream()
            .filter(word -> word.kind() == Words.Kind.WORD)
            .map(Words.Word::lower)
            .toList();
    long english =
        2
            * folded.stream()
                .filter(word -> ENGLISH.contains(word) || Ignored.isIgnored(word))
                .count();
    double portuguese = PhraseBook.of(Language.PORTUGUESE).score(folded);
    double spanish = PhraseBook.of(Language.SPANISH).score(folded);
    portuguese += question.matches("(?s).*[ãõçêâôàÃÕÇÊ].*") ? 1 : 0;
    spanish += question.matches("(?s).*[ñ¿¡Ñ].*") ? 1 : 0;
    if (english >= 2 * Math.max(portuguese, spanish)) {
      return Language.ENGLISH;
    }
    if (portuguese == spanish && folded.contains("dos")) {
      // With an article Spanish would have scored: "los dos".
      return Language.PORTUGUESE;
    }
    if (portuguese == spanish) {
      return sound(folded) > 0 ? Language.PORTUGUESE : Language.SPANISH;
    }
    return portuguese > spanish ? Language.PORTUGUESE : Language.SPANISH;
  }
}
