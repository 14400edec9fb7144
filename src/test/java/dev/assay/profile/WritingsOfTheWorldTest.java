package dev.assay.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.model.ColumnType.Simple;
import dev.assay.model.MonthLanguage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways of writing that files of many countries showed, and what only looks like them. */
class WritingsOfTheWorldTest {
  private static Guess guess(String name, String... texts) {
    return guess(name, Arrays.stream(texts).map(text -> new ValueCount(text, 10L)).toList());
  }

  private static Guess guess(String name, List<ValueCount> values) {
    return Guesser.guess(name, new Values(values, true), Optional.empty());
  }

  private static ColumnType type(String name, String... texts) {
    return guess(name, texts).type();
  }

  private static Cleaning.ParseDate dates(Guess guess) {
    return (Cleaning.ParseDate) guess.steps().getLast();
  }

  private static Cleaning.ParseNumber numbers(Guess guess) {
    return (Cleaning.ParseNumber) guess.steps().getLast();
  }

  @Test
  void anArticleNamedLikeAMonthIsNoDateButAMonthThatIsAKeyIsOne() {
    assertThat(type("sku", "2024-01", "2024-03", "2023-07")).isEqualTo(Simple.TEXT);
    assertThat(type("Product code", "2024-01", "2024-03", "2023-07")).isEqualTo(Simple.TEXT);
    assertThat(type("month_id", "2024-01", "2024-03", "2023-07")).isEqualTo(Simple.DATE);
    assertThat(type("period", "2024-01", "2024-03", "2023-07")).isEqualTo(Simple.DATE);
  }

  @Test
  void aZeroInFrontOfABrokenNumberIsKept() {
    assertThat(type("class", "025.04", "813.54", "005.133")).isEqualTo(Simple.TEXT);
    assertThat(type("tariff", "0901.21", "8471.30", "6109.10")).isEqualTo(Simple.TEXT);
    assertThat(type("share", "0.25", "0.5", "12.75").isNumeric()).isTrue();
    assertThat(type("amount", "0012.50", "0130.00", "2001.25").isNumeric()).isTrue();
  }

  @Test
  void tenAfterNineIsAVersionAndNoFraction() {
    assertThat(type("fw", "1.9", "1.10", "2.0")).isEqualTo(Simple.TEXT);
    assertThat(type("step", "1.1", "1.2", "1.10", "1.11", "2.1")).isEqualTo(Simple.TEXT);
    assertThat(type("coffee", "4.5", "4.50", "3.25", "2.10").isNumeric()).isTrue();
    assertThat(type("price", "1.9", "1.10", "2.0").isNumeric()).isTrue();
    assertThat(type("ratio", "1.9", "1.12", "2.3").isNumeric()).isTrue();
  }

  @Test
  void runningNumbersThatBeginWithADayAreNoMoments() {
    String[] twelve =
        IntStream.range(0, 60).mapToObj("20240314%04d"::formatted).toArray(String[]::new);
    assertThat(type("batch", twelve)).isEqualTo(Simple.BIGINT);
    String[] fourteen =
        IntStream.range(0, 60).mapToObj("20240314%06d"::formatted).toArray(String[]::new);
    assertThat(type("lot", fourteen)).isEqualTo(Simple.BIGINT);
    String[] moments =
        IntStream.range(0, 40)
            .mapToObj(i -> "202403%02d%02d%02d".formatted(1 + i % 28, i % 24, i % 60))
            .toArray(String[]::new);
    assertThat(type("collected", moments)).isEqualTo(Simple.TIMESTAMP);
  }

  @Test
  void monthsWithSlashesComeBackAndNumbersOfPapersDoNot() {
    assertThat(type("best before", "01/2024", "02/2024", "11/2025")).isEqualTo(Simple.DATE);
    List<ValueCount> papers =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> new ValueCount("%02d/2024".formatted(i), 1L))
            .toList();
    assertThat(guess("decision", papers).type()).isEqualTo(Simple.TEXT);
    List<ValueCount> years =
        IntStream.range(0, 40)
            .mapToObj(i -> new ValueCount("%02d/%d".formatted(1 + i % 12, 2012 + i % 9), 1L))
            .toList();
    assertThat(guess("EZ", years).type()).isEqualTo(Simple.DATE);
    assertThat(type("case no", "01/2024", "02/2024", "11/2025")).isEqualTo(Simple.TEXT);
  }

  @Test
  void namesOfMonthsAreReadInTheLanguageThatNamesThemAll() {
    Guess polish = guess("data", "15 grudnia 2023", "26 maja 2023", "2 października 2023");
    assertThat(polish.type()).isEqualTo(Simple.DATE);
    assertThat(dates(polish).languages()).containsExactly(MonthLanguage.PL);
    assertThat(type("dag", "18 december 2023", "2 juni 2023", "4 augusti 2023"))
        .isEqualTo(Simple.DATE);
    assertThat(type("tarih", "4 Ağustos 2024", "23 Ocak 2024", "1 Kasım 2024"))
        .isEqualTo(Simple.DATE);
    assertThat(type("дата", "4 мая 2024", "23 сентября 2024", "1 декабря 2024"))
        .isEqualTo(Simple.DATE);
    assertThat(type("note", "4 blue 2024", "23 grudnia 2024", "1 red 2024")).isEqualTo(Simple.TEXT);
  }

  @Test
  void aKeyOfThreeLettersAndANumberIsNoMonth() {
    for (String letters : List.of("SUB", "DES", "ELO", "LIS", "KAS", "TEM", "ARA", "MAR", "DEC")) {
      String[] low = numbered(letters, 1001);
      String[] recent = numbered(letters, 2001);
      assertThat(type("subscription_id", low)).isEqualTo(Simple.TEXT);
      assertThat(type("subscription_id", recent)).isEqualTo(Simple.TEXT);
      assertThat(type("subscription", low)).isEqualTo(Simple.TEXT);
      assertThat(type("subscription", recent)).isEqualTo(Simple.TEXT);
    }
    assertThat(type("season", "Mar-2023", "Dec-2023", "Mar-2024")).isEqualTo(Simple.DATE);
    assertThat(type("month", "Mar-2024", "Mar-2023")).isEqualTo(Simple.DATE);
    assertThat(type("season", "March 2024", "March 2023")).isEqualTo(Simple.DATE);
  }

  private static String[] numbered(String letters, int first) {
    return IntStream.range(first, first + 60)
        .mapToObj(number -> letters + "-" + number)
        .toArray(String[]::new);
  }

  @Test
  void aNameOfTwoMonthsAloneIsNotDecided() {
    for (String date : List.of("5. listopada 2024", "listopad 2024", "lip 2024", "3 lis 2024")) {
      Guess guess = guess("datum", date, date.replace("2024", "2023"));
      assertThat(guess.type()).isEqualTo(Simple.TEXT);
      assertThat(guess.because()).contains("Croatian").contains("Polish");
    }
    List<ValueCount> days =
        new ArrayList<>(
            IntStream.range(10, 30)
                .mapToObj(day -> new ValueCount("2024-10-" + day, 10L))
                .toList());
    days.add(new ValueCount("5. listopada 2024", 1L));
    assertThat(guess("datum", days).type()).isEqualTo(Simple.DATE);
    assertThat(guess("datum", days).steps()).isEmpty();
    assertThat(type("data", "5 listopada 2024", "3 grudnia 2024")).isEqualTo(Simple.DATE);
    assertThat(type("datum", "5. listopadu 2024", "7. listopadu 2024")).isEqualTo(Simple.DATE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "time;[12/Jan/2024:21:56:16 +0100]|[26/Feb/2024:11:10:25 +0100];TIMESTAMPTZ;[%d/%b/%Y:%H:%M:%S %z]",
        "termin;06.05.2023 r.|28.07.2023 r.;DATE;%d.%m.%Y r.",
        "von;14:30 Uhr|09:15 Uhr;TIME;%H:%M Uhr",
        "starts;4.15pm|9.30am|11.00 am;TIME;%I.%M%p",
        "arrivée;14h30|09h05;TIME;%Hh%M",
        "published;2024-02-05+01:00|2024-03-21+01:00;DATE;%Y-%m-%d%z",
        "born;13.5.2001|4.11.1978;DATE;%d.%m.%Y",
        "vystaveno;7. 3. 2024|26. 7. 2024;DATE;%d. %m. %Y"
      })
  void datesAndTimesAreReadInTheirFrames(String name, String values, String type, String format) {
    Guess guess = guess(name, values.split("\\|"));
    assertThat(guess.type().text()).isEqualTo(type);
    assertThat(dates(guess).formats()).contains(format);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "worked;1h20|2h05|10h30",
        "build;1.2.10|3.4.11",
        "list;[1]|[2]|[17]",
        "balance;1,204.11 Dr|20.50 DR|3.10 Dr",
        "ref;No.5|No.12|No.7",
        "学年;1年|2年|3年|4年|5年|6年",
        "chapter;7. 3. 24|2. 1. 10"
      })
  void whatOnlyLooksLikeItStaysText(String name, String values) {
    assertThat(type(name, values.split("\\|"))).isEqualTo(Simple.TEXT);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Fee;Rs. 49,206/-|Rs. 6,95,575/-|Rs.500/-;/-",
        "Bedrag;€ 19.576,-|€ 1.234.500,-|€ 120,-;,-",
        "Preis;23.–|17.50|8.–;.–",
        "KDV;%19|%8|%1;%",
        "Verbrauch;3,4 l/100 km|6,2 l/100 km|10,1 l/100 km;l/100 km",
        "Pages;8 pp.|18 pp.|2 pp.;pp.",
        "数量;284個|225個|58個|7個|12個|31個;個",
        "Prijs;€ 1.233.438 k.k.|€ 258.150 k.k.|€ 638.690 k.k.;k.k."
      })
  void whatStandsAroundAPriceIsTakenOff(String name, String values, String strip) {
    Guess guess = guess(name, values.split("\\|"));
    assertThat(guess.type().isNumeric()).isTrue();
    assertThat(numbers(guess).strip()).contains(strip);
  }

  @Test
  void hundredsOfEurosHaveNoThreeDecimalsButFuelMay() {
    Guess houses = guess("Kaufpreis", "156.398 €", "304.748 €", "340.637 €");
    assertThat(houses.type()).isEqualTo(Simple.INTEGER);
    assertThat(numbers(houses).grouping()).isEqualTo(".");
    assertThat(guess("Super", "1.659 €", "1.719 €", "1.809 €").ambiguity()).isNotNull();
  }

  @Test
  void wordsForNothingKnownAreMissingWhereverTheRestIsTyped() {
    assertThat(guess("Betald", "Ja", "Nej", "saknas").steps())
        .contains(new Cleaning.NullTokens(List.of("saknas")));
    assertThat(guess("Réglée", "Oui", "Non", "n.c.").type()).isEqualTo(Simple.BOOLEAN);
    assertThat(guess("left", "2021-01-05", "2022-02-06", "9999-99-99").type())
        .isEqualTo(Simple.DATE);
    // Whoever has no allergies has none, and no gap in the file.
    assertThat(guess("allergies", "Latex", "Penicillin", "Nil").steps()).isEmpty();
    assertThat(guess("var mi", "var", "yok").steps()).isEmpty();
  }

  @Test
  void aFractionWithItsUnitSpeaksForThePointOfOtherColumns() {
    List<ValueCount> shares = new ArrayList<>();
    IntStream.range(0, 12).forEach(i -> shares.add(new ValueCount(i + "." + (i % 9) + " %", 1L)));
    Values values = new Values(shares, true);
    Guess guess = Guesser.guess("abv", values, Optional.empty());
    Neighbours seen = Neighbours.of(List.of(new Neighbours.Column(guess, values)));
    assertThat(seen.decimal()).contains('.');
  }
}
