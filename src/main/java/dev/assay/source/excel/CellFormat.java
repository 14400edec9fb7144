package dev.assay.source.excel;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a number is shown. Dates, times and durations are rendered in ISO, formats of zeros such as
 * {@code 00000} and {@code 000-00-0000} as shown; everything else, percent and currencies among it,
 * is the number as stored, because what is shown has been rounded.
 *
 * @param code the format's own, in its English form
 */
record CellFormat(Kind kind, String code) {
  /** What a format makes of a number. */
  enum Kind {
    GENERAL("number"),
    NUMBER("number"),
    ZEROS("number"),
    BOOLEAN("boolean"),
    DATE("date"),
    DATE_TIME("timestamp"),
    TIME("time"),
    DURATION("duration");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static final CellFormat GENERAL = new CellFormat(Kind.GENERAL, "General");

  /** No number at all: stands with TRUE and FALSE. */
  static final CellFormat BOOLEAN = new CellFormat(Kind.BOOLEAN, "");

  /** The formats that every workbook has and none writes down; 27 to 36 and 50 to 58 are dates. */
  private static final Map<Integer, String> KNOWN =
      Map.ofEntries(
          Map.entry(1, "0"),
          Map.entry(2, "0.00"),
          Map.entry(3, "#,##0"),
          Map.entry(4, "#,##0.00"),
          Map.entry(5, "$#,##0"),
          Map.entry(6, "$#,##0"),
          Map.entry(7, "$#,##0.00"),
          Map.entry(8, "$#,##0.00"),
          Map.entry(9, "0%"),
          Map.entry(10, "0.00%"),
          Map.entry(11, "0.00E+00"),
          Map.entry(12, "# ?/?"),
          Map.entry(13, "# ??/??"),
          Map.entry(14, "m/d/yyyy"),
          Map.entry(15, "d-mmm-yy"),
          Map.entry(16, "d-mmm"),
          Map.entry(17, "mmm-yy"),
          Map.entry(18, "h:mm AM/PM"),
          Map.entry(19, "h:mm:ss AM/PM"),
          Map.entry(20, "h:mm"),
          Map.entry(21, "h:mm:ss"),
          Map.entry(22, "m/d/yyyy h:mm"),
          Map.entry(37, "#,##0;(#,##0)"),
          Map.entry(38, "#,##0;[Red](#,##0)"),
          Map.entry(39, "#,##0.00;(#,##0.00)"),
          Map.entry(40, "#,##0.00;[Red](#,##0.00)"),
          Map.entry(41, "#,##0"),
          Map.entry(42, "$#,##0"),
          Map.entry(43, "#,##0.00"),
          Map.entry(44, "$#,##0.00"),
          Map.entry(45, "mm:ss"),
          Map.entry(46, "[h]:mm:ss"),
          Map.entry(47, "mm:ss.0"),
          Map.entry(48, "##0.0E+0"));

  /** Quoted words, escaped, blank and filling characters. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.");

  private static final Pattern ELAPSED = Pattern.compile("(?i).*\\[(h+|m+|s+)].*");
  private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]");
  private static final Pattern HALF_DAY = Pattern.compile("(?i)am/pm|a/p");
  private static final Pattern ZEROS = Pattern.compile("0{2,}|0+(?:(?:\\\\?[- ])0+)+");
  private static final int MOST_ZEROS = 30;

  /** Characters of a code that are looked at; Excel takes no more than 255. */
  private static final int LONGEST = 1_024;

  /** A format that the workbook does not write down itself. */
  static CellFormat known(int id) {
    if (id >= 27 && id <= 36 || id >= 50 && id <= 58) {
      return new CellFormat(Kind.DATE, "m/d/yyyy");
    }
    String code = KNOWN.get(id);
    return code == null ? GENERAL : of(code);
  }

  static CellFormat of(String code) {
    String read = code.length() > LONGEST ? code.substring(0, LONGEST) : code;
    return new CellFormat(kind(read), read);
  }

  private static Kind kind(String code) {
    if (code.isBlank() || code.equalsIgnoreCase("General") || code.equals("@")) {
      return Kind.GENERAL;
    }
    // Its length first: the groups of a very long code would take the whole stack.
    if (code.length() <= MOST_ZEROS && ZEROS.matcher(code).matches()) {
      return Kind.ZEROS;
    }
    String first = LITERAL.matcher(code).replaceAll("").split(";", 2)[0];
    if (ELAPSED.matcher(first).matches()) {
      return Kind.DURATION;
    }
    String signs = BRACKETS.matcher(first).replaceAll("").toLowerCase(Locale.ROOT);
    boolean halves = HALF_DAY.matcher(signs).find();
    signs = HALF_DAY.matcher(signs).replaceAll("").replace("general", "");
    boolean time = halves || has(signs, 'h') || has(signs, 's');
    boolean date = has(signs, 'y') || has(signs, 'd') || !time && has(signs, 'm');
    if (date) {
      return time ? Kind.DATE_TIME : Kind.DATE;
    }
    return time ? Kind.TIME : Kind.NUMBER;
  }

  private static boolean has(String signs, char sign) {
    return signs.indexOf(sign) >= 0;
  }

  /** What the origin says of a column whose cells are so shown, or null where it says nothing. */
  String type() {
    return kind == Kind.GENERAL ? null : (kind.word + " " + code).strip();
  }

  /** The text of a number that is stored as {@code text}. */
  byte[] render(CellText text, boolean date1904) {
    boolean plain = NumberText.isPlain(text);
    return switch (kind) {
      case GENERAL, NUMBER, BOOLEAN -> plain ? text.utf8() : ascii(NumberText.of(text.toString()));
      case ZEROS -> ascii(zeros(plain ? text.toString() : NumberText.of(text.toString())));
      case DATE, DATE_TIME, TIME, DURATION -> {
        String shown = shown(text.toString(), date1904);
        yield ascii(shown == null ? NumberText.of(text.toString()) : shown);
      }
    };
  }

  /** Null where the number is no point in time. */
  private String shown(String stored, boolean date1904) {
    double serial;
    try {
      serial = Double.parseDouble(stored);
    } catch (NumberFormatException e) {
      return null;
    }
    if (kind == Kind.DURATION) {
      return Math.abs(serial) < 1e9 ? SerialDate.duration(serial) : null;
    }
    if (!SerialDate.isDate(serial)) {
      return null;
    }
    return kind == Kind.TIME
        ? SerialDate.time(serial, date1904)
        : SerialDate.date(serial, date1904, kind == Kind.DATE_TIME);
  }

  private String zeros(String number) {
    int room = (int) code.chars().filter(c -> c == '0').count();
    boolean whole = number.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!whole || number.length() > room) {
      return number;
    }
    String digits = "0".repeat(room - number.length()) + number;
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (char c : code.toCharArray()) {
      if (c == '0') {
        text.append(digits.charAt(at++));
      } else if (c != '\\') {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
