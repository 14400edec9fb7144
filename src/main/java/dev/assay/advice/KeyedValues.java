package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Slug;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells such as {@code color=red; size=L}, all with the same few keys. */
final class KeyedValues {
  private static final int MOST_KEYS = 12;

  private KeyedValues() {}

  static Optional<SplitForm> of(KnownColumn column) {
    for (String separator : List.of(";", "|", ",", "&")) {
      for (String assignment : List.of("=", ":")) {
        Optional<SplitForm> form = of(column, separator, assignment);
        if (form.isPresent()) {
          return form;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SplitForm> of(KnownColumn column, String separator, String assignment) {
    String escaped = Pattern.quote(separator);
    // RE2 reads a sign in brackets as itself.
    String between = "[" + separator + "]";
    String pair = "\\s*[\\p{L}_][\\p{L}0-9_ .-]{0,29}" + assignment + "[^" + separator + "]*";
    Pattern all = Pattern.compile(pair + "(?:" + between + pair + ")+" + between + "?\\s*");
    if (!SplitForms.nearlyAll(column, all)) {
      return Optional.empty();
    }
    Pattern key =
        Pattern.compile(
            "(?:^|" + escaped + ")\\s*([^" + assignment + separator + "]+?)\\s*" + assignment);
    TreeMap<String, Long> keys = new TreeMap<>();
    long total = 0;
    for (var value : column.values()) {
      Set<String> own = new TreeSet<>();
      Matcher match = key.matcher(value.value());
      while (match.find()) {
        own.add(match.group(1).toLowerCase(Locale.ROOT));
      }
      own.forEach(found -> keys.merge(found, value.count(), Long::sum));
      total += value.count();
    }
    double most = 0.5 * total;
    // Keys that most cells lack are data themselves.
    boolean settled =
        keys.size() >= 2
            && keys.size() <= MOST_KEYS
            && keys.values().stream().allMatch(rows -> rows >= most)
            && keys.keySet().stream().map(name -> Slug.of(name, "")).distinct().count()
                == keys.size();
    return settled
        ? Optional.of(
            new SplitForm(
                "values for " + String.join(", ", keys.keySet()),
                "^" + all.pattern() + "$",
                keys.keySet().stream()
                    .map(name ->
                        new SplitForm.Part(
                            Slug.of(name, "value"),
                            ColumnType.Simple.TEXT,
                            List.<Cleaning>of(new Cleaning.TakeValue(name, separator, assignment))))
                    .toList()))
        : Optional.empty();
  }
}
