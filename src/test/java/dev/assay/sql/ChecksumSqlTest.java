package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.model.Check;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Checksums in SQL agree with a library that is known for them. */
class ChecksumSqlTest {
  private static final Engine ENGINE = DuckDbEngine.open(null, "256MB", 1);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static List<String> accepted(Check.Scheme scheme, List<String> texts) {
    List<String> rows = new ArrayList<>();
    texts.forEach(text -> rows.add("(" + rows.size() + ", " + Quote.literal(text) + ")"));
    String violated = CheckSql.violated(new Check.Checksum(scheme), ColumnType.Simple.TEXT, "v");
    return ENGINE
        .query(
            "SELECT v FROM (VALUES "
                + String.join(", ", rows)
                + ") AS t(i, v) WHERE NOT ("
                + violated
                + ") ORDER BY i")
        .rows()
        .stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  private static void agrees(Check.Scheme scheme, List<String> texts, Predicate<String> library) {
    List<String> expected = texts.stream().filter(library).toList();
    assertThat(expected).hasSizeBetween(texts.size() / 20, texts.size() - texts.size() / 20);
    assertThat(accepted(scheme, texts)).isEqualTo(expected);
  }

  private static String digits(Random random, int length) {
    StringBuilder digits = new StringBuilder(String.valueOf(1 + random.nextInt(9)));
    while (digits.length() < length) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  @Test
  void agreesOnCardNumbers() throws Exception {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String body = digits(random, 11 + random.nextInt(8));
      texts.add(body + LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(body));
      texts.add(body + random.nextInt(10));
    }
    agrees(Check.Scheme.CARD, texts, LuhnCheckDigit.LUHN_CHECK_DIGIT::isValid);
    assertThat(accepted(Check.Scheme.CARD, List.of("4111 1111-1111 1111", "4111", "x", "")))
        .containsExactly("4111 1111-1111 1111");
  }

  @Test
  void agreesOnArticleNumbers() throws Exception {
    Random random = new Random(2);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String body = digits(random, 12);
      texts.add(body + EAN13CheckDigit.EAN13_CHECK_DIGIT.calculate(body));
      texts.add(body + random.nextInt(10));
    }
    agrees(Check.Scheme.EAN, texts, EAN13CheckDigit.EAN13_CHECK_DIGIT::isValid);
    assertThat(accepted(Check.Scheme.EAN, List.of("978-3-16-148410-0", "96385074", "96385075")))
        .containsExactly("978-3-16-148410-0", "96385074");
  }

  @Test
  void agreesOnAccountNumbersOfAllCountries() throws Exception {
    Random random = new Random(3);
    List<String> texts = new ArrayList<>();
    for (String code : Locale.getISOCountries()) {
      IBANValidator.Validator country = new IBANValidator().getValidator(code);
      for (int i = 0; country != null && i < 6; i++) {
        String body = digits(random, country.getIbanLength() - 4);
        String check = IBANCheckDigit.IBAN_CHECK_DIGIT.calculate(code + "00" + body);
        texts.add(code + check + body);
        texts.add(code + digits(random, 2) + body);
        texts.add(code + check + body + "0");
      }
    }
    // The library also knows which places of a country's numbers are letters.
    agrees(
        Check.Scheme.IBAN,
        texts,
        text ->
            IBANCheckDigit.IBAN_CHECK_DIGIT.isValid(text)
                && new IBANValidator().getValidator(text).getIbanLength() == text.length());
    assertThat(
            accepted(
                Check.Scheme.IBAN,
                List.of(
                    "GB82 WEST 1234 5698 7654 32",
                    "gb82west12345698765432",
                    "MT84MALT011000012345MTLCAST001S",
                    "GB82 WEST 1234 5698 7654 33",
                    "ZZ82WEST12345698765432",
                    "no account")))
        .hasSize(3);
  }
}
