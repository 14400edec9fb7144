package dev.assay.advice;

import dev.assay.model.Author;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Evidence;
import dev.assay.model.NullStrategy;
import dev.assay.model.Question;
import dev.assay.model.SemanticType;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Validation;
import dev.assay.profile.Examination;
import dev.assay.profile.Guess;
import dev.assay.profile.IdentifierNames;
import dev.assay.profile.Measurement;
import dev.assay.sql.Dialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Turns what is known of one column into its part of a recipe. */
final class ColumnAdvice {
  static final int EXAMPLES = 5;
  private static final int LONGEST_EXAMPLE = 80;

  private final Dialect dialect;

  ColumnAdvice(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The proposed column.
   *
   * @param key whether it is part of the key
   * @param meaning what its values mean, where that is known
   */
  SilverColumn column(Examination known, String name, boolean key, Optional<SemanticType> meaning) {
    Optional<Check> check = check(known, name, key);
    return new SilverColumn(
        known.profile().name(),
        name,
        known.guess().type(),
        dialect.cast(spec(known, name)),
        known.guess().steps(),
        NullStrategy.KEEP_NULL,
        null,
        check.map(found -> Validation.parse(found.text())).orElse(null),
        check.map(Check::severity).orElse(Severity.REJECT),
        evidence(known, check, meaning));
  }

  /** The proposed column as a build takes it. */
  static SilverSpec.Column spec(Examination known, String name) {
    return new SilverSpec.Column(
        known.profile().name(),
        name,
        known.guess().type(),
        known.guess().steps(),
        NullStrategy.KEEP_NULL,
        null,
        List.of(),
        Severity.REJECT,
        false);
  }

  /** The column as received. */
  static SilverSpec.Column raw(Examination known, String name) {
    return new SilverSpec.Column(
        known.profile().name(),
        name,
        ColumnType.Simple.TEXT,
        List.of(),
        NullStrategy.KEEP_NULL,
        null,
        List.of(),
        Severity.REJECT,
        false);
  }

  /** What a person must settle about the column. */
  static Optional<Question> question(Source source, Examination known, String name) {
    return Optional.ofNullable(known.guess().ambiguity())
        .map(open ->
            new Question(
                name,
                open.text(),
                open.choices(),
                "assay answer " + source.id() + "." + name + " " + open.choices().getFirst()));
  }

  /** A proposed validation: what it says of the rows there are, and what a violation does. */
  private record Check(String text, Severity severity, String says) {}

  private static Optional<Check> check(Examination known, String name, boolean key) {
    Measurement measured = known.measured();
    if (key && measured.missing() == 0 && measured.failed() == 0) {
      return Optional.of(
          new Check("NOT NULL", Severity.REJECT, "the check NOT NULL rejects 0 rows"));
    }
    if (known.email() && measured.parsed() > 0) {
      long misfits = measured.noEmail();
      // An odd address is no reason to lose an order: the row stays and is counted.
      return Optional.of(
          misfits == 0
              ? new Check("LIKE '%@%.%'", Severity.REJECT, "the check LIKE '%@%.%' rejects 0 rows")
              : new Check(
                  "LIKE '%@%.%'",
                  Severity.WARN, "the check LIKE '%@%.%' rejects 0 rows and warns of " + misfits));
    }
    boolean amount =
        known.guess().type().isNumeric()
            && IdentifierNames.amount(name)
            && !IdentifierNames.key(name)
            && measured.least() != null
            && finite(measured.least()).map(BigDecimal::signum).orElse(-1) >= 0;
    return amount
        ? Optional.of(new Check(">= 0", Severity.REJECT, "the check >= 0 rejects 0 rows"))
        : Optional.empty();
  }

  private static Optional<BigDecimal> finite(String number) {
    return number.matches("[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?")
        ? Optional.of(new BigDecimal(number))
        : Optional.empty();
  }

  private static Evidence evidence(
      Examination known, Optional<Check> check, Optional<SemanticType> meaning) {
    Guess guess = known.guess();
    Measurement measured = known.measured();
    return new Evidence(
        measured.rows(),
        measured.missing(),
        measured.parsed(),
        measured.failed(),
        measured.changed(),
        measured.lossy(),
        measured.failures().stream()
            .limit(EXAMPLES)
            .map(ColumnAdvice::shortened)
            .map(text -> meaning.filter(SemanticType::personal).isPresent() ? Stars.of(text) : text)
            .toList(),
        because(guess, measured, check),
        confidence(guess, measured),
        Alternatives.of(known, meaning.filter(SemanticType::personal).isPresent()),
        meaning.orElse(null),
        Author.RULES);
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…";
  }

  private static String because(Guess guess, Measurement measured, Optional<Check> check) {
    StringBuilder because = new StringBuilder(guess.because().replaceFirst("\\.$", ""));
    long emptied = measured.present() - measured.cleaned();
    if (emptied > 0) {
      because.append("; ").append(emptied).append(" cells say that they are missing");
      guess.steps().stream()
          .filter(Cleaning.NullTokens.class::isInstance)
          .map(step -> ((Cleaning.NullTokens) step).tokens())
          .forEach(tokens -> because.append(" (").append(String.join(", ", tokens)).append(")"));
    }
    if (measured.failed() > 0) {
      because.append("; ").append(measured.failed()).append(" rows would be rejected");
    }
    check.ifPresent(found -> because.append("; ").append(found.says()));
    return because.append(".").toString();
  }

  private static double confidence(Guess guess, Measurement measured) {
    if (guess.ambiguity() != null) {
      return 0.5;
    }
    if (measured.cleaned() == 0) {
      return 0.1;
    }
    // Few values say little, whatever they say.
    double many = 1 - 1 / (measured.cleaned() + 1.0);
    double read = (double) measured.parsed() / measured.cleaned();
    double plain = guess.type() == ColumnType.Simple.TEXT && !guess.rivals().isEmpty() ? 0.8 : 0.99;
    return Math.round(many * read * plain * 100) / 100.0;
  }
}
