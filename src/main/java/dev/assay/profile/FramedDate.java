package dev.assay.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises dates in brackets, as logs have them, or before a word for a year or a clock. */
final class FramedDate {
  /** Polish, Russian and Ukrainian put "of the year" behind; German puts "o'clock". */
  private static final Pattern FRAMED =
      Pattern.compile(
          "(?<before>\\[)(?<inside>[^\\[\\]]+)\\]|(?<date>.*\\d)(?<word> ?[rгр]\\.| [Uu]hr)");

  private FramedDate() {}

  static Optional<DateForm> of(String value, DateText.Numbers numbers) {
    Matcher match = FRAMED.matcher(value);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean brackets = match.group("before") != null;
    return DateText.of(match.group(brackets ? "inside" : "date"), numbers)
        .filter(form -> !form.digits())
        .map(form -> brackets ? form.within("[", "]") : form.within("", match.group("word")));
  }
}
