package dev.assay.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the points, commas, blanks and apostrophes in the numbers of one column mean, decided from
 * all of them together.
 */
sealed interface Separation {
  String THOUSANDS = "thousands";
  String DECIMAL = "decimal";
  String EXACT_THREES =
      "three digits follow every comma, and no column of the file has a decimal comma";

  /**
   * @param decimal the sign before the fraction
   * @param grouping the sign between thousands, or empty
   * @param why what settled it where the numbers themselves do not, as part of a sentence, or null
   */
  record Settled(char decimal, String grouping, String why) implements Separation {}

  /** One sign may be either, first the likelier one. */
  record Open(char sign, String example, Settled thousands, Settled decimal)
      implements Separation {}

  /** No one reading fits. */
  record Refused(String why, boolean told) implements Separation {}

  /** From so many values on, fractions would now and then end in a zero that is left out. */
  int MANY = 30;

  /**
   * Decides.
   *
   * @param name header of the column
   * @param choice what a person has settled
   * @param neighbours what the file's other columns show
   */
  static Separation of(
      String name, List<NumberForm> forms, Optional<String> choice, Neighbours neighbours) {
    Set<Character> decimals = new TreeSet<>();
    Set<Character> groupings = new TreeSet<>();
    Set<Character> open = new TreeSet<>();
    Set<Character> beforeCents = new TreeSet<>();
    for (NumberForm number : forms) {
      Optional<Character> cents = Units.beforeCents(number.suffix());
      cents.ifPresent(beforeCents::add);
      if (number.ambiguous() && cents.isPresent()) {
        // "1.200,-" says that its fraction is yet to come.
        groupings.add(number.decimal());
      } else if (number.ambiguous()) {
        open.add(number.decimal());
      } else if (number.decimal() != 0) {
        decimals.add(number.decimal());
      }
      if (number.grouping() != 0) {
        groupings.add(number.grouping());
      }
    }
    beforeCents.removeIf(sign -> groupings.contains(sign) || sign != '.' && sign != ',');
    if (decimals.isEmpty() && beforeCents.size() == 1) {
      decimals.addAll(beforeCents);
    }
    if (decimals.size() > 1 || groupings.stream().anyMatch(decimals::contains)) {
      return new Refused(
          "Some values write a point and some a comma before the fraction, so no one reading fits.",
          true);
    }
    if (groupings.size() > 1) {
      return new Refused("Several signs separate thousands, so no one reading fits.", false);
    }
    if (decimals.equals(Set.of(',')) && choice.isEmpty() && lists(forms)) {
      return new Refused("Its commas stand between the numbers of short lists.", false);
    }
    String why = null;
    for (char sign : open) {
      if (decimals.contains(sign)) {
        continue;
      }
      // The other sign before a fraction, or this one between groups elsewhere, settles it.
      if (!decimals.isEmpty() || groupings.contains(sign)) {
        groupings.add(sign);
        continue;
      }
      Optional<Ruling> ruling = ruling(name, sign, forms, choice, neighbours);
      if (ruling.isEmpty()) {
        return open(sign, forms);
      }
      why = ruling.get().why();
      (ruling.get().thousands() ? groupings : decimals).add(sign);
    }
    return settled(decimals, groupings, why);
  }

  private static Settled settled(Set<Character> decimals, Set<Character> groupings, String why) {
    char decimal =
        decimals.isEmpty() ? (groupings.contains('.') ? ',' : '.') : decimals.iterator().next();
    return new Settled(
        decimal, groupings.isEmpty() ? "" : String.valueOf(groupings.iterator().next()), why);
  }

  private static Open open(char sign, List<NumberForm> forms) {
    String example =
        forms.stream()
            .filter(number -> number.ambiguous() && number.decimal() == sign)
            .map(NumberForm::body)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new Open(
        sign,
        example,
        settled(Set.of(), Set.of(sign), null),
        settled(Set.of(sign), Set.of(), null));
  }

  /** What a sign is, where something else than the number's own shape says so. */
  record Ruling(boolean thousands, String why) {}

  private static Optional<Ruling> ruling(
      String name,
      char sign,
      List<NumberForm> forms,
      Optional<String> choice,
      Neighbours neighbours) {
    if (choice.isPresent()) {
      return Optional.of(new Ruling(choice.get().equals(THOUSANDS), null));
    }
    if (IdentifierNames.coordinate(name)) {
      return Optional.of(new Ruling(false, "by its name it holds degrees"));
    }
    // A whole number of four digits shows that thousands are not separated here: 1234 beside 1.234.
    boolean unseparated = forms.stream().anyMatch(Separation::unseparatedThousand);
    if (sign == '.' && unseparated) {
      return Optional.of(new Ruling(false, null));
    }
    if (!unseparated && thousandsByZeros(sign, forms)) {
      return Optional.of(new Ruling(true, null));
    }
    Optional<Ruling> money = byCurrency(sign, forms);
    if (money.isPresent()) {
      return money;
    }
    Optional<Ruling> others =
        neighbours
            .decimal()
            .map(decimal ->
                new Ruling(
                    decimal != sign,
                    "other columns of the file write '" + decimal + "' before the fraction"));
    if (others.isPresent() || forms.stream().anyMatch(Separation::threeDecimals)) {
      return others;
    }
    // What other columns write says more, so this waits for them.
    Optional<Ruling> hundreds = neighbours.seen() ? hundredsOfMoney(sign, forms) : Optional.empty();
    return hundreds.isEmpty() && sign == ',' && neighbours.pointsOnly() && !unseparated
        ? exactThrees(forms)
        : hundreds;
  }

  /** Fractions would not all have three digits. */
  private static Optional<Ruling> exactThrees(List<NumberForm> forms) {
    long different =
        forms.stream().filter(NumberForm::ambiguous).map(NumberForm::body).distinct().count();
    boolean padded = forms.stream().anyMatch(number -> number.body().startsWith("0,"));
    // A litre at 1,659 has three decimals too, but hardly anything of hundreds.
    boolean hundreds = forms.stream().anyMatch(number -> number.body().indexOf(',') == 3);
    return different >= 3 && hundreds && !padded && forms.stream().noneMatch(Separation::zeroFirst)
        ? Optional.of(new Ruling(true, EXACT_THREES))
        : Optional.empty();
  }

  private static boolean zeroFirst(NumberForm number) {
    return number.body().length() > 1 && number.body().charAt(0) == '0';
  }

  /** Lists such as "1,3" and "2,4": single digits, each larger than the one before. */
  private static boolean lists(List<NumberForm> forms) {
    List<String> pairs =
        forms.stream()
            .filter(form -> form.decimal() == ',')
            .map(NumberForm::body)
            .distinct()
            .toList();
    boolean digits =
        forms.stream().allMatch(form -> form.bare() && form.body().matches("[0-9](,[0-9])?"));
    boolean alone = forms.stream().anyMatch(form -> form.body().length() == 1);
    return digits
        && pairs.size() >= (alone ? 3 : 5)
        && pairs.stream().allMatch(pair -> pair.charAt(0) < pair.charAt(2));
  }

  /**
   * Whether the values cannot be fractions: others have no sign at all, so fractions would leave
   * their last zeros out, but some end in a zero, or they are many and none has fewer digits.
   */
  private static boolean thousandsByZeros(char sign, List<NumberForm> forms) {
    List<NumberForm> open =
        forms.stream().filter(number -> number.ambiguous() && number.decimal() == sign).toList();
    long zeros = open.stream().filter(number -> number.body().endsWith("0")).count();
    long without =
        forms.stream().filter(number -> number.decimal() == 0 && number.grouping() == 0).count();
    return without >= 2 && (zeros >= 2 || open.size() >= MANY);
  }

  private static boolean unseparatedThousand(NumberForm number) {
    return number.decimal() == 0 && number.grouping() == 0 && number.body().length() > 3;
  }

  private static Optional<Units.Family> currency(NumberForm number) {
    return Units.currency(number.prefix()).or(() -> Units.currency(number.suffix()));
  }

  /** Whether it is money whose smallest coin is a thousandth, as that of Kuwait. */
  private static boolean threeDecimals(NumberForm number) {
    return currency(number).filter(Units::threeDecimals).isPresent();
  }

  /** Hundreds of euros with three decimals are no price, wherever both signs are usual. */
  private static Optional<Ruling> hundredsOfMoney(char sign, List<NumberForm> forms) {
    List<String> bodies =
        forms.stream().filter(NumberForm::ambiguous).map(NumberForm::body).distinct().toList();
    boolean money =
        forms.stream()
            .filter(NumberForm::ambiguous)
            .map(Separation::currency)
            .allMatch(currency -> currency.filter(c -> Units.decimal(c).isEmpty()).isPresent());
    return money
            && bodies.size() >= 3
            && bodies.stream().noneMatch(body -> body.charAt(0) == '0')
            && bodies.stream().anyMatch(body -> body.indexOf(sign) == 3)
        ? Optional.of(new Ruling(true, "money of hundreds has no three decimals"))
        : Optional.empty();
  }

  /** Money has no three decimals; where dollars are paid a comma separates thousands. */
  private static Optional<Ruling> byCurrency(char sign, List<NumberForm> forms) {
    Set<Character> decimals = new TreeSet<>();
    for (NumberForm number : forms) {
      if (!number.ambiguous()) {
        continue;
      }
      Optional<Character> decimal = currency(number).flatMap(Units::decimal);
      if (decimal.isEmpty()) {
        return Optional.empty();
      }
      decimals.add(decimal.get());
    }
    return decimals.size() == 1 && !decimals.contains(sign)
        ? Optional.of(new Ruling(true, "in its currency '" + sign + "' separates thousands"))
        : Optional.empty();
  }
}
