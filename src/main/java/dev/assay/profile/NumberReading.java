package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How the numbers of one column are written, found from all its forms together: separators, signs
 * and units around them, digits needed.
 */
final class NumberReading {
  static final String MILLIONS = "millions";
  static final String UNIT = "unit";

  /** A form and how many rows are written so. */
  record Form(NumberForm number, long rows) {}

  private static final double NEARLY_ALL = 0.95;

  private final List<Form> forms = new ArrayList<>();
  private long rows;

  private NumberReading() {}

  /**
   * The forms of {@code values} that are numbers: bare, with a known unit, or with a word that
   * nearly all of them have.
   *
   * @param name header of the column
   */
  static NumberReading of(String name, List<ValueCount> values) {
    NumberReading all = new NumberReading();
    for (ValueCount value : values) {
      NumberForm.of(value.value()).ifPresent(form -> all.add(form, value.count()));
    }
    // "10-" in every cell is no negative number but something that we do not know.
    boolean behind = !all.each(number -> number.sign().behind());
    // Nor is "(2019)" one, unless it is money.
    boolean parentheses =
        all.any(AroundNumbers::money) || all.share(NumberForm::parentheses) < NEARLY_ALL;
    boolean dashed =
        !all.each(number -> number.sign().dash() != 0 && AroundNumbers.letters(number.prefix()));
    AroundNumbers around = new AroundNumbers(all.forms.stream().map(Form::number).toList());
    boolean letters = !IdentifierNames.coordinate(name) && around.lettersAreUnits();
    NumberReading multiplied = new NumberReading();
    boolean multiplies = around.multiply(name);
    all.forms.stream()
        .filter(form -> behind || !form.number().sign().behind())
        .filter(form -> parentheses || !form.number().parentheses())
        .filter(form -> dashed)
        .filter(form ->
            letters
                || form.number().suffix().length() != 1
                || !Character.isLetter(form.number().suffix().charAt(0))
                || multiplies && form.number().multiplier().isPresent())
        .forEach(form ->
            multiplied.add(multiplies ? form.number().multiplied() : form.number(), form.rows()));
    Affixes.Known known = Affixes.known(multiplied.affixed());
    NumberReading reading = new NumberReading();
    multiplied.forms.stream()
        .filter(form -> known.test(form.number()))
        .forEach(form -> reading.add(form.number(), form.rows()));
    return reading;
  }

  private void add(NumberForm form, long count) {
    forms.add(new Form(form, count));
    rows += count;
  }

  /** Share of the rows whose form is so. */
  private double share(Predicate<NumberForm> condition) {
    return rows == 0
        ? 0
        : (double)
                forms.stream()
                    .filter(form -> condition.test(form.number()))
                    .mapToLong(Form::rows)
                    .sum()
            / rows;
  }

  /** Without the forms that are so, if they are rare: they fail the cast and are counted. */
  private NumberReading without(Predicate<NumberForm> odd) {
    double share = share(odd);
    if (share == 0 || share >= Guesser.TOLERATED) {
      return this;
    }
    NumberReading usual = new NumberReading();
    forms.stream()
        .filter(form -> !odd.test(form.number()))
        .forEach(form -> usual.add(form.number(), form.rows()));
    return usual;
  }

  /** Without rare numbers that take the sign before a fraction from another way of writing. */
  private NumberReading withUsualDecimals() {
    NumberReading usual = this;
    for (char sign : new char[] {'.', ','}) {
      char other = sign == '.' ? ',' : '.';
      if (any(number -> decimal(number, other) || number.grouping() == sign)) {
        usual = usual.without(number -> decimal(number, sign));
      }
    }
    return usual;
  }

  private static boolean decimal(NumberForm number, char sign) {
    return number.decimal() == sign && !number.ambiguous();
  }

  private boolean any(Predicate<NumberForm> condition) {
    return forms.stream().map(Form::number).anyMatch(condition);
  }

  /** Whether there are forms and all are so. */
  private boolean each(Predicate<NumberForm> condition) {
    return !forms.isEmpty() && forms.stream().map(Form::number).allMatch(condition);
  }

  /** Rows whose text is a number in some way of writing. */
  long rows() {
    return rows;
  }

  /** Why these are marks to tell things apart rather than quantities, if they are. */
  Optional<String> identifiers(String name) {
    return DigitMarks.of(name, forms);
  }

  /**
   * The column's reading.
   *
   * @param name header of the column
   * @param choice settles what its values leave open
   * @param neighbours what the file's other columns show
   */
  Guess guess(String name, Optional<String> choice, Neighbours neighbours) {
    NumberReading usual = withUsualDecimals();
    if (usual != this) {
      return usual.guess(name, choice, neighbours);
    }
    Affixes.Verdict affixes = Affixes.judge(affixed());
    if (affixes.apart()) {
      usual = without(number -> !number.bare());
      if (usual != this) {
        return usual.guess(name, choice, neighbours);
      }
    }
    if (affixes.refusal() != null) {
      return Guess.text(affixes.refusal()).withNotes(List.of(affixes.refusal()));
    }
    if (megaOrMetres()) {
      return millions(name, choice, neighbours);
    }
    List<NumberForm> numbers = forms.stream().map(Form::number).toList();
    return switch (Separation.of(name, numbers, choice, neighbours)) {
      case Separation.Refused(String why, boolean told) -> {
        Guess text = Guess.text(why);
        yield told
            ? text.withNotes(
                List.of("mixes points and commas as decimal separators and stays text."))
            : text;
      }
      case Separation.Settled settled -> told(typed(name, affixes, settled), settled);
      case Separation.Open open -> asked(name, affixes, open);
    };
  }

  /** Where the file says what a comma means, a person should see it. */
  private static Guess told(Guess guess, Separation.Settled settled) {
    if (!Separation.EXACT_THREES.equals(settled.why())) {
      return guess;
    }
    List<String> notes = new ArrayList<>(guess.notes());
    notes.add("is read with commas between thousands: " + Separation.EXACT_THREES + ".");
    return guess.withNotes(notes);
  }

  private Guess asked(String name, Affixes.Verdict affixes, Separation.Open open) {
    boolean point = open.sign() == '.';
    String because =
        "'"
            + open.example()
            + "' may be "
            + open.example().replace(String.valueOf(open.sign()), "")
            + " or "
            + open.example().replace(open.sign(), '.')
            + ", and no value settles it.";
    Guess thousands = typed(name, affixes, open.thousands());
    Guess decimal = typed(name, affixes, open.decimal());
    return Guess.open(
        because,
        new Guess.Ambiguity(
            because
                + " Does the "
                + (point ? "point" : "comma")
                + " separate thousands, or is it the decimal sign?",
            point
                ? List.of(Separation.DECIMAL, Separation.THOUSANDS)
                : List.of(Separation.THOUSANDS, Separation.DECIMAL)),
        point ? List.of(decimal, thousands) : List.of(thousands, decimal));
  }

  /** Whether the one word behind all numbers is a capital M: millions, or metres. */
  private boolean megaOrMetres() {
    return each(number -> number.power() == 0)
        && any(number -> !number.suffix().isEmpty())
        && each(number ->
            number.suffix().isEmpty()
                || (number.suffix().equals("m")
                    && number.multiplier().isPresent()
                    && number.multiplier().get().capital()));
  }

  private Guess millions(String name, Optional<String> choice, Neighbours neighbours) {
    NumberReading millions = new NumberReading();
    forms.forEach(form -> millions.add(form.number().multiplied(), form.rows()));
    NumberReading metres = new NumberReading();
    forms.forEach(form -> metres.add(form.number().withoutMultiplier(), form.rows()));
    Guess million = millions.guess(name, choice, neighbours);
    Guess metre = metres.guess(name, choice, neighbours);
    if (choice.isPresent()) {
      return choice.get().equals(UNIT) ? metre : million;
    }
    String because = "'M' behind its numbers may mean millions, or be a unit such as metres.";
    return Guess.open(
        because,
        new Guess.Ambiguity(because + " Which is it?", List.of(MILLIONS, UNIT)),
        List.of(million, metre));
  }

  private List<Affixes.Affixed> affixed() {
    return forms.stream()
        .map(form ->
            new Affixes.Affixed(
                form.number().prefix(),
                form.number().suffix(),
                form.number().attached(),
                Math.abs(form.number().value(form.number().decimal())),
                form.rows()))
        .toList();
  }

  private Guess typed(String name, Affixes.Verdict affixes, Separation.Settled signs) {
    boolean parentheses = any(NumberForm::parentheses);
    boolean behind = any(number -> number.sign().behind());
    boolean lakhs = any(NumberForm::lakhs);
    Map<String, Long> multipliers = new TreeMap<>();
    forms.stream()
        .map(Form::number)
        .filter(number -> number.power() > 0)
        .forEach(number ->
            multipliers.put(
                number.multiplier().orElseThrow().word(), Multipliers.tenTo(number.power())));
    Cleaning step =
        new Cleaning.ParseNumber(
            String.valueOf(signs.decimal()),
            signs.grouping(),
            affixes.strip(),
            parentheses,
            1,
            behind,
            multipliers,
            lakhs);
    boolean money = IdentifierNames.money(name) || affixes.strip().stream().anyMatch(Units::money);
    ColumnType type = NumberWidth.of(forms, signs.decimal(), money);
    StringBuilder because = new StringBuilder("The values are ");
    because.append(NumberWidth.integral(type) ? "whole numbers" : "numbers");
    if (!signs.grouping().isEmpty()) {
      because.append(", with '").append(signs.grouping()).append("' between thousands");
      because.append(lakhs ? " in groups of two" : "");
    }
    if (signs.decimal() == ',') {
      because.append(", with a decimal comma");
    }
    because.append(parentheses ? ", negative in parentheses" : "");
    because.append(behind ? ", with the minus behind" : "");
    if (!multipliers.isEmpty()) {
      because
          .append(", multiplied by the words behind them (")
          .append(String.join(", ", multipliers.keySet()))
          .append(")");
    }
    if (affixes.says() != null) {
      because.append("; ").append(affixes.says());
    }
    if (signs.why() != null) {
      because.append("; ").append(signs.why());
    }
    if (type == ColumnType.Simple.DOUBLE) {
      because.append("; their digits vary too much for an exact decimal");
    }
    List<Cleaning> steps = new ArrayList<>(minuses());
    if (!step.equals(Cleaning.ParseNumber.plain())) {
      steps.add(step);
    }
    Guess guess =
        Guess.of(type, because + ".", steps.toArray(Cleaning[]::new))
            .withNotes(affixes.notes())
            .withDrops(affixes.drops());
    return affixes.strip().contains("%") && each(number -> number.suffix().equals("%"))
        ? guess.withRivals(List.of(hundredths(guess, signs.decimal())))
        : guess;
  }

  /** Percentages as fractions: 12% as 0.12. */
  private Guess hundredths(Guess guess, char decimal) {
    List<Cleaning> steps = new ArrayList<>(guess.steps());
    steps.set(steps.size() - 1, ((Cleaning.ParseNumber) steps.getLast()).dividedBy(100));
    return Guess.of(
        NumberWidth.hundredths(forms, decimal),
        "A percentage may be stored as a fraction: 12.5% as 0.125.",
        steps.toArray(Cleaning[]::new));
  }

  /** Steps that write a minus as programs do. */
  private List<Cleaning> minuses() {
    List<Cleaning> steps = new ArrayList<>();
    forms.stream()
        .map(form -> form.number().sign().dash())
        .filter(minus -> minus != 0 && minus != '-')
        .distinct()
        .sorted()
        .forEach(dash -> steps.add(new Cleaning.Replace(String.valueOf(dash), "-")));
    if (any(number -> number.sign().apart())) {
      steps.add(new Cleaning.Replace("- ", "-"));
    }
    return steps;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d rows in %d forms", rows, forms.size());
  }
}
