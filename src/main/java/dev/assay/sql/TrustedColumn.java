package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column with what is known of all its texts: a cast that meets only texts which it reads right
 * needs no pattern to guard it, and patterns are what casting spends its time in.
 *
 * @param column as a build would make it
 * @param trust what all rows have shown
 */
public record TrustedColumn(SilverSpec.Column column, Trust trust) {
  /** What all rows of a column have shown. */
  public enum Trust {
    /** Nothing: the cast that a build uses. */
    NONE,
    /** Every text that does not mean "missing" has the shape of its type, and few are missing. */
    READ,
    /** Every text is as the engine itself writes the value. */
    WRITTEN
  }

  /** A word that no number reads: a sign alone, or something with letters and without digits. */
  private static final Pattern NO_NUMBER = Pattern.compile("--?|[^\\d]*\\p{L}[^\\d]*");

  /** The value; equal to the cast of a build on every row of which this is known. */
  String cast(Dialect dialect) {
    return switch (trust) {
      case NONE -> dialect.cast(column);
      case READ -> bare().orElseGet(() -> dialect.cast(column));
      case WRITTEN ->
          isText()
              ? Quote.identifier(column.source())
              : "TRY_CAST("
                  + Quote.identifier(column.source())
                  + " AS "
                  + CleaningSql.typeName(column.type())
                  + ")";
    };
  }

  /** What is equal where the values are, and cheaper where it can be. */
  String alike(Dialect dialect) {
    return trust == Trust.WRITTEN ? Quote.identifier(column.source()) : cast(dialect);
  }

  /** Whether values are of a few bytes, and equal where they look so. */
  boolean isShort() {
    return switch (column.type()) {
      case ColumnType.Decimal _ -> true;
      case ColumnType.Simple simple ->
          switch (simple) {
            case INTEGER, BIGINT, DATE, TIMESTAMP, TIMESTAMPTZ -> true;
            case DOUBLE, BOOLEAN, TIME, TEXT, UUID -> false;
          };
    };
  }

  private boolean isText() {
    return column.type() == ColumnType.Simple.TEXT;
  }

  /** A number without what is around it, since nothing else is there. */
  private Optional<String> bare() {
    boolean exact =
        column.type() instanceof ColumnType.Decimal
            || column.type() == ColumnType.Simple.INTEGER
            || column.type() == ColumnType.Simple.BIGINT;
    List<Cleaning> steps = new ArrayList<>(column.cleaning());
    if (!exact || column.custom() != null) {
      return Optional.empty();
    }
    Cleaning.ParseNumber number = Cleaning.ParseNumber.plain();
    if (!steps.isEmpty() && steps.getLast() instanceof Cleaning.ParseNumber last) {
      number = last;
      steps.removeLast();
    }
    // A word for "missing" that no number reads comes out missing all the same.
    boolean onlyWords =
        steps.stream()
            .allMatch(step ->
                step instanceof Cleaning.NullTokens(List<String> tokens)
                    && tokens.stream().allMatch(token -> NO_NUMBER.matcher(token).matches()));
    return onlyWords && NumberSql.hasOnlyDigitsAndMarks(number)
        ? Optional.of(
            "TRY_CAST("
                + NumberSql.digits(number, Quote.identifier(column.source()))
                + " AS "
                + CleaningSql.typeName(column.type())
                + ")")
        : Optional.empty();
  }
}
