package dev.assay.quality;

import static dev.assay.quality.TrueType.BOOLEAN;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TEXT;
import static dev.assay.quality.Written.one;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Truth in many words and languages, and pairs of words that are none. */
final class BooleanColumns {
  private static final int EACH = 5;
  private static final List<String> ANY = List.of("newsletter", "antwort", "x", "is_member");
  private static final List<String> FLAGS = List.of("is_active", "active_flag", "has_card");

  private BooleanColumns() {}

  static Stream<GeneratedTable> tables() {
    return kinds().stream().flatMap(kind -> kind.tables(EACH));
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (String[] pair :
        new String[][] {
          {"true", "false"},
          {"TRUE", "FALSE"},
          {"True", "False"},
          {"yes", "no"},
          {"Yes", "No"},
          {"Y", "N"},
          {"y", "n"},
          {"T", "F"},
          {"on", "off"},
          {"sí", "no"},
          {"si", "no"},
          {"Sì", "No"},
          {"sim", "não"},
          {"Sim", "Nao"},
          {"oui", "non"},
          {"ja", "nein"},
          {"Ja", "Nej"},
          {"ja", "nee"},
          {"tak", "nie"},
          {"ano", "ne"},
          {"да", "нет"},
          {"evet", "hayır"},
          {"はい", "いいえ"},
          {"是", "否"},
          {"예", "아니오"},
          {"نعم", "لا"},
          {"wahr", "falsch"},
          {"vrai", "faux"},
          {"verdadero", "falso"},
          {"vero", "falso"},
          {"J", "N"},
          {"kyllä", "ei"},
          {"igen", "nem"},
          {"tidak", "ya"}
        }) {
      boolean turned = pair[0].equals("tidak");
      kinds.add(
          pair(
                  "'" + pair[0] + "' or '" + pair[1] + "'",
                  ANY,
                  pair[turned ? 1 : 0],
                  pair[turned ? 0 : 1])
              .withMissing("N/A", "unknown", "-", "null", "?"));
    }
    for (String[] pair :
        new String[][] {
          {"1", "0"},
          {"active", "inactive"},
          {"Enabled", "Disabled"},
          {"S", "N"},
          {"O", "N"},
          {"checked", "unchecked"},
          {"V", "F"}
        }) {
      kinds.add(
          pair("'" + pair[0] + "' or '" + pair[1] + "', a flag by name", FLAGS, pair[0], pair[1]));
    }
    kinds.add(
        Kind.of(
            "mixed words for yes and no",
            BOOLEAN,
            ANY,
            random ->
                () -> {
                  boolean yes = random.nextBoolean();
                  return Cell.value(
                      yes
                          ? one(random, "yes", "Y", "true", "1")
                          : one(random, "no", "N", "FALSE", "0"),
                      String.valueOf(yes));
                }));
    kinds.add(
        Kind.of(
            "a cross or nothing",
            BOOLEAN,
            List.of("vegan", "paid", "x"),
            random ->
                () ->
                    random.nextInt(3) == 0
                        ? Cell.value(one(random, "x", "x", "X"), "true")
                        : Cell.missing(null)));
    kinds.add(
        Kind.of(
            "1 or 0, a count by name",
            INTEGER,
            List.of("children", "errors", "Confirmed"),
            random ->
                () -> {
                  String text = one(random, "0", "0", "1");
                  return Cell.value(text, text);
                }));
    for (String[] words :
        new String[][] {
          {"M", "F"},
          {"male", "female"},
          {"open", "closed"},
          {"N", "S"},
          {"A", "B"},
          {"yes", "no", "maybe"},
          {"No", "Low", "High"},
          {"Active", "Inactive", "Pending"},
          {"in", "out"},
          {"left", "right"}
        }) {
      kinds.add(
          Kind.of(
              "no truth: " + String.join(", ", words),
              TEXT,
              List.of("status", "side", "kind"),
              random -> () -> Cell.text(one(random, words))));
    }
    return kinds;
  }

  private static Kind pair(String name, List<String> headers, String yes, String no) {
    return Kind.of(
        name,
        BOOLEAN,
        headers,
        random -> {
          double share = 0.2 + 0.6 * random.nextDouble();
          return () -> {
            boolean truth = random.nextDouble() < share;
            return Cell.value(truth ? yes : no, String.valueOf(truth));
          };
        });
  }
}
