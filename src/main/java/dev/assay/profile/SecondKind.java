package dev.assay.profile;

import dev.assay.model.ColumnProfile.ValueCount;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a second kind of value from slips, among those that a reading of their column cannot read:
 * however few they are, rows of a second kind are not to be rejected.
 */
final class SecondKind {
  /** So many different values of one shape are no slips. */
  private static final int SYSTEMATIC = 3;

  private static final Pattern RUN = Pattern.compile("9+\\+?");

  /** A measure below what can be told, or above. */
  private static final Pattern BOUND =
      Pattern.compile("(?:[<>≤≥]=?|&[lg]t;) *[-+]?[0-9.,]*[0-9].*");

  private SecondKind() {}

  /**
   * Why the failures are a second kind of value, if they are.
   *
   * @param name header of the column
   * @param values the column's
   * @param failures different raw texts that cannot be read
   */
  static Optional<String> of(String name, Values values, List<String> failures) {
    Set<String> failed = new HashSet<>(failures);
    Set<String> usual = new HashSet<>();
    for (ValueCount value : values.counts()) {
      if (!failed.contains(value.value())) {
        usual.add(shape(value.value()));
      }
    }
    Map<String, Set<String>> shapes = new LinkedHashMap<>();
    for (String failure : failures) {
      String text = failure.strip();
      String shape = shape(text);
      // Words are notes, and what looks as the others do is a slip, such as the 30th of February.
      if (shape.indexOf('9') < 0 || usual.contains(shape)) {
        continue;
      }
      if (BOUND.matcher(text).matches()) {
        return Optional.of("Some values are bounds, such as one that begins with a '<'.");
      }
      if (IdentifierNames.keyLike(name) && shape.indexOf('A') >= 0) {
        return Optional.of(
            "The name is that of a key, and some values have letters and digits (" + shape + ").");
      }
      Set<String> different = shapes.computeIfAbsent(shape, _ -> new HashSet<>());
      different.add(text);
      if (different.size() >= SYSTEMATIC) {
        return Optional.of("Some values are of another kind (" + shape + ").");
      }
    }
    return Optional.empty();
  }

  /** Numbers of any length have one shape. */
  private static String shape(String text) {
    return RUN.matcher(Shape.of(text.strip())).replaceAll("9");
  }
}
