package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.model.MonthLanguage;
import dev.assay.profile.DateForm.Kind;
import dev.assay.profile.DateForm.Order;
import dev.assay.profile.DateOrders.Value;
import dev.assay.profile.DateText.Numbers;
import dev.assay.profile.NumberDate.Serials;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** How the dates of one column are written, found from all its forms together. */
final class DateReading {
  private static final int FIRST_LOOK = 300;

  /** Numbers that are dates in so many different rows are dates, whatever the column's name. */
  private static final int MANY = 20;

  private final String name;
  private final boolean complete;
  private final Centuries centuries;
  private final List<Value> values;
  private final boolean clock;
  private final boolean coarse;
  private final List<DateOrders> orders = new ArrayList<>();

  private DateReading(String name, boolean complete, List<Value> seen) {
    this.name = name;
    this.complete = complete;
    long all = rows(seen, _ -> true);
    this.clock = rows(seen, form -> form.kind() == Kind.CLOCK) * 2 > all;
    // A month among days has no day: it is read as one only where nothing is finer.
    this.coarse =
        !clock && rows(seen, form -> form.kind().coarse()) >= (1 - Guesser.TOLERATED) * all;
    this.values = seen.stream().filter(value -> belongs(value.form())).toList();
    Map<String, List<Value>> styles = new LinkedHashMap<>();
    for (Value value : values) {
      if (value.form().open()) {
        styles.computeIfAbsent(value.form().style(), _ -> new ArrayList<>()).add(value);
      }
    }
    styles.forEach((style, some) -> orders.add(DateOrders.of(style, some, complete)));
    if (orders.stream().anyMatch(style -> style.settled() == Order.DAY_FIRST)
        && orders.stream().noneMatch(style -> style.settled() == Order.MONTH_FIRST)) {
      // Nobody writes the month first with dots: with the day first elsewhere, that is sure.
      orders.replaceAll(DateOrders::dotsAsTheOthers);
    }
    int thisYear = Year.now(ZoneOffset.UTC).getValue();
    // Where the year may come first, what looks like a year to come may be a day.
    boolean yearFirst =
        orders.stream().anyMatch(o -> o.open() && o.possible().contains(Order.YEAR_FIRST));
    this.centuries =
        Centuries.of(name, thisYear, year -> !yearFirst && shortYears(written -> written == year));
  }

  private boolean belongs(DateForm form) {
    return clock
        ? form.kind() == Kind.CLOCK
        : coarse ? form.kind().coarse() : form.kind() != Kind.CLOCK && !form.kind().coarse();
  }

  /**
   * The dates among the values of a column.
   *
   * @param complete whether these are all its values
   */
  static DateReading of(String name, List<ValueCount> values, boolean complete) {
    Numbers numbers =
        DateNames.dated(name)
            ? Numbers.ANY
            : DateNames.instant(name) ? Numbers.INSTANTS : Numbers.WRITTEN;
    // What numbers count from which day is seen beside plain dates; the name alone says less.
    Serials serials = Serials.named(name, LocalDate.now(ZoneOffset.UTC));
    List<ValueCount> first = values.subList(0, Math.min(FIRST_LOOK, values.size()));
    List<Value> look = read(name, first, numbers, serials);
    if (look.size() < 0.1 * first.size()) {
      return new DateReading(name, complete, List.of());
    }
    List<Value> seen = read(name, values, numbers, serials);
    long total = values.stream().mapToLong(ValueCount::count).sum();
    long days = rows(seen, form -> form.kind() == Kind.DAY);
    if (days >= 0.3 * total && days < (1 - Guesser.TOLERATED) * total) {
      // Beside plain dates, a spreadsheet's numbers are dates that lost their format.
      seen = read(name, values, Numbers.ANY, NumberDate.WIDE);
    }
    return new DateReading(name, complete, seen);
  }

  private static List<Value> read(
      String name, List<ValueCount> values, Numbers numbers, Serials serials) {
    boolean neverNumber = IdentifierNames.neverNumber(name);
    List<Value> seen = new ArrayList<>();
    for (ValueCount value : values) {
      DateText.of(value.value(), numbers)
          .filter(form -> !(neverNumber && (form.open() || form.digits())))
          .filter(form ->
              form.kind() != Kind.SERIAL || serials.test(Double.parseDouble(value.value().strip())))
          .ifPresent(form -> seen.add(new Value(form, value.value().strip(), value.count())));
    }
    Lookalikes.remove(name, numbers, seen);
    return seen;
  }

  private static long rows(Collection<Value> values, Predicate<DateForm> condition) {
    return values.stream()
        .filter(value -> condition.test(value.form()))
        .mapToLong(Value::rows)
        .sum();
  }

  /** Rows whose text is a date or a time in some way of writing. */
  long rows() {
    return rows(values, _ -> true);
  }

  /** Whether its dates are numbers, and too few or under the wrong name to be told from others. */
  boolean mayBeNumbers() {
    if (values.stream().anyMatch(value -> !value.form().digits())) {
      return false;
    }
    Set<String> different = new HashSet<>();
    values.forEach(value -> different.add(value.text()));
    return !DateNames.eightDigits(name)
        && !values.stream().allMatch(value -> value.form().kind() == Kind.EPOCH)
        && (different.size() < MANY || IdentifierNames.keyLike(name));
  }

  /** The column's reading; {@code choice} settles what its values leave open. */
  Guess guess(Optional<String> choice) {
    if (clock && values.stream().anyMatch(value -> !value.form().time().clock())) {
      return Guess.text("The values may be times of day or durations, so they stay text.");
    }
    DateChoice settled = DateChoice.of(choice);
    if (Lookalikes.ofTwoMonths(values)) {
      return Guess.text(
              "The name of its month is one month in Polish and the one before in Croatian, so the"
                  + " values stay text.")
          .withRivals(List.of(reading(settled)));
    }
    if (clock
        && DateNames.duration(name)
        && values.stream().noneMatch(value -> value.form().time().format().contains("%p"))) {
      return Guess.text("The name says that these are durations, not times of day.")
          .withRivals(List.of(reading(settled)));
    }
    List<List<String>> open = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    List<Order> possible = possible();
    if (!possible.isEmpty() && settled.order().isEmpty()) {
      open.add(possible.stream().map(Order::choice).toList());
      reasons.add(DateWords.doubt(orders));
      questions.add(DateWords.orderQuestion(orders, possible));
    }
    long zoned = rows(values, DateForm::zoned);
    if (zoned > 0 && zoned < rows() && !settled.utc()) {
      open.add(List.of(DateChoice.UTC));
      reasons.add((rows() - zoned) + " of its times say no offset from UTC and " + zoned + " do.");
      questions.add("Are the times without an offset in UTC?");
    }
    if (doubtfulYears() && settled.pivot().isEmpty()) {
      open.add(centuries.pivots().stream().map(DateChoice::years).toList());
      reasons.add("Years of two digits may be of either century.");
      questions.add("In which hundred years do they lie?");
    }
    if (open.isEmpty()) {
      return reading(settled);
    }
    String because = String.join(" ", reasons);
    return Guess.open(
        because,
        new Guess.Ambiguity(because + " " + String.join(" ", questions), DateChoice.combined(open)),
        rivals(settled, possible));
  }

  /** The readings between which a person decides, in the order of the choices. */
  private List<Guess> rivals(DateChoice settled, List<Order> possible) {
    if (settled.order().isEmpty() && !possible.isEmpty()) {
      return possible.stream().map(order -> reading(settled.with(order).withUtc())).toList();
    }
    if (settled.pivot().isEmpty() && doubtfulYears()) {
      return centuries.pivots().stream()
          .map(pivot -> reading(settled.withPivot(pivot).withUtc()))
          .toList();
    }
    return List.of();
  }

  /** The orders between which a person must decide, likeliest first. */
  private List<Order> possible() {
    Set<Order> possible = new java.util.LinkedHashSet<>();
    // Dates in another style of the same column speak for their order.
    orders.stream()
        .filter(style -> style.settled() != null)
        .map(DateOrders::settled)
        .filter(order -> orders.stream().anyMatch(o -> o.open() && o.possible().contains(order)))
        .forEach(possible::add);
    List<DateOrders> open = orders.stream().filter(DateOrders::open).toList();
    if (open.isEmpty()) {
      return List.of();
    }
    open.forEach(style -> possible.addAll(style.possible()));
    return List.copyOf(possible);
  }

  private boolean doubtfulYears() {
    return shortYears(centuries::doubtful);
  }

  /** Whether two digits of a year may be such. */
  private boolean shortYears(IntPredicate condition) {
    return values.stream()
        .map(Value::form)
        .anyMatch(form ->
            form.readings().stream()
                .filter(reading -> reads(form, reading.order()))
                .mapToInt(reading -> form.shortYear(reading.order()))
                .anyMatch(condition));
  }

  /** Whether a form may be read in this order, as far as its style tells. */
  private boolean reads(DateForm form, Order order) {
    return !form.open()
        || form.fits(order)
            && orders.stream()
                .filter(style -> style.style().equals(form.style()))
                .anyMatch(style ->
                    style.settled() == null
                        ? style.possible().contains(order)
                        : style.settled() == order);
  }

  private Guess reading(DateChoice choice) {
    List<DateForm> forms = values.stream().map(Value::form).toList();
    List<String> because = new ArrayList<>();
    orders.stream()
        .filter(style -> !style.open())
        .map(DateOrders::why)
        .distinct()
        .forEach(because::add);
    if (orders.stream().anyMatch(DateOrders::open)) {
      choice.order().ifPresent(order -> because.add("you settled the order as " + order.choice()));
    }
    List<MonthLanguage> languages = DateLanguages.of(forms);
    DateFormats formats = new DateFormats(orders, choice.order(), !languages.isEmpty());
    values.forEach(value -> formats.add(value.form(), value.rows()));
    Integer pivot = pivot(choice, formats);
    because.addAll(DateWords.details(forms, languages, pivot, coarse));
    List<String> written = formats.inOrder();
    boolean timed = forms.stream().anyMatch(DateForm::timed) || forms.stream().anyMatch(this::part);
    boolean zoned = forms.stream().anyMatch(DateForm::zoned);
    ColumnType type =
        clock
            ? ColumnType.Simple.TIME
            : zoned
                ? ColumnType.Simple.TIMESTAMPTZ
                : timed ? ColumnType.Simple.TIMESTAMP : ColumnType.Simple.DATE;
    String sentence = DateWords.because(type, written.size(), because);
    if (clock && written.stream().allMatch(format -> format.matches("%H:%M(?::%S(?:[.,]%f)?)?"))
        || forms.stream().allMatch(DateForm::iso)) {
      return Guess.of(type, sentence);
    }
    return Guess.of(type, sentence, new Cleaning.ParseDate(written, pivot, languages));
  }

  /** Whether a spreadsheet's number has a fraction, which is a time of day. */
  private boolean part(DateForm form) {
    return form.kind() == Kind.SERIAL
        && values.stream()
            .anyMatch(value ->
                value.form().kind() == Kind.SERIAL && value.text().matches(".*\\.0*[1-9].*"));
  }

  private Integer pivot(DateChoice choice, DateFormats formats) {
    if (!formats.shortYears()) {
      return null;
    }
    return choice.pivot().orElse(centuries.pivots().getFirst());
  }
}
