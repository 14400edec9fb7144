package dev.assay.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.model.ColumnType.Simple;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that look like something else than they are, and names that tell. */
class DoubtfulReadingsTest {
  private static Guess guess(String name, String... texts) {
    List<ValueCount> counts =
        Arrays.stream(texts).map(text -> new ValueCount(text, 10L)).toList();
    return Guesser.guess(name, new Values(counts, true), Optional.empty());
  }

  private static ColumnType type(String name, String... texts) {
    return guess(name, texts).type();
  }

  @Test
  void takesNoDashForMissingBesideAPlus() {
    assertThat(guess("strand", "+", "-").steps()).isEmpty();
    assertThat(guess("grade", "A+", "A", "A-", "-").steps()).isEmpty();
    assertThat(guess("grade", "A", "B", "-").steps())
        .containsExactly(new Cleaning.NullTokens(List.of("-")));
  }

  @Test
  void lowersAddressesOnlyWhereMostAreLowerAlready() {
    assertThat(guess("email", "ann@x.org", "bob@x.org", "Carl@x.org").steps())
        .containsExactly(new Cleaning.Lower());
    assertThat(guess("email", "Ann.Lee@X.org", "Bob.Ray@X.org", "carl@x.org").steps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Confirmed", "active", "required", "visible"})
  void countsZeroesAndOnesUnderAParticipleAlone(String name) {
    Guess guess = guess(name, "0", "1");
    assertThat(guess.type()).isEqualTo(Simple.INTEGER);
    assertThat(guess.rivals()).extracting(Guess::type).containsExactly(Simple.BOOLEAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"is_confirmed", "active_flag", "email_confirmed", "paid"})
  void readsTruthWhereTheNameAsksForIt(String name) {
    assertThat(type(name, "0", "1")).isEqualTo(Simple.BOOLEAN);
  }

  @Test
  void knowsTheSignsOfOfficesForMissing() {
    assertThat(guess("population", "120", ":", "98", "…"))
        .satisfies(guess -> assertThat(guess.type()).isEqualTo(Simple.INTEGER))
        .satisfies(guess ->
            assertThat(guess.steps()).containsExactly(new Cleaning.NullTokens(List.of(":", "…"))));
  }

  @Test
  void takesDigitsEDigitsForCodes() {
    assertThat(type("tag", "3E2", "4E1", "12E5")).isEqualTo(Simple.TEXT);
    assertThat(type("mass", "3E2", "4.5E1", "12")).isNotEqualTo(Simple.TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "0000-00-00, 2024-05-17, 2024-06-01, DATE",
    "0000-00-00 00:00:00, 2024-05-17 10:00:00, 2024-06-01 11:30:00, TIMESTAMP",
    "00/00/0000, 17/05/2024, 31/05/2024, DATE"
  })
  void readsADateOfZerosAsMissingAndTellsHowMany(
      String zero, String one, String other, Simple type) {
    Guess guess = guess("closed", zero, one, other);
    assertThat(guess.type()).isEqualTo(type);
    assertThat(guess.steps()).contains(new Cleaning.NullTokens(List.of(zero)));
    assertThat(guess.notes())
        .containsExactly("10 cells hold a date of zeros, which is read as missing.");
  }

  @ParameterizedTest
  @CsvSource({
    "arrdate, 20566.0, 20567.0, 20571.0",
    "date, 20454, 21914, 20999",
    "mjd_date, 57000, 58111, 59000",
    "timestamp, 34200.017, 41111.5, 57600.0",
    "event_dt, 43831, 44197, 44561"
  })
  void leavesNumbersThatCountFromAnotherDay(String name, String one, String other, String third) {
    Guess guess = guess(name, one, other, third);
    assertThat(guess.type().isTemporal()).isFalse();
    assertThat(guess.type()).isNotEqualTo(Simple.TEXT);
  }

  @Test
  void readsTheDaysOfASpreadsheetOfThisCenturyAndOfBirths() {
    assertThat(type("order_date", "43831", "44197", "36526")).isEqualTo(Simple.DATE);
    assertThat(type("birth_date", "23831", "24197", "36526")).isEqualTo(Simple.DATE);
    assertThat(type("date", "23831", "1965-03-30", "1970-05-01")).isEqualTo(Simple.DATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duration", "length", "flight_len", "lap", "pace", "split_1", "runtime", "clock",
        "time_remaining"
      })
  void takesNoDurationForATimeOfDay(String name) {
    Guess guess = guess(name, "03:45", "05:31", "23:59");
    assertThat(guess.type()).isEqualTo(Simple.TEXT);
    assertThat(guess.rivals()).extracting(Guess::type).containsExactly(Simple.TIME);
  }

  @Test
  void readsTheTimeOfAClock() {
    assertThat(type("start_time", "03:45", "05:31", "23:59")).isEqualTo(Simple.TIME);
    assertThat(type("clock_in", "08:45", "09:31", "07:59")).isEqualTo(Simple.TIME);
    assertThat(type("lap", "08:45 PM", "09:31 AM", "07:59 AM")).isEqualTo(Simple.TIME);
  }

  @Test
  void readsMoreDigitsOfASecondThanAreKeptWhereTheyAreZeros() {
    assertThat(type("at", "2019-03-21 10:01:11.0000000", "2019-03-22 11:01:11.1234560"))
        .isEqualTo(Simple.TIMESTAMP);
    Guess lossy = guess("at", "2019-03-21T10:01:11.123456789Z", "2019-03-22T11:01:11.000000000Z");
    assertThat(lossy.type()).isEqualTo(Simple.TEXT);
    assertThat(lossy.because()).contains("more than six digits");
  }

  @Test
  void asksInWhichCenturyWhatSeemsToComeLies() {
    int next = (Year.now(ZoneOffset.UTC).getValue() + 2) % 100;
    Guess debut = guess("debut", "4/2/" + next, "4/25/12");
    assertThat(debut.type()).isEqualTo(Simple.TEXT);
    assertThat(debut.ambiguity().text()).contains("In which hundred years");
    assertThat(Centuries.of("debut", 2026, year -> year == 28).pivots())
        .containsExactly(1969, 1927);
    assertThat(Centuries.of("debut", 2026, year -> year == 28).doubtful(28)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"due_date", "expiry", "planned_end", "valid_until"})
  void asksNothingOfWhatIsToCome(String name) {
    assertThat(Centuries.of(name, 2026, year -> year == 28).doubtful(28)).isFalse();
  }
}
