package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Work;
import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication.Strategy;
import dev.assay.model.Profile;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private List<Object> values(SilverRecipe recipe) {
    return bronze.cast(recipe).stream().map(List::getFirst).toList();
  }

  @Test
  void readsDatesInTheOrderThatAPersonSays() {
    bronze.land("Order Date", List.of("03/04/2024", "05/06/2024"));
    SilverRecipe recipe = bronze.settle("order_date", "d/m");
    assertThat(values(recipe)).containsExactly("2024-04-03", "2024-06-05");
    assertThat(recipe.questions()).isEmpty();
    SilverColumn column = recipe.columns().getFirst();
    assertThat(column.targetType()).isEqualTo(ColumnType.Simple.DATE);
    assertThat(column.evidence().parsed()).isEqualTo(2);
    assertThat(values(bronze.settle("ORDER DATE", "M/D")))
        .containsExactly("2024-03-04", "2024-05-06");
  }

  @Test
  void readsDatesOfBothOrdersTheChosenOneFirst() {
    bronze.land("d", List.of("03/04/2024", "25/06/2024", "06/25/2024"));
    assertThat(values(bronze.settle("d", "M/D")))
        .containsExactly("2024-03-04", "2024-06-25", "2024-06-25");
  }

  @Test
  void readsTwoDigitYearsAsAPersonSays() {
    bronze.land("maturity", List.of("25/04/45", "26/06/51", "31/12/33"));
    assertThat(values(bronze.settle("maturity", "1969-2068")))
        .containsExactly("2045-04-25", "2051-06-26", "2033-12-31");
    assertThat(values(bronze.settle("maturity", "1931-2030")))
        .containsExactly("1945-04-25", "1951-06-26", "1933-12-31");
    bronze.land("d", List.of("01/02/03", "04/05/06"));
    assertThat(values(bronze.settle("d", "y/m/d"))).containsExactly("2001-02-03", "2004-05-06");
  }

  @Test
  void birthsAreNeverReadAsTheFutureAndAskedAboutWhereTheyMayBeAHundredYearsOlder() {
    int thisYear = Year.now(ZoneOffset.UTC).getValue();
    String years = (thisYear - 99) + "-" + thisYear;
    bronze.land("birth_date", List.of("25/03/85", "26/04/12", "27/05/99"));
    assertThat(bronze.suggest().questions().getFirst().choices())
        .containsExactly(years, "1900-1999");
    assertThat(values(bronze.settle("birth_date", years)))
        .containsExactly("1985-03-25", "2012-04-26", "1999-05-27");
    assertThat(values(bronze.settle("birth_date", "1900-1999")))
        .containsExactly("1985-03-25", "1912-04-26", "1999-05-27");

    String next = "%02d".formatted((thisYear + 1) % 100);
    bronze.land("dob", List.of("25/03/85", "26/04/" + next, "27/05/99"));
    assertThat(bronze.suggest().questions()).isEmpty();
    assertThat(values(bronze.suggest()))
        .containsExactly("1985-03-25", "19" + next + "-04-26", "1999-05-27");
  }

  @Test
  void oneAnswerSettlesAllThatIsOpen() {
    bronze.land("t", List.of("03/04/2024 10:00:00", "05/06/2024 10:00:00Z"));
    SilverRecipe recipe = bronze.settle("t", "M/D+utc");
    assertThat(values(recipe)).containsExactly("2024-03-04 10:00:00+00", "2024-05-06 10:00:00+00");
    assertThat(recipe.questions()).isEmpty();
  }

  @Test
  void readsNumbersAsAPersonSays() {
    bronze.land("n", List.of("1,234", "5,678", "9,012"));
    assertThat(values(bronze.settle("n", "thousands"))).containsExactly(1234L, 5678L, 9012L);
    assertThat(values(bronze.settle("n", "Decimal"))).containsExactly("1.234", "5.678", "9.012");
  }

  @Test
  void anAnswerMayBeGivenAgain() {
    bronze.land("d", List.of("03/04/2024", "05/06/2024"));
    Profile profile = bronze.profile();
    SilverRecipe first = bronze.settle("d", "D/M");
    SilverRecipe second =
        bronze.settlement.settle(Bronze.SOURCE, profile, first, "d", "M/D", Work.unwatched());
    assertThat(values(second)).containsExactly("2024-03-04", "2024-05-06");
  }

  @Test
  void settlesDuplicates() {
    bronze.land(
        List.of("id", "name"),
        List.of(
            List.of("1", "a"),
            List.of("2", "b"),
            List.of("3", "c"),
            List.of("4", "d"),
            List.of("5", "e"),
            List.of("6", "f"),
            List.of("6", "g")));
    SilverRecipe recipe = bronze.settle("deduplication", "KEEP-LAST-LOADED");
    assertThat(recipe.deduplication().strategy()).isEqualTo(Strategy.KEEP_LATEST);
    assertThat(recipe.deduplication().keyColumns()).containsExactly("id");
    assertThat(recipe.deduplication().orderBy()).isNull();
    assertThat(recipe.questions()).isEmpty();
    assertThat(bronze.settle("deduplication", "keep-first-loaded").deduplication().strategy())
        .isEqualTo(Strategy.KEEP_FIRST);
    assertThat(bronze.settle("deduplication", "keep-all").deduplication().strategy())
        .isEqualTo(Strategy.REMOVE_EXACT);
  }

  @Test
  void saysWhichAnswersThereAre() {
    bronze.land("d", List.of("03/04/2024", "05/06/2024"));
    assertThatThrownBy(() -> bronze.settle("d", "Y/M"))
        .isInstanceOf(UserError.class)
        .hasMessage("'Y/M' is no answer for d. Choose one of: D/M, M/D.");
    assertThatThrownBy(() -> bronze.settle("e", "D/M"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("There is no column 'e' in orders");
    bronze.land("d", List.of("03/04/2024", "25/06/2024"));
    assertThatThrownBy(() -> bronze.settle("d", "D/M"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no open question about d");
  }
}
