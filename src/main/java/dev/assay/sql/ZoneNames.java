package dev.assay.sql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Names of time zones that mean one offset. CST, IST and BST mean several and are not among them.
 */
public final class ZoneNames {
  private static final Map<String, String> OFFSETS = new LinkedHashMap<>();

  static {
    OFFSETS.put("UTC", "+00:00");
    OFFSETS.put("GMT", "+00:00");
    OFFSETS.put("Z", "+00:00");
    OFFSETS.put("WET", "+00:00");
    OFFSETS.put("WEST", "+01:00");
    OFFSETS.put("CET", "+01:00");
    OFFSETS.put("CEST", "+02:00");
    OFFSETS.put("EET", "+02:00");
    OFFSETS.put("EEST", "+03:00");
    OFFSETS.put("JST", "+09:00");
    OFFSETS.put("AEST", "+10:00");
    OFFSETS.put("AEDT", "+11:00");
    OFFSETS.put("NZST", "+12:00");
    OFFSETS.put("NZDT", "+13:00");
    // As RFC 822 has them.
    OFFSETS.put("EST", "-05:00");
    OFFSETS.put("EDT", "-04:00");
    OFFSETS.put("MST", "-07:00");
    OFFSETS.put("MDT", "-06:00");
    OFFSETS.put("PST", "-08:00");
    OFFSETS.put("PDT", "-07:00");
  }

  private ZoneNames() {}

  /** The offset from UTC that a name means, if it means one. */
  public static Optional<String> offset(String name) {
    return Optional.ofNullable(OFFSETS.get(name.toUpperCase(Locale.ROOT)));
  }

  /** A map from the upper-cased name to its offset. */
  static String offsets() {
    StringJoiner zones = new StringJoiner(", ", "MAP {", "}");
    OFFSETS.forEach(
        (zone, offset) -> zones.add(Quote.literal(zone) + ": " + Quote.literal(offset)));
    return zones.toString();
  }
}
