package dev.assay.ask;

import java.util.regex.Pattern;

/** Words that are nearly the same in English, Portuguese and Spanish: sessão, sesión, session. */
final class Cognates {
  private static final Pattern ACTION =
      Pattern.compile("c?(coes|cao|ciones|cion|tions|tion|soes|sao|siones|sion|sions)$");
  private static final Pattern QUALITY = Pattern.compile("(dades|dade|dads|dad|ties|ty)$");
  private static final Pattern ENDING = Pattern.compile("(es|os|as|s|e|o|a|y|ia|ias|ies)$");
  private static final int SHORTEST = 5;

  private Cognates() {}

  /** Whether two folded words are one word in two languages. */
  static boolean same(String one, String other) {
    if (one.length() < SHORTEST || other.length() < SHORTEST || one.charAt(0) != other.charAt(0)) {
      return false;
    }
    return root(one).equals(root(other));
  }

  private static String root(String word) {
    String root = ACTION.matcher(word.replaceAll("(.)\\1", "$1")).replaceFirst("#");
    if (!root.endsWith("#")) {
      root = QUALITY.matcher(root).replaceFirst("!");
    }
    root = root.replace("ti", "ci").replace("ph", "f").replace("th", "t").replace("qu", "c");
    root = root.replaceAll("(.)\\1", "$1");
    return root.endsWith("#") || root.endsWith("!") ? root : ENDING.matcher(root).replaceFirst("");
  }
}
