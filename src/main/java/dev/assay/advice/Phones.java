package dev.assay.advice;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers, told by Google's numbering plans where the name does not say it. */
final class Phones {
  /** What all rows are asked. */
  static final Pattern SHAPE =
      Pattern.compile(
          "[+]?[(]?[+]?[0-9][0-9 ()./-]{4,22}[0-9)](?:\\s*(?:x|ext[.]?|#)\\s*[0-9]{1,6})?");

  private static final Pattern AMERICAN =
      Pattern.compile("(?:[(][2-9][0-9]{2}[)] ?|[2-9][0-9]{2}[-.])[0-9]{3}[-. ][0-9]{4}");

  /** Words beside "phone" whose columns hold no numbers. */
  private static final Set<String> ABOUT = Set.of("type", "model", "count", "brand", "os", "id");

  private static final double NEARLY_ALL = 0.95;
  private static final double MOST = 0.8;
  private static final int LOOKED_AT = 100;

  private Phones() {}

  static boolean likely(KnownColumn column) {
    if (column.share(text -> SHAPE.matcher(text).matches() && digits(text)) < NEARLY_ALL) {
      return false;
    }
    List<String> words = column.words();
    if (NameSense.any(words, NameSense.PHONE) && !NameSense.any(words, ABOUT)) {
      return true;
    }
    List<String> some =
        column.values().stream().map(value -> value.value().strip()).limit(LOOKED_AT).toList();
    if (!column.isText() || some.size() < 5) {
      return false;
    }
    if (some.stream().filter(text -> text.startsWith("+")).count() >= 0.9 * some.size()) {
      return some.stream().filter(text -> valid(text, null)).count() >= MOST * some.size();
    }
    return some.stream().allMatch(text -> AMERICAN.matcher(text).matches());
  }

  private static boolean digits(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    return digits >= 6 && digits <= 20;
  }

  private static boolean valid(String text, String region) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      return plans.isPossibleNumber(plans.parse(text, region));
    } catch (NumberParseException e) {
      return false;
    }
  }
}
