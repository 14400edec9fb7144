package dev.assay.cli;

import dev.assay.model.Layer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How figures and names are said to people. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private Words() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 row}, {@code 2,000 rows}. */
  static String counted(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  static String duration(Long milliseconds) {
    if (milliseconds == null) {
      return "";
    }
    if (milliseconds < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }
    return milliseconds / 60_000 + " min " + milliseconds % 60_000 / 1000 + " s";
  }

  static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = -1;
    while (value >= 1_000 && unit < units.length - 1) {
      value /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  static String time(Instant instant) {
    return instant == null ? "" : TIME.format(instant);
  }

  static String percent(long part, long whole) {
    if (whole == 0) {
      return "0%";
    }
    double percent = 100.0 * part / whole;
    // What is not all must not be shown as all, nor what is something as nothing.
    if (part > 0 && percent < 0.1) {
      return "<0.1%";
    }
    if (part < whole && percent > 99.9) {
      return ">99.9%";
    }
    return String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f%%" : "%.1f%%", percent);
  }

  /** A layer with its initial in upper case. */
  static String title(Layer layer) {
    return switch (layer) {
      case BRONZE -> "Bronze";
      case SILVER -> "Silver";
      case GOLD -> "Gold";
    };
  }

  /** Text that a terminal shows as it is: controls, and with them escape codes, become visible. */
  static String plain(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (Character.isISOControl(sign)) {
        if (plain == null) {
          plain = new StringBuilder(text);
        }
        plain.setCharAt(i, sign < 0x20 ? (char) (0x2400 + sign) : '\uFFFD');
      }
    }
    return plain == null ? text : plain.toString();
  }

  /** A text in lines of at most so many characters, broken between words where that can be. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (rest.codePointCount(0, rest.length()) > width) {
      int end = rest.offsetByCodePoints(0, width);
      int blank = rest.lastIndexOf(' ', end);
      int at = blank <= 0 ? end : blank;
      lines.add(rest.substring(0, at).stripTrailing());
      rest = rest.substring(at).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** A text as a shell takes it for one word. */
  static String argument(String text) {
    return text.matches("[\\w./:@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
