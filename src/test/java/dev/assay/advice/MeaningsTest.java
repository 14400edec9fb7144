package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Mask;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SemanticType;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What values mean is told by their form, with their name where the form alone may be chance. */
class MeaningsTest {
  private static final int ROWS = 200;

  private final Bronze bronze = new Bronze();
  private final Random random = new Random(7);

  @AfterEach
  void close() {
    bronze.close();
  }

  private SilverRecipe suggest(String name, IntFunction<String> value) {
    return bronze.land(name, IntStream.range(0, ROWS).mapToObj(value).toList()).suggest();
  }

  private SemanticType meaning(String name, IntFunction<String> value) {
    return suggest(name, value).columns().getFirst().evidence().semanticType();
  }

  private SemanticType among(String name, String... values) {
    return meaning(name, i -> values[i % values.length]);
  }

  @Test
  void amongFewRowsTheHeaderSpeaksForAddressesOfWhichOneIsMalformed() {
    List<String> texts =
        List.of("a@x.com", "b@x.com", "c@x.com", "d@x.com", "e@x.com", "not an address");
    for (String header : List.of("email", "E-Mail", "customer_mail")) {
      SilverRecipe recipe = bronze.land(header, texts).suggest();
      assertThat(recipe.columns().getFirst().evidence().semanticType())
          .isEqualTo(SemanticType.EMAIL);
      assertThat(recipe.proposals())
          .extracting(Proposal::kind)
          .contains(Proposal.Kind.PERSONAL_DATA);
    }
    assertThat(bronze.land("contact", texts).column().evidence().semanticType()).isNull();
  }

  private String digits(int length) {
    StringBuilder digits = new StringBuilder(String.valueOf(1 + random.nextInt(9)));
    while (digits.length() < length) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String card() {
    try {
      String body = "4" + digits(14);
      return body + LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String iban() {
    try {
      String body = digits(18);
      return "DE" + IBANCheckDigit.IBAN_CHECK_DIGIT.calculate("DE00" + body) + body;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String article() {
    try {
      String body = digits(12);
      return body + EAN13CheckDigit.EAN13_CHECK_DIGIT.calculate(body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFormAloneTellsWhatNothingElseLooksLike() {
    assertThat(meaning("contact", i -> "user" + i + "@example.com")).isEqualTo(SemanticType.EMAIL);
    assertThat(meaning("c", i -> "https://example.com/item/" + i + "?x=1"))
        .isEqualTo(SemanticType.URL);
    assertThat(meaning("c", i -> "10.0." + i + "." + (i * 7 % 256)))
        .isEqualTo(SemanticType.IP_ADDRESS);
    assertThat(meaning("c", i -> "2001:db8::" + Integer.toHexString(i)))
        .isEqualTo(SemanticType.IP_ADDRESS);
    assertThat(meaning("c", i -> "123e4567-e89b-12d3-a456-4266141740" + (10 + i % 90)))
        .isEqualTo(SemanticType.UUID);
    assertThat(meaning("c", _ -> iban())).isEqualTo(SemanticType.IBAN);
    assertThat(meaning("c", _ -> iban().replaceAll("(.{4})", "$1 ").strip()))
        .isEqualTo(SemanticType.IBAN);
    assertThat(meaning("c", _ -> card())).isEqualTo(SemanticType.CARD_NUMBER);
    assertThat(meaning("c", _ -> card().replaceAll("(.{4})", "$1-").replaceAll("-$", "")))
        .isEqualTo(SemanticType.CARD_NUMBER);
    assertThat(meaning("c", _ -> "+49 30 " + digits(7))).isEqualTo(SemanticType.PHONE);
    assertThat(meaning("c", _ -> "(412) 555-" + digits(4))).isEqualTo(SemanticType.PHONE);
    assertThat(among("c", "SW1A 1AA", "M1 1AE", "EC1A 1BB", "W1A 0AX", "B33 8TH"))
        .isEqualTo(SemanticType.POSTCODE);
    assertThat(among("c", "USD", "EUR", "GBP")).isEqualTo(SemanticType.CURRENCY);
    assertThat(among("c", "Germany", "France", "Brazil", "South Korea", "USA"))
        .isEqualTo(SemanticType.COUNTRY);
  }

  @Test
  void aNameTellsTogetherWithAFormThatFitsIt() {
    assertThat(meaning("phone", _ -> "0" + digits(9))).isEqualTo(SemanticType.PHONE);
    assertThat(meaning("Telefon", _ -> "030/" + digits(6) + "-" + digits(2)))
        .isEqualTo(SemanticType.PHONE);
    assertThat(meaning("zip", _ -> digits(5))).isEqualTo(SemanticType.POSTCODE);
    assertThat(meaning("PLZ", _ -> digits(5))).isEqualTo(SemanticType.POSTCODE);
    assertThat(among("country", "DE", "FR", "BR")).isEqualTo(SemanticType.COUNTRY);
    assertThat(among("land", "Deutschland", "Österreich", "Schweiz"))
        .isEqualTo(SemanticType.COUNTRY);
    assertThat(among("pais", "España", "Francia", "Alemania")).isEqualTo(SemanticType.COUNTRY);
    assertThat(among("国", "x", "y")).isNotEqualTo(SemanticType.COUNTRY);
    assertThat(among("currency", "ALL", "TOP")).isEqualTo(SemanticType.CURRENCY);
    assertThat(meaning("ssn", _ -> digits(3) + "-" + digits(2) + "-" + digits(4)))
        .isEqualTo(SemanticType.NATIONAL_ID);
    assertThat(meaning("cpf", _ -> digits(3) + "." + digits(3) + "." + digits(3) + "-" + digits(2)))
        .isEqualTo(SemanticType.NATIONAL_ID);
    assertThat(among("customer_name", "Ann Lee", "José García", "Ōe Kenzaburō", "Zoë O'Brien"))
        .isEqualTo(SemanticType.PERSON_NAME);
    assertThat(among("Vorname", "Jürgen", "Anna", "Özgür")).isEqualTo(SemanticType.PERSON_NAME);
    assertThat(meaning("address", i -> i + " Main Street")).isEqualTo(SemanticType.ADDRESS);
    assertThat(meaning("date_of_birth", i -> "19" + (50 + i % 50) + "-03-05"))
        .isEqualTo(SemanticType.BIRTH_DATE);
    assertThat(among("dob", "03/04/1980", "05/06/1990")).isEqualTo(SemanticType.BIRTH_DATE);
    assertThat(meaning("order_id", String::valueOf)).isEqualTo(SemanticType.IDENTIFIER);
    assertThat(meaning("price", i -> i + ".50")).isEqualTo(SemanticType.AMOUNT);
    assertThat(meaning("share_pct", i -> i % 100 + ".5")).isEqualTo(SemanticType.PERCENT);
    assertThat(among("status", "open", "paid", "shipped")).isEqualTo(SemanticType.CATEGORY);
  }

  @Test
  void whatOnlyLooksAlikeMeansNothing() {
    String hex = "0123456789abcdef";
    Stream.<IntFunction<String>>of(
            i -> "1." + i % 10 + "." + i,
            i -> "SKU-" + (10_000 + i),
            i -> "17" + (10_000_000_000L + i * 977L),
            _ -> article(),
            _ -> digits(16),
            i -> "00:1b:44:11:3a:" + hex.charAt(i % 16) + hex.charAt(i / 16 % 16),
            i -> (1 + i % 7) + "-" + i % 5,
            i -> (1990 + i % 30) + "-" + (91 + i % 9),
            i -> "Acme " + (char) ('A' + i % 26) + i,
            i -> "#" + Integer.toHexString(0x100000 + i * 4099),
            i -> "B-" + (char) ('A' + i % 26) + (char) ('A' + i / 26) + " " + (100 + i))
        .forEach(value ->
            assertThat(meaning("c", value))
                .as(value.apply(3))
                .isIn(null, SemanticType.CATEGORY, SemanticType.IDENTIFIER));
    assertThat(among("state", "CA", "DE", "IN", "CO", "AL")).isEqualTo(SemanticType.CATEGORY);
    assertThat(among("name", "Pale Ale", "Brown Porter", "India Pale Ale"))
        .isEqualTo(SemanticType.CATEGORY);
    assertThat(among("size", "S", "M", "L", "XL")).isEqualTo(SemanticType.CATEGORY);
    assertThat(among("phone_type", "home", "work")).isEqualTo(SemanticType.CATEGORY);
    assertThat(among("file_name", "a.csv", "b.csv")).isNotEqualTo(SemanticType.PERSON_NAME);
    assertThat(among("email_address", "none given", "later")).isNotEqualTo(SemanticType.ADDRESS);
    assertThat(meaning("birth_weight", i -> "3." + i)).isNull();
    assertThat(among("word", "ALL", "TOP", "CUP")).isEqualTo(SemanticType.CATEGORY);
  }

  @Test
  void aBareNameIsAPersonsOnlyBesidePeople() {
    List<List<String>> rows =
        IntStream.range(0, 40)
            .mapToObj(i ->
                List.of(
                    new String[] {"Ann Lee", "Bob de Vries", "Cem Özdemir"}[i % 3] + "",
                    i % 2 == 0 ? "f" : "m"))
            .toList();
    SilverRecipe people = bronze.land(List.of("name", "gender"), rows).suggest();
    assertThat(people.columns().getFirst().evidence().semanticType())
        .isEqualTo(SemanticType.PERSON_NAME);
    SilverRecipe things = bronze.land(List.of("name", "flavour"), rows).suggest();
    assertThat(things.columns().getFirst().evidence().semanticType())
        .isNotEqualTo(SemanticType.PERSON_NAME);
  }

  @Test
  void allRowsAreAskedNotOnlyTheMostFrequentValues() {
    List<String> texts =
        new ArrayList<>(
            IntStream.range(0, 9_600).mapToObj(i -> "https://e.com/" + i % 300).toList());
    IntStream.range(0, 400).forEach(i -> texts.add("plain text " + i));
    assertThat(bronze.land("c", texts).column().evidence().semanticType())
        .isEqualTo(SemanticType.URL);
    IntStream.range(400, 1_000).forEach(i -> texts.add("plain text " + i));
    assertThat(bronze.land("c", texts).column().evidence().semanticType()).isNull();
  }

  @Test
  void eachKindOfPersonalDataGetsTheMaskThatFitsAndItsValuesAreNotShown() {
    List<List<String>> rows =
        IntStream.range(0, 60)
            .mapToObj(i ->
                List.of(
                    "user" + i + "@example.com",
                    "Zoe Smith",
                    card(),
                    iban(),
                    "+49 30 12345" + (100 + i),
                    "1980-05-" + (10 + i % 20),
                    i + " Main Street",
                    "item " + i))
            .toList();
    SilverRecipe recipe =
        bronze
            .land(
                List.of(
                    "email", "customer_name", "card", "iban", "phone", "dob", "address", "item"),
                rows)
            .suggest();
    List<Proposal> personal =
        recipe.proposals().stream()
            .filter(proposal -> proposal.kind() == Proposal.Kind.PERSONAL_DATA)
            .toList();
    assertThat(personal)
        .flatExtracting(Proposal::edits)
        .containsExactly(
            new RecipeEdit.MaskColumn("email", new Mask.Hash()),
            new RecipeEdit.MaskColumn("customer_name", new Mask.Hash()),
            new RecipeEdit.MaskColumn("card", new Mask.KeepPart(0, 4)),
            new RecipeEdit.MaskColumn("iban", new Mask.KeepPart(2, 2)),
            new RecipeEdit.MaskColumn("phone", new Mask.KeepPart(0, 2)),
            new RecipeEdit.MaskColumn("dob", new Mask.Redact()),
            new RecipeEdit.MaskColumn("address", new Mask.Redact()));
    List<String> values =
        rows.stream().flatMap(row -> row.subList(0, 7).stream()).distinct().toList();
    assertThat(recipe.proposals())
        .flatExtracting(Proposal::examples)
        .isNotEmpty()
        .noneMatch(values::contains);
    assertThat(personal).allSatisfy(proposal -> assertThat(proposal.rows()).isEqualTo(60));
  }

  @Test
  void counterExamplesOfPersonalColumnsAreStars() {
    List<String> texts =
        new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "1980-05-" + (10 + i % 20)).toList());
    texts.set(3, "May of 1980");
    var evidence = bronze.land("birth_date", texts).column().evidence();
    assertThat(evidence.semanticType()).isEqualTo(SemanticType.BIRTH_DATE);
    assertThat(evidence.counterExamples()).containsExactly("M*********0");
  }

  @Test
  void theTurkishLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr"));
      assertThat(among("country", "FINLAND", "INDIA", "ITALY")).isEqualTo(SemanticType.COUNTRY);
    } finally {
      Locale.setDefault(before);
    }
  }
}
