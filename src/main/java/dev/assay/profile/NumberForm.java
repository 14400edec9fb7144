package dev.assay.profile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one text writes a number: what stands around it and which signs separate its digits.
 *
 * @param prefix lower-cased words or signs before it, its own sign aside
 * @param suffix lower-cased words or signs after it
 * @param sign its own sign
 * @param parentheses whether it stands in parentheses, and so is negative
 * @param body digits and separators; every space is a blank and every apostrophe a straight one
 * @param grouping the sign that separates thousands, or 0
 * @param decimal the sign before the fraction, or 0
 * @param ambiguous whether the one separator, given as {@code decimal}, may also separate thousands
 * @param lakhs whether its groups are of two digits before the last three
 * @param exponent whether it is in scientific notation
 * @param attached whether the suffix follows the digits without a blank
 * @param power of ten by which a word behind it multiplies it
 * @param multiplier that a word behind it may be, where it is not read as one
 */
record NumberForm(
    String prefix,
    String suffix,
    Sign sign,
    boolean parentheses,
    String body,
    char grouping,
    char decimal,
    boolean ambiguous,
    boolean lakhs,
    boolean exponent,
    boolean attached,
    int power,
    Optional<Multipliers.Found> multiplier) {

  /**
   * The sign of a number.
   *
   * @param dash what stands for its minus, or 0
   * @param plus whether it has a plus
   * @param behind whether the minus is behind it
   * @param apart whether a blank follows the minus
   */
  record Sign(char dash, boolean plus, boolean behind, boolean apart) {
    static final Sign NONE = new Sign((char) 0, false, false, false);
  }

  // White space of any kind may separate thousands.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<prefix>(?:[^0-9.,]|(?<=\\p{L})[.](?= ?[-0-9]))*)(?<body>[.,]?[0-9](?:[0-9]|[.,' ](?=[0-9]))*)"
              + "(?<exponent>[eE][+-]?[0-9]{1,3}(?![0-9A-Za-z]))?(?<suffix>[^0-9]*|\\s*(?:[ck]?m|ft)[23]|\\s*[lL] ?/ ?100 ?km)");

  private static final Pattern GROUPED =
      Pattern.compile("[1-9][0-9]{0,2}(?:([.,' ])[0-9]{3})(?:\\1[0-9]{3})*");

  private static final Pattern LAKHS = Pattern.compile("[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}");

  private static final Pattern SIGN = Pattern.compile("[-−–+]");

  private static final Pattern IN_PARENTHESES = Pattern.compile("([^0-9()]*)\\((.*)\\)([^0-9()]*)");

  private static final int LONGEST = 60;

  static Optional<NumberForm> of(String text) {
    String rest = text.strip();
    if (rest.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher brackets = IN_PARENTHESES.matcher(rest);
    boolean parentheses = rest.indexOf('(') >= 0 && brackets.matches();
    if (parentheses) {
      rest = (brackets.group(1) + brackets.group(2) + brackets.group(3)).strip();
    }
    Matcher match = NUMBER.matcher(straight(rest));
    if (!match.matches()) {
      return Optional.empty();
    }
    String before = match.group("prefix");
    String behind = match.group("suffix");
    Sign sign = sign(before, behind.strip());
    String suffix = sign.behind() ? "" : behind.strip();
    boolean signedTwice = sign.dash() != 0 && parentheses;
    if (suffix.startsWith("-") || suffix.startsWith("+") || signedTwice) {
      return Optional.empty();
    }
    String body = match.group("body");
    String word = SIGN.matcher(before).replaceFirst("").strip();
    boolean lettered = !word.isEmpty() && Character.isLetter(word.charAt(word.length() - 1));
    boolean mark = body.length() > 1 && body.charAt(0) == '0' && Character.isDigit(body.charAt(1));
    // CAD-0012 and rs7903146 are codes, however much their letters look like money.
    if (lettered && (mark || before.endsWith(word) && Units.glued(word))) {
      return Optional.empty();
    }
    boolean exponent = match.group("exponent") != null;
    Separators separators = separators(body);
    if (separators == null || (exponent && separators.grouping() != 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new NumberForm(
            affix(word),
            affix(suffix),
            sign,
            parentheses,
            exponent ? body + match.group("exponent") : body,
            separators.grouping(),
            separators.decimal(),
            separators.ambiguous() && !exponent,
            separators.lakhs(),
            exponent,
            !suffix.isEmpty() && !Character.isWhitespace(behind.charAt(0)),
            0,
            suffix.isEmpty() ? Optional.empty() : Multipliers.of(behind)));
  }

  private static Sign sign(String prefix, String suffix) {
    Matcher sign = SIGN.matcher(prefix);
    if (!sign.find()) {
      return suffix.equals("-") ? new Sign('-', false, true, false) : Sign.NONE;
    }
    boolean plus = sign.group().equals("+");
    boolean apart = !plus && prefix.substring(sign.end()).equals(" ");
    return new Sign(plus ? 0 : sign.group().charAt(0), plus, false, apart);
  }

  /** In lower case, but for the code of a currency: "PEN" is one, "pen" is not. */
  private static String affix(String written) {
    return Units.code(written) ? written : Units.lower(written);
  }

  private static String straight(String text) {
    StringBuilder straight = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char as = Character.isSpaceChar(c) ? ' ' : c == '’' ? '\'' : c;
      if (as != c) {
        straight = straight == null ? new StringBuilder(text) : straight;
        straight.setCharAt(i, as);
      }
    }
    return straight == null ? text : straight.toString();
  }

  private record Separators(char grouping, char decimal, boolean ambiguous, boolean lakhs) {
    static final Separators NONE = new Separators((char) 0, (char) 0, false, false);
  }

  private static Separators separators(String body) {
    int last = -1;
    for (int i = body.length() - 1; i >= 0 && last < 0; i--) {
      last = Character.isDigit(body.charAt(i)) ? -1 : i;
    }
    if (last < 0) {
      return Separators.NONE;
    }
    char separator = body.charAt(last);
    boolean fractional = separator == '.' || separator == ',';
    Matcher grouped = GROUPED.matcher(body);
    if (grouped.matches()) {
      // Two groups of three can only be thousands; one may as well be a fraction.
      boolean once = body.indexOf(separator) == last;
      return once && fractional
          ? new Separators((char) 0, separator, true, false)
          : new Separators(grouped.group(1).charAt(0), (char) 0, false, false);
    }
    if (LAKHS.matcher(body).matches()) {
      return new Separators(',', (char) 0, false, true);
    }
    if (!fractional || body.indexOf(separator) != last) {
      return null;
    }
    String whole = body.substring(0, last);
    if (whole.chars().allMatch(Character::isDigit)) {
      // 0,123 is a fraction; 09,380 is padded, and says nothing of what its comma means.
      boolean padded = whole.length() > 1 && whole.charAt(0) == '0' && body.length() - last == 4;
      return new Separators((char) 0, separator, padded, false);
    }
    boolean lakhs = LAKHS.matcher(whole).matches();
    Matcher wholeGrouped = GROUPED.matcher(whole);
    if (!lakhs && !wholeGrouped.matches()) {
      return null;
    }
    char grouping = lakhs ? ',' : wholeGrouped.group(1).charAt(0);
    return grouping == separator ? null : new Separators(grouping, separator, false, lakhs);
  }

  boolean negative() {
    return sign.dash() != 0 || parentheses;
  }

  /** Whether nothing stands around it but its sign. */
  boolean bare() {
    return prefix.isEmpty() && suffix.isEmpty();
  }

  /** Its multiplier taken as one. */
  NumberForm multiplied() {
    return multiplier
        .map(found -> with(affix(found.rest()), found.power(), multiplier))
        .orElse(this);
  }

  /** What may be a multiplier taken as its unit. */
  NumberForm withoutMultiplier() {
    return with(suffix, 0, Optional.empty());
  }

  private NumberForm with(String suffix, int power, Optional<Multipliers.Found> multiplier) {
    return new NumberForm(
        prefix,
        suffix,
        sign,
        parentheses,
        body,
        grouping,
        decimal,
        ambiguous,
        lakhs,
        exponent,
        attached,
        power,
        multiplier);
  }

  /** Digits before the fraction, read with the column's separators. */
  String whole(char columnDecimal) {
    int end = columnDecimal == 0 ? -1 : body.indexOf(columnDecimal);
    return digits(end < 0 ? body : body.substring(0, end));
  }

  /** Digits after the decimal separator, read with the column's separators. */
  String fraction(char columnDecimal) {
    int start = columnDecimal == 0 ? -1 : body.indexOf(columnDecimal);
    return start < 0 ? "" : digits(body.substring(start + 1));
  }

  double value(char columnDecimal) {
    if (exponent) {
      return (negative() ? -1 : 1) * Double.parseDouble(body.replace(',', '.'));
    }
    return (negative() ? -1 : 1) * amount(columnDecimal).doubleValue();
  }

  /** The number without its sign, exactly; it must not be in scientific notation. */
  BigDecimal amount(char columnDecimal) {
    String fraction = fraction(columnDecimal);
    return new BigDecimal("0" + whole(columnDecimal) + (fraction.isEmpty() ? "" : "." + fraction))
        .movePointRight(power);
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }
}
