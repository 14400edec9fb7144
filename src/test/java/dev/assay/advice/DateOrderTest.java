package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Work;
import dev.assay.model.ColumnType;
import dev.assay.model.Origin;
import dev.assay.model.Question;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other columns, the file's name and the load order speak for an order, and never choose it. */
class DateOrderTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private static String monthFirst(LocalDate day) {
    return "%02d/%02d/%d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
  }

  /** Days up to the twelfth of each month of 2024, in no order. */
  private static List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      days.add(LocalDate.of(2024, 1 + i * 7 % 12, 1 + i * 5 % 12));
    }
    return days;
  }

  private static Question asked(SilverRecipe recipe, String column) {
    assertThat(Bronze.named(recipe, column).orElseThrow().targetType())
        .isEqualTo(ColumnType.Simple.TEXT);
    return recipe.questions().stream()
        .filter(question -> question.column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private Question asked(List<String> columns, List<List<String>> rows, String column) {
    return asked(bronze.land(columns, rows).suggest(), column);
  }

  @Test
  void anotherTimeThatNeverComesBeforeIsTold() {
    Question question =
        asked(
            List.of("paid", "created_at"),
            days().stream()
                .map(day -> List.of(monthFirst(day), day.minusDays(3) + " 10:00:00"))
                .toList(),
            "paid");
    assertThat(question.choices()).containsExactly("M/D", "D/M");
    assertThat(question.text())
        .contains("As M/D it is never before created_at in 100 of 100 rows, otherwise in fewer.");
    assertThat(question.command()).isEqualTo("assay answer orders.paid M/D");
  }

  @Test
  void daysOfTheWeekAreTold() {
    Question question =
        asked(
            List.of("d", "tag"),
            days().stream()
                .map(day ->
                    List.of(
                        monthFirst(day),
                        List.of(
                                "Montag",
                                "Dienstag",
                                "Mittwoch",
                                "Donnerstag",
                                "Freitag",
                                "Samstag",
                                "Sonntag")
                            .get(day.getDayOfWeek().getValue() - 1)))
                .toList(),
            "d");
    assertThat(question.choices()).containsExactly("M/D", "D/M");
    assertThat(question.text()).contains("the days of the week in tag agree in 100 of 100 rows");
  }

  @Test
  void daysOfTheWeekInTheValueItselfAreTold() {
    Question question =
        asked(
            List.of("d"),
            days().stream()
                .map(day ->
                    List.of(
                        List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
                                .get(day.getDayOfWeek().getValue() - 1)
                            + " "
                            + monthFirst(day)))
                .toList(),
            "d");
    assertThat(question.choices()).containsExactly("M/D", "D/M");
    assertThat(question.text()).contains("agree with M/D in 100 of 100 rows");
  }

  @Test
  void theOrderOfAnotherColumnOfTheTableIsTold() {
    Question question =
        asked(
            List.of("d", "other"),
            days().stream()
                .map(day ->
                    List.of(
                        monthFirst(day), monthFirst(day.plusDays(400 + day.getDayOfYear() % 60))))
                .toList(),
            "d");
    assertThat(question.choices().getFirst()).isEqualTo("M/D");
    assertThat(question.text()).contains("other of the same table is written as M/D");
  }

  @Test
  void datesThatRiseFromRowToRowAreTold() {
    Question question =
        asked(
            List.of("d"),
            days().stream().sorted().map(day -> List.of(monthFirst(day))).toList(),
            "d");
    assertThat(question.choices()).containsExactly("M/D", "D/M");
    assertThat(question.text()).contains("As M/D the dates rise from row to row.");
  }

  @Test
  void theDateInTheNameOfTheFileIsTold() {
    bronze.land(
        List.of("d"),
        days().stream()
            .filter(day -> day.getMonthValue() <= 3)
            .map(day -> List.of(monthFirst(day)))
            .toList());
    Source source =
        new Source(
            "orders",
            "orders",
            "orders",
            new Origin.File("x.csv", "orders_2024-03-31.csv", false, 0, Instant.EPOCH),
            Instant.EPOCH);
    Question question =
        asked(bronze.advisor.suggest(source, bronze.profile(), Work.unwatched()), "d");
    assertThat(question.choices()).containsExactly("M/D", "D/M");
    assertThat(question.text()).contains("As M/D no date is after 2024-03-31");
  }

  @Test
  void whereNothingSpeaksForAnOrderNothingIsTold() {
    Question question =
        asked(List.of("d"), days().stream().map(day -> List.of(monthFirst(day))).toList(), "d");
    assertThat(question.text())
        .isEqualTo(
            "Every date fits both day/month and month/day. Which comes first, the day (D/M) or the"
                + " month (M/D)?");
  }
}
