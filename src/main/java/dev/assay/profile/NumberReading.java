package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the numbers of one column are written, found from all its forms together: separators, signs
 * and units around them, digits needed.
 */
final class NumberReading {
  static final String THOUSANDS = "thousands";
  static final String DECIMAL = "decimal";

  /** More digits than this after the point are a program's rounding noise, not measurement. */
  private static final int LARGEST_SCALE = 9;

  private record Form(NumberForm number, long rows) {}

  private final List<Form> forms = new ArrayList<>();
  private long rows;

  private boolean money;

  private NumberReading() {}

  /**
   * The forms of {@code values} that are numbers: bare, with a known unit, or with a word that
   * nearly all of them have.
   */
  static NumberReading of(List<ValueCount> values) {
    NumberReading all = new NumberReading();
    for (ValueCount value : values) {
      NumberForm.of(value.value()).ifPresent(form -> all.add(form, value.count()));
    }
    Affixes.Known known = Affixes.known(all.affixed());
    NumberReading reading = new NumberReading();
    all.forms.stream()
        .filter(form -> known.test(form.number().prefix(), form.number().suffix()))
        .forEach(form -> reading.add(form.number(), form.rows()));
    return reading;
  }

  private void add(NumberForm form, long count) {
    forms.add(new Form(form, count));
    rows += count;
  }

  /** Rows whose text is a number in some way of writing. */
  long rows() {
    return rows;
  }

  /** Rows of whole numbers that begin with a zero which a number type would lose. */
  long leadingZeros() {
    return forms.stream()
        .filter(form -> form.number().decimal() == 0 && !form.number().exponent())
        .filter(form -> form.number().body().matches("0[0-9].*"))
        .mapToLong(Form::rows)
        .sum();
  }

  /** Digits of the longest whole number. */
  int longest() {
    return forms.stream()
        .filter(form -> form.number().decimal() == 0)
        .mapToInt(form -> form.number().whole((char) 0).length())
        .max()
        .orElse(0);
  }

  /** Digits of the shortest whole number. */
  int shortest() {
    return forms.stream()
        .filter(form -> form.number().decimal() == 0)
        .mapToInt(form -> form.number().whole((char) 0).length())
        .min()
        .orElse(0);
  }

  /** Whether nothing stands around the numbers and they are whole, as identifiers are. */
  boolean plainWhole() {
    return forms.stream()
        .map(Form::number)
        .allMatch(number ->
            number.decimal() == 0
                && number.grouping() == 0
                && number.prefix().isEmpty()
                && number.suffix().isEmpty()
                && !number.negative()
                && !number.exponent());
  }

  /**
   * The column's reading.
   *
   * @param name header of the column
   * @param choice settles what its values leave open
   */
  Guess guess(String name, Optional<String> choice) {
    money = IdentifierNames.money(name);
    Affixes.Verdict affixes = Affixes.judge(affixed());
    if (affixes.refusal() != null) {
      return Guess.text(affixes.refusal()).withNotes(List.of(affixes.refusal()));
    }
    Set<Character> decimals = new TreeSet<>();
    Set<Character> groupings = new TreeSet<>();
    Set<Character> open = new TreeSet<>();
    for (Form form : forms) {
      NumberForm number = form.number();
      if (number.ambiguous()) {
        open.add(number.decimal());
      } else if (number.decimal() != 0) {
        decimals.add(number.decimal());
      }
      if (number.grouping() != 0) {
        groupings.add(number.grouping());
      }
    }
    if (decimals.size() > 1 || groupings.stream().anyMatch(decimals::contains)) {
      return Guess.text(
              "Some values write a point and some a comma before the fraction, so no one reading fits.")
          .withNotes(List.of("mixes points and commas as decimal separators and stays text."));
    }
    groupings.removeIf(sign -> sign == '\u00a0' || sign == '\u202f' && groupings.contains(' '));
    if (groupings.size() > 1) {
      return Guess.text("Several signs separate thousands, so no one reading fits.");
    }
    for (char sign : open) {
      if (decimals.contains(sign)) {
        continue;
      }
      // The other sign before a fraction, or this one between groups elsewhere, settles it.
      if (!decimals.isEmpty() || groupings.contains(sign)) {
        groupings.add(sign);
        continue;
      }
      Optional<Guess> asked = settle(sign, choice, affixes, decimals, groupings);
      if (asked.isPresent()) {
        return asked.get();
      }
    }
    return typed(affixes, decimals, groupings);
  }

  private Optional<Guess> settle(
      char sign,
      Optional<String> choice,
      Affixes.Verdict affixes,
      Set<Character> decimals,
      Set<Character> groupings) {
    if (choice.isPresent()) {
      (choice.get().equals(THOUSANDS) ? groupings : decimals).add(sign);
      return Optional.empty();
    }
    boolean point = sign == '.';
    // A whole number of four digits shows that thousands are not separated here: 1234 beside 1.234.
    if (point && forms.stream().anyMatch(NumberReading::unseparatedThousand)) {
      decimals.add(sign);
      return Optional.empty();
    }
    if (thousandsByZeros(sign)) {
      groupings.add(sign);
      return Optional.empty();
    }
    String example =
        forms.stream()
            .map(Form::number)
            .filter(number -> number.ambiguous() && number.decimal() == sign)
            .map(NumberForm::body)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Guess thousands = typed(affixes, Set.of(), Set.of(sign));
    Guess decimal = typed(affixes, Set.of(sign), Set.of());
    String because =
        "'"
            + example
            + "' may be "
            + example.replace(String.valueOf(sign), "")
            + " or "
            + example.replace(sign, '.')
            + ", and no value settles it.";
    return Optional.of(
        Guess.open(
            because,
            new Guess.Ambiguity(
                because
                    + " Does the "
                    + (point ? "point" : "comma")
                    + " separate thousands, or is it the decimal sign?",
                point ? List.of(DECIMAL, THOUSANDS) : List.of(THOUSANDS, DECIMAL)),
            point ? List.of(decimal, thousands) : List.of(thousands, decimal)));
  }

  /**
   * Whether the values cannot be fractions: some end in a zero, so zeros are written out and each
   * value would have three digits after the sign, but others have no sign at all.
   */
  private boolean thousandsByZeros(char sign) {
    long zeros =
        forms.stream()
            .map(Form::number)
            .filter(number -> number.ambiguous() && number.decimal() == sign)
            .filter(number -> number.body().endsWith("0"))
            .count();
    long bare =
        forms.stream()
            .map(Form::number)
            .filter(number -> number.decimal() == 0 && number.grouping() == 0)
            .count();
    return zeros >= 2 && bare >= 2 && forms.stream().noneMatch(NumberReading::unseparatedThousand);
  }

  private static boolean unseparatedThousand(Form form) {
    return form.number().decimal() == 0
        && form.number().grouping() == 0
        && form.number().body().length() > 3;
  }

  private List<Affixes.Affixed> affixed() {
    return forms.stream()
        .map(form ->
            new Affixes.Affixed(
                form.number().prefix(),
                form.number().suffix(),
                Math.abs(form.number().value(form.number().decimal())),
                form.rows()))
        .toList();
  }

  private Guess typed(Affixes.Verdict affixes, Set<Character> decimals, Set<Character> groupings) {
    char decimal =
        decimals.isEmpty() ? (groupings.contains('.') ? ',' : '.') : decimals.iterator().next();
    String grouping = groupings.isEmpty() ? "" : String.valueOf(groupings.iterator().next());
    boolean parentheses = forms.stream().anyMatch(form -> form.number().parentheses());
    Cleaning step =
        new Cleaning.ParseNumber(
            String.valueOf(decimal), grouping, affixes.strip(), parentheses, 1);
    boolean plain = step.equals(Cleaning.ParseNumber.plain());
    ColumnType type = type(decimal);
    StringBuilder because = new StringBuilder("The values are ");
    because.append(type.isNumeric() && integral(type) ? "whole numbers" : "numbers");
    if (!grouping.isEmpty()) {
      because.append(", with '").append(grouping).append("' between thousands");
    }
    if (decimal == ',') {
      because.append(", with a decimal comma");
    }
    if (parentheses) {
      because.append(", negative in parentheses");
    }
    if (affixes.says() != null) {
      because.append("; ").append(affixes.says());
    }
    if (type == ColumnType.Simple.DOUBLE) {
      because.append("; their digits vary too much for an exact decimal");
    }
    List<Cleaning> steps = new ArrayList<>();
    forms.stream()
        .map(form -> form.number().minus())
        .filter(minus -> minus != 0 && minus != '-')
        .distinct()
        .sorted()
        .forEach(dash -> steps.add(new Cleaning.Replace(String.valueOf(dash), "-")));
    if (!plain) {
      steps.add(step);
    }
    return Guess.of(type, because + ".", steps.toArray(Cleaning[]::new))
        .withNotes(affixes.notes())
        .withDrops(affixes.drops());
  }

  private static boolean integral(ColumnType type) {
    return type == ColumnType.Simple.INTEGER || type == ColumnType.Simple.BIGINT;
  }

  private ColumnType type(char decimal) {
    int whole = 1;
    int scale = 0;
    boolean fraction = false;
    double largest = 0;
    TreeMap<Integer, Long> scales = new TreeMap<>();
    for (Form form : forms) {
      NumberForm number = form.number();
      if (number.exponent()) {
        return ColumnType.Simple.DOUBLE;
      }
      String digits = number.whole(decimal).replaceFirst("^0+(?=.)", "");
      whole = Math.max(whole, digits.length());
      String after = number.fraction(decimal);
      scale = Math.max(scale, after.length());
      scales.merge(after.length(), form.rows(), Long::sum);
      fraction |= !after.replace("0", "").isEmpty();
      largest = Math.max(largest, Double.parseDouble("0" + digits));
    }
    if (scale == 1 && money) {
      // "10.0" among amounts is 10.00 without its last zero: cents may follow.
      scale = 2;
      whole = Math.max(whole, 8);
    }
    // "12.0" is how programs write a whole number that they held as a double; "12.00" is money.
    if (scale == 0 || (!fraction && scale == 1)) {
      if (whole > 18) {
        return new ColumnType.Decimal(38, 0);
      }
      return largest > Integer.MAX_VALUE / 2.0
          ? ColumnType.Simple.BIGINT
          : ColumnType.Simple.INTEGER;
    }
    if (scale > LARGEST_SCALE || whole + scale > 30) {
      return ColumnType.Simple.DOUBLE;
    }
    return new ColumnType.Decimal(room(whole, scale), scale);
  }

  /** Precision with room for numbers a hundred times larger, in one of a few usual widths. */
  private static int room(int whole, int scale) {
    int needed = whole + scale + 2;
    return needed <= 9 ? 9 : needed <= 12 ? 12 : needed <= 18 ? 18 : 38;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d rows in %d forms", rows, forms.size());
  }
}
