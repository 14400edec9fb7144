package dev.assay.sql;

import dev.assay.model.Check;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How DuckDB writes checksums, without a loop: one sum over fixed places, in vectors. */
final class ChecksumSql {
  /** Countries, by ISO 3166, and how long their account numbers are, from SWIFT's registry. */
  private static final String IBAN_LENGTHS =
      """
      NO 15
      BE 16
      AX|DK|FI|FK|FO|GL|NL|SD 18
      MK|SI 19
      AT|BA|EE|KZ|LT|LU|MN|XK 20
      CH|HR|LI|LV 21
      BG|BH|CR|DE|GB|GE|GG|IE|IM|JE|ME|RS|VA 22
      AE|GI|IL|IQ|OM|SO|TL 23
      AD|CZ|ES|MD|PK|RO|SA|SE|SK|TN|VG 24
      LY|PT|ST 25
      IS|TR 26
      BI|BL|DJ|FR|GF|GP|GR|IT|MC|MF|MQ|MR|NC|PF|PM|RE|SM|TF|WF|YT 27
      AL|AZ|BY|CY|DO|GT|HN|HU|LB|NI|PL|SV 28
      BR|EG|PS|QA|UA 29
      JO|KW|MU|YE 30
      MT|SC 31
      LC 32
      RU 33
      """;

  private static final String IBAN_SHAPE =
      IBAN_LENGTHS
          .lines()
          .map(line -> line.strip().split(" "))
          .map(line ->
              "(?:" + line[0] + ")[0-9]{2}[0-9A-Z]{" + (Integer.parseInt(line[1]) - 4) + "}")
          .collect(Collectors.joining("|"));

  private ChecksumSql() {}

  /** A condition that is true where the check digits of {@code text} are wrong. */
  static String violated(Check.Scheme scheme, String text) {
    String bare = "upper(regexp_replace(" + text + ", '[\\s\\p{Z}-]', '', 'g'))";
    return switch (scheme) {
      case IBAN -> text + " IS NOT NULL AND " + iban(bare) + " IS DISTINCT FROM 1";
      case CARD -> text + " IS NOT NULL AND " + luhn(digits(bare, "[0-9]{12,19}")) + " <> 0";
      case EAN -> text + " IS NOT NULL AND " + ean(digits(bare, "[0-9]{8}|[0-9]{12,14}")) + " <> 0";
    };
  }

  /** The digits, filled up with zeros on the left; {@code 1} in the place of another text. */
  private static String digits(String bare, String shape) {
    return "lpad(CASE WHEN regexp_full_match("
        + bare
        + ", '"
        + shape
        + "') THEN "
        + bare
        + " ELSE '1' END, 20, '0')";
  }

  /** ISO 7064, modulo 97-10: the first four signs go to the end, letters become two digits. */
  private static String iban(String bare) {
    String shaped = "regexp_extract(" + bare + ", '^(?:" + IBAN_SHAPE + ")$')";
    String turned = "(substr(" + shaped + ", 5) || substr(" + shaped + ", 1, 4))";
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      turned = "replace(" + turned + ", '" + letter + "', '" + (letter - 'A' + 10) + "')";
    }
    // 36 digits fit a HUGEINT; what remains of them goes before the rest.
    return "(TRY_CAST(CAST(TRY_CAST(substr("
        + turned
        + ", 1, 36) AS HUGEINT) % 97 AS VARCHAR) || substr("
        + turned
        + ", 37) AS HUGEINT) % 97)";
  }

  private static String luhn(String padded) {
    // The digits of twice a digit add up to these.
    String doubled = "translate(" + padded + ", '0123456789', '0246813579')";
    return "(("
        + IntStream.rangeClosed(1, 20)
            .mapToObj(place -> digit(place % 2 == 1 ? doubled : padded, place))
            .collect(Collectors.joining(" + "))
        + ") % 10)";
  }

  private static String ean(String padded) {
    return "(("
        + IntStream.rangeClosed(1, 20)
            .mapToObj(place -> (place % 2 == 1 ? "3 * " : "") + digit(padded, place))
            .collect(Collectors.joining(" + "))
        + ") % 10)";
  }

  private static String digit(String padded, int place) {
    return "(ascii(substr(" + padded + ", " + place + ", 1)) - 48)";
  }
}
