package dev.assay.advice;

import dev.assay.model.Check;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.SemanticType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules that a column's type, name and meaning speak for, where some value may break them. */
final class Doubts {
  private static final int FEWEST = 20;
  private static final double DOMINANT = 0.98;
  private static final double MOST = 0.8;

  /** Stricter than what makes a column one of addresses: no dots in a row, a domain of letters. */
  private static final String EMAIL =
      "^[\\p{L}\\p{N}_%+'&=?^{|}~!#$*/-]+([.][\\p{L}\\p{N}_%+'&=?^{|}~!#$*/-]+)*"
          + "@[\\p{L}\\p{N}-]+([.][\\p{L}\\p{N}-]+)*[.]\\p{L}{2,}$";

  private final NumberDoubts numbers = new NumberDoubts();
  private final DateDoubts dates;

  Doubts(DateDoubts dates) {
    this.dates = dates;
  }

  List<Suspicion> of(KnownColumn column, Optional<SemanticType> meaning) {
    List<Doubt> doubts = new ArrayList<>();
    if (column.known().guess().type().isNumeric()) {
      article(column).ifPresent(doubts::add);
      if (doubts.isEmpty()) {
        doubts.addAll(numbers.of(column));
      }
    } else if (column.known().guess().type().isTemporal()) {
      doubts.addAll(dates.of(column));
    } else if (column.isText() && column.known().guess().ambiguity() == null) {
      text(column, meaning).ifPresent(doubts::add);
    }
    return doubts.stream().<Suspicion>map(doubt -> new Suspicion.Doubtful(column, doubt)).toList();
  }

  private static Optional<Doubt> text(KnownColumn column, Optional<SemanticType> meaning) {
    if (meaning.isEmpty()) {
      return article(column).or(() -> form(column));
    }
    return switch (meaning.get()) {
      case EMAIL -> email(column);
      case IBAN ->
          Optional.of(
              Doubt.fact(
                  "checksum",
                  new Check.Checksum(Check.Scheme.IBAN),
                  "have check digits that do not belong to the account",
                  0.2));
      case CARD_NUMBER ->
          Optional.of(
              Doubt.fact(
                  "checksum",
                  new Check.Checksum(Check.Scheme.CARD),
                  "have a check digit that does not belong to the card",
                  0.2));
      case IDENTIFIER -> article(column).or(() -> form(column));
      case PHONE,
          PERSON_NAME,
          ADDRESS,
          BIRTH_DATE,
          NATIONAL_ID,
          IP_ADDRESS,
          URL,
          UUID,
          POSTCODE,
          COUNTRY,
          CURRENCY,
          AMOUNT,
          PERCENT,
          CATEGORY ->
          Optional.empty();
    };
  }

  private static Optional<Doubt> email(KnownColumn column) {
    Pattern strict = Pattern.compile(EMAIL);
    boolean odd =
        column.known().measured().noEmail() > 0
            || column.share(text -> strict.matcher(text).matches()) < 1;
    return odd
        ? Optional.of(
            Doubt.slip("email", new Check.Matches(EMAIL, false), "are no e-mail address", 0.1))
        : Optional.empty();
  }

  private static Optional<Doubt> article(KnownColumn column) {
    boolean named = NameSense.any(column.words(), NameSense.ARTICLE);
    double right = column.share(Checksums::article);
    boolean likely = named ? right >= MOST : right >= 0.95 && column.values().size() >= FEWEST;
    return likely
        ? Optional.of(
            new Doubt(
                "checksum",
                new Check.Checksum(Check.Scheme.EAN),
                "have a check digit that does not belong to the article",
                0.2,
                named,
                null))
        : Optional.empty();
  }

  /** Codes that are all of one form but for a few. */
  private static Optional<Doubt> form(KnownColumn column) {
    List<ValueCount> shapes = column.known().profile().shapes();
    long all = shapes.stream().mapToLong(ValueCount::count).sum();
    if (shapes.size() < 2 || column.values().size() < FEWEST) {
      return Optional.empty();
    }
    ValueCount first = shapes.getFirst();
    String shape = first.value();
    boolean code =
        first.count() >= DOMINANT * all
            && shape.indexOf('9') >= 0
            && shape.length() >= 3
            && shape.matches("[A9._/#:-]+");
    return code
        ? Optional.of(
            Doubt.slip(
                "form",
                new Check.Matches(pattern(shape), false),
                "are of another form than " + shape + " (A a letter, 9 a digit)",
                0.02))
        : Optional.empty();
  }

  private static String pattern(String shape) {
    StringBuilder pattern = new StringBuilder("^");
    for (int at = 0; at < shape.length(); ) {
      int end = at;
      while (end < shape.length() && shape.charAt(end) == shape.charAt(at)) {
        end++;
      }
      char sign = shape.charAt(at);
      pattern.append(sign == 'A' ? "\\p{L}" : sign == '9' ? "[0-9]" : "[" + sign + "]");
      if (end - at > 1) {
        pattern.append('{').append(end - at).append('}');
      }
      at = end;
    }
    return pattern.append('$').toString();
  }
}
