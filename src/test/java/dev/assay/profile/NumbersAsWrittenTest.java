package dev.assay.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a number, and what only looks like one. */
final class NumbersAsWrittenTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Year;(2019)|(2020)|(2021)|(2018)",
        "Longitude;94.8W|101.2W|88.4W|77.1W|90.3W|81.7W",
        "network;3G|4G",
        "format;2D|3D",
        "size;2T|3T|4T",
        "size;12M|18M|24M|2T|3T|4T",
        "seat;12D|13D|14D|1D|2D|3D|4D",
        "platform;101 S|102 S|103 S",
        "decade;1920s|1930s|1940s|1950s|1960s|1970s|1980s",
        "rsid;rs7903146|rs1801282|rs5219",
        "part;CAD-0012|CAD-0450|CAD-0003",
        "part;CAD-12|CAD-45|CAD-3",
        "chart;TOP 10|TOP 20|TOP 50",
        "purity;10K|14K|18K",
        "resolution;2K|4K|8K",
        "isbn13;9780306406157|9780306406158",
        "phone1;5551234|5559876",
        "zip5;90210|10001",
        "Contact Number;5551234|5559876",
        "version;1.2|1.3|2.0",
        "fips;101|102",
        "answers;1,2|1,3|2|2,4|3",
        "Storage;128GB SSD|256GB SSD|500GB HDD|1000GB HDD",
        "founded;44 BC|27 BC|12 AD",
        "opens;9 am|10 am|11 am"
      })
  void staysText(String name, String values) {
    assertThat(guess(name, values).type()).isEqualTo(ColumnType.Simple.TEXT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "mobile_wt;188|201|145|90",
        "Single_Epi_Cell_Size;1|2|3|7|10",
        "BIC;775.18|801.25|640.5",
        "IP;109.1|88.25|3.5",
        "Phones (per 1000);71.2|10.5|661",
        "Mobile cellular subscriptions (per 100 people);71.2|101.5|61",
        "phone_checks_per_day;71|10|66",
        "Month;01|02|11|12",
        "hour;00|01|13|23",
        "height;5 ft.|6 ft|5.5 ft",
        "engine;1248 CC|1498 CC|998 CC",
        "camera;12 MP|8 MP|48 MP",
        "glucose;61 mg/dL|72 mg/dL|80 mg/dL",
        "wind;15.3 m/s|2.1 m/s|4 m/s",
        "area;85 m2|70 m2|60.5 m2",
        "area;850 ft2|700 ft2|600 ft2",
        "market_cap;2.45T|350B|912M",
        "followers;1.2B|938M|450M",
        "power;60W|100W|75W|40W|25W|15W",
        "weight;500g|250g|1000g|750g|125g|50g",
        "price;Rs500|Rs750|Rs1,200.50",
        "price;(12.50)|3.10|(4.00)|5.00",
        "price;($12.50)|($3.10)|($4.00)",
        "salary;50k|60k|70k"
      })
  void isANumber(String name, String values) {
    assertThat(guess(name, values).type().isNumeric()).isTrue();
  }

  @Test
  void aCoordinateHasAPointBeforeItsFraction() {
    assertThat(
            number(guess("latitude", "48.856|51.507|52.520")).map(Cleaning.ParseNumber::grouping))
        .isNotEqualTo(Optional.of("."));
    assertThat(guess("latitude", "48.856|51.507|52.520").ambiguity()).isNull();
    assertThat(guess("reading", "48.856|51.507|52.520").ambiguity()).isNotNull();
  }

  @Test
  void commasSeparateThousandsWhereNoColumnOfTheFileHasADecimalComma() {
    Values population = values("103,047|480,306|12,500");
    Neighbours others = neighbours(Map.of("Population", population, "rank", values("1|2|3")));
    assertThat(number(guess("Population", population, others)).orElseThrow().grouping())
        .isEqualTo(",");
    Neighbours commas =
        neighbours(Map.of("Population", population, "price", values("1,25|2,5|3,75")));
    assertThat(guess("Population", population, commas).ambiguity()).isNotNull();
  }

  @Test
  void fewFractionsDoNotSettleWhatAnotherColumnMeans() {
    Values open = values("480,306|12,500");
    String many =
        IntStream.range(0, 12).mapToObj(i -> i + "," + (11 + i)).collect(Collectors.joining("|"));
    assertThat(neighbours(Map.of("open", open, "few", values("1,5|2,25|3,75"))).decimal())
        .isEmpty();
    assertThat(neighbours(Map.of("open", open, "many", values(many))).decimal()).contains(',');
    Neighbours vetoed =
        neighbours(Map.of("open", open, "many", values(many), "version", values("1.2|1.3")));
    assertThat(vetoed.decimal()).isEmpty();
  }

  @ParameterizedTest(name = "{0} among many {1}")
  @CsvSource(
      delimiter = ';',
      value = {"12,5;12.5", "45%;0.45", "$5.16M;1,086"})
  void oneOddCellFailsAndDoesNotMakeAColumnText(String odd, String usual) {
    List<ValueCount> values = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      values.add(new ValueCount(usual.substring(0, usual.length() - 2) + (10 + i), 2));
    }
    values.add(new ValueCount(odd, 1));
    Guess guess = Guesser.guess("value", new Values(values, true), Optional.empty());
    if (guess.ambiguity() == null) {
      assertThat(guess.type().isNumeric()).isTrue();
    } else {
      assertThat(guess.rivals()).allMatch(rival -> rival.type().isNumeric());
    }
    assertThat(number(guess).map(Cleaning.ParseNumber::strip).orElse(List.of())).isEmpty();
  }

  @Test
  void moneyOfThreeDecimalsIsNotReadAsThousands() {
    for (String code : List.of("KWD", "BHD", "OMR", "JOD", "TND", "LYD", "IQD")) {
      assertThat(guess("paid", "%1$s 125.500|%1$s 12.750|%1$s 110.250".formatted(code)).ambiguity())
          .isNotNull();
    }
    Values commas = values("TND 125,500|TND 12,750|TND 110,250");
    Neighbours others = neighbours(Map.of("paid", commas, "rank", values("1|2|3")));
    assertThat(guess("paid", commas, others).ambiguity()).isNotNull();
  }

  @Test
  void whatOtherColumnsWriteBeforeAFractionGoesBeforeTheCurrency() {
    Values open = values("€ 102.345|€ 98.120|€ 87.500");
    String many =
        IntStream.range(0, 12).mapToObj(i -> i + "." + (11 + i)).collect(Collectors.joining("|"));
    Neighbours points = neighbours(Map.of("open", open, "many", values(many)));
    assertThat(guess("open", open, points).type()).isEqualTo(new ColumnType.Decimal(9, 3));
    assertThat(guess("open", open, Neighbours.NONE).type()).isEqualTo(ColumnType.Simple.INTEGER);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "25万円|30万円|120万円;万;円",
        "35만원|40만원|120만원;만;원",
        "5억|7억|12억;억;",
        "1,2 mia.|3,4 mia.|0,5 mia.;mia.;",
        "5 tis.|7 tis.|12 tis.;tis.;",
        "€ 5 tis.|€ 7 tis.|€ 12 tis.;tis.;€",
        "3 milj.|5 milj.|12 milj.;milj.;",
        "3 milj. kr|5 milj. kr|12 milj. kr;milj.;kr"
      })
  void aWordThatMultipliesIsNoUnit(String values, String word, String strip) {
    Cleaning.ParseNumber number = number(guess("value", values)).orElseThrow();
    assertThat(number.multipliers()).containsOnlyKeys(word);
    assertThat(number.strip()).isEqualTo(strip == null ? List.of() : List.of(strip));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "300千円|450千円|120千円",
        "3조|5조|12조|7조|8조|9조|14조",
        "12 mil.|15 mil.|7 mil.",
        "12 mil|15 mil|7 mil",
        "€ 12 mil.|€ 15 mil.|€ 7 mil.",
        "5 jt.|7 jt.|12 jt."
      })
  void aWordThatMayMultiplyIsNotTakenOff(String values) {
    assertThat(guess("value", values).type()).isEqualTo(ColumnType.Simple.TEXT);
  }

  @Test
  void aKilogramOfThousandGramsIsAUnitAsAnyOther() {
    assertThat(number(guess("重量", "5千克|7千克|12千克")).orElseThrow().strip()).containsExactly("千克");
  }

  @Test
  void aDashForCentsTellsThatTheSignBeforeItStandsBeforeThem() {
    Cleaning.ParseNumber number = number(guess("Preis", "950,-|1500,-|1.200,-")).orElseThrow();
    assertThat(number.decimal()).isEqualTo(",");
    assertThat(number.grouping()).isEqualTo(".");
    Guess swiss = guess("Preis", "950.–|1500.–|1'200.–");
    assertThat(swiss.type()).isEqualTo(ColumnType.Simple.INTEGER);
    assertThat(number(guess("Fee", "950/-|1500/-|1,200/-")).orElseThrow().grouping())
        .isEqualTo(",");
    // What fractions are written with beside it says more.
    assertThat(guess("price", "5,-|3.50|4.25|2.75").type().isNumeric()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "500/- month|700/- month|900/- month",
        "500.- In der|700.- In der|900.- In der",
        "12,- kg|15,- kg|7,- kg"
      })
  void aUnitMayStandBehindADashForCents(String values) {
    assertThat(guess("fee", values).type().isNumeric()).isTrue();
    // Money by the day has two units.
    assertThat(guess("fee", "Rs 8000/- day|Rs 9000/- day|Rs 7500/- day").isText()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "5 p.m.|6 p.m.|7 p.m.|9 p.m.",
        "300 B.C.|44 B.C.|27 B.C.",
        "500 v.Chr.|44 v.Chr.|27 v.Chr.",
        "500 n.Chr.|44 n.Chr.|27 n.Chr.",
        "300 a.C.|44 a.C.|27 a.C.",
        "3 mar.|5 mar.|12 mar.",
        "3 okt.|5 okt.|12 okt."
      })
  void halvesOfDaysErasAndMonthsWithDotsAreNoUnits(String values) {
    assertThat(guess("when", values).type()).isEqualTo(ColumnType.Simple.TEXT);
  }

  @Test
  void oneDecimalWithAZeroInFrontDoesNotMakeAColumnText() {
    List<ValueCount> values = new ArrayList<>();
    IntStream.range(0, 300)
        .forEach(i -> values.add(new ValueCount(i / 10 - 5 + "." + i % 10, 300L)));
    values.add(new ValueCount("07.5", 1L));
    Values degrees = new Values(values.subList(60, values.size()), true);
    assertThat(Guesser.guess("degrees", degrees, Optional.empty()).type().isNumeric()).isTrue();
    assertThat(guess("class", "025.04|813.54|005.133").type()).isEqualTo(ColumnType.Simple.TEXT);
    List<ValueCount> tariffs = new ArrayList<>();
    IntStream.range(0, 90).forEach(i -> tariffs.add(new ValueCount("84" + (i + 10) + ".30", 3L)));
    tariffs.add(new ValueCount("0901.21", 1L));
    assertThat(Guesser.guess("tariff", new Values(tariffs, true), Optional.empty()).type())
        .isEqualTo(ColumnType.Simple.TEXT);
  }

  private static Guess guess(String name, String values) {
    return Guesser.guess(name, values(values), Optional.empty());
  }

  private static Guess guess(String name, Values values, Neighbours neighbours) {
    return Guesser.guess(name, values, Optional.empty(), neighbours);
  }

  private static Neighbours neighbours(Map<String, Values> file) {
    return Neighbours.of(
        file.entrySet().stream()
            .map(column ->
                new Neighbours.Column(
                    guess(column.getKey(), column.getValue(), Neighbours.UNSEEN),
                    column.getValue()))
            .toList());
  }

  private static Values values(String values) {
    return new Values(
        Arrays.stream(values.split("\\|")).map(value -> new ValueCount(value, 3)).toList(), true);
  }

  private static Optional<Cleaning.ParseNumber> number(Guess guess) {
    return guess.steps().stream()
        .filter(Cleaning.ParseNumber.class::isInstance)
        .map(Cleaning.ParseNumber.class::cast)
        .findFirst();
  }
}
