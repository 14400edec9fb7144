package dev.assay.quality.tables;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares answers as the evaluator of WikiTableQuestions does: the same set of values, where texts
 * are the same without accents, notes and quotes, numbers where they are equal, dates where they
 * are the same day.
 */
final class Truth {
  private static final List<DateTimeFormatter> DATES =
      List.of("d MMMM uuuu", "MMMM d, uuuu", "d MMM uuuu", "MMM d, uuuu", "uuuu-MM-dd").stream()
          .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
          .toList();

  private Truth() {}

  static boolean same(List<String> answers, List<String> truth) {
    if (answers.size() != truth.size()) {
      return false;
    }
    List<String> left = new ArrayList<>(answers);
    for (String expected : truth) {
      int at = 0;
      while (at < left.size() && !same(left.get(at), expected)) {
        at++;
      }
      if (at == left.size()) {
        return false;
      }
      left.remove(at);
    }
    return true;
  }

  private static boolean same(String answer, String expected) {
    String one = normal(answer);
    String other = normal(expected);
    if (one.equals(other)) {
      return true;
    }
    BigDecimal number = number(one);
    if (number != null) {
      BigDecimal wanted = number(other);
      return wanted != null
          && number.subtract(wanted).abs().compareTo(new BigDecimal("0.000001")) < 0;
    }
    LocalDate day = day(answer);
    return day != null && day.equals(day(expected));
  }

  private static String normal(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[‘’´`]", "'")
            .replaceAll("[“”]", "\"")
            .replaceAll("[‐‑‒–—−]", "-");
    String before;
    do {
      before = plain;
      plain =
          plain
              .replaceAll("((?<!^)\\[[^\\]]*\\]|\\[\\d+\\]|[•♦†‡*#+])*$", "")
              .replaceAll("(?<!^)( \\([^)]*\\))*$", "")
              .replaceAll("^\"([^\"]*)\"$", "$1")
              .strip();
    } while (!plain.equals(before));
    return plain.replaceAll("\\.$", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).strip();
  }

  private static BigDecimal number(String text) {
    String digits = text.replace(",", "");
    return digits.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)") ? new BigDecimal(digits) : null;
  }

  private static LocalDate day(String text) {
    for (DateTimeFormatter format : DATES) {
      try {
        return LocalDate.parse(text.strip(), format);
      } catch (DateTimeParseException e) {
        // Another way of writing it, or no day.
      }
    }
    return null;
  }
}
