package dev.assay.profile;

import dev.assay.sql.ZoneNames;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text writes a time of day.
 *
 * @param format its {@code strptime} format
 * @param zone whether it holds an offset from UTC or the name of a zone
 * @param iso whether an engine reads it with no format given
 * @param clock whether it is that of a clock and no duration: an hour of two digits, or AM and PM
 */
record TimeForm(String format, boolean zone, boolean iso, boolean clock) {
  /** No time. */
  static final TimeForm NONE = new TimeForm("", false, true, false);

  private static final Pattern TIME =
      Pattern.compile(
          "(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?<seconds>:(?<second>[0-5]\\d)(?<fraction>[.,]\\d{1,6})?(?<zeros>0{1,3})?)?(?<rest>.*)");

  private static final Pattern REST =
      Pattern.compile(
          "(?<noon>(?<gap> ?)[AaPp](?:[Mm]|\\. ?[Mm]\\.))?(?<zone>(?<zonegap> ?)(?:(?<named>(?:GMT|UTC)?)"
              + "(?<offset>[+-](?:0\\d|1[0-4])(?::?[0-5]\\d)?)|(?<name>[A-Za-z]{1,5})))?");

  /** A quarter past four as the British write it, and half past two as the French do. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?<hour>\\d{1,2})(?:\\.(?<minute>[0-5]\\d)(?<gap> ?)[AaPp](?:[Mm]|\\. ?[Mm]\\.)"
              + "|(?<h> ?[hH] ?)(?<minutes>[0-5]\\d))");

  /** A time of day without a colon. */
  static Optional<TimeForm> spoken(String text) {
    Matcher match = SPOKEN.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(match.group("hour"));
    if (match.group("h") != null) {
      return hour > 23
          ? Optional.empty()
          : Optional.of(
              new TimeForm(
                  "%H" + match.group("h") + "%M", false, false, match.group("hour").length() == 2));
    }
    return hour < 1 || hour > 12
        ? Optional.empty()
        : Optional.of(new TimeForm("%I.%M" + match.group("gap") + "%p", false, false, true));
  }

  static Optional<TimeForm> of(String text) {
    Matcher match = TIME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(match.group("hour"));
    String format =
        ":%M"
            + (match.group("seconds") == null ? "" : ":%S")
            + (match.group("fraction") == null ? "" : match.group("fraction").charAt(0) + "%f");
    // Six digits of a second are kept; more are read where they are zeros and no format is needed.
    boolean plain = match.group("zeros") == null;
    if (!plain && (match.group("fraction") == null || match.group("fraction").length() < 7)) {
      return Optional.empty();
    }
    boolean comma = match.group("fraction") != null && match.group("fraction").charAt(0) == ',';
    if (!plain && comma) {
      return Optional.empty();
    }
    if (match.group("rest").isEmpty()) {
      boolean clock = match.group("hour").length() == 2;
      return hour > 23
          ? Optional.empty()
          : Optional.of(new TimeForm("%H" + format, false, !comma, clock));
    }
    Matcher rest = REST.matcher(match.group("rest"));
    if (!rest.matches()) {
      return Optional.empty();
    }
    boolean noon = rest.group("noon") != null;
    if (noon ? hour < 1 || hour > 12 : hour > 23) {
      return Optional.empty();
    }
    boolean zone = rest.group("zone") != null;
    String name = rest.group("name");
    if (name != null && ZoneNames.offset(name).isEmpty()) {
      return Optional.empty();
    }
    boolean utc = name != null && name.equalsIgnoreCase("Z");
    String zoned =
        !zone
            ? ""
            : rest.group("zonegap")
                + (name == null ? rest.group("named") + "%z" : utc ? "%z" : "%Z");
    boolean iso =
        !noon
            && !comma
            && (!zone
                || rest.group("zonegap").isEmpty()
                    && (utc && name.equals("Z") || name == null && rest.group("named").isEmpty()));
    return Optional.of(
        new TimeForm(
            (noon ? "%I" : "%H") + format + (noon ? rest.group("gap") + "%p" : "") + zoned,
            zone,
            iso,
            noon || match.group("hour").length() == 2));
  }
}
