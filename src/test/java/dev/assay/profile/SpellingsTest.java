package dev.assay.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingsTest {
  private static Values values(Object... textsAndCounts) {
    List<ValueCount> counts = new ArrayList<>();
    for (int i = 0; i < textsAndCounts.length; i += 2) {
      counts.add(new ValueCount((String) textsAndCounts[i], (int) textsAndCounts[i + 1]));
    }
    return new Values(counts, true);
  }

  @Test
  void writesACategoryAsMostOfItsCellsDo() {
    Guess guess =
        Guesser.guess(
            "status",
            values("shipped", 40, "SHIPPED", 3, "Shipped ", 2, "open", 30, "lost", 9),
            Optional.empty());
    assertThat(guess.type()).isEqualTo(ColumnType.Simple.TEXT);
    assertThat(guess.steps())
        .containsExactly(
            new Cleaning.Trim(),
            new Cleaning.MapValues(Map.of("SHIPPED", "shipped", "Shipped", "shipped")));
    assertThat(guess.notes())
        .containsExactly(
            "5 cells differ from others in upper and lower case only and are written as most are: 'SHIPPED' becomes"
                + " 'shipped'.");
  }

  @Test
  void leavesCaseAloneWhereItMayMeanSomething() {
    assertThat(Spellings.of("product code", values("abc", 40, "ABC", 9)).steps()).isEmpty();
    assertThat(Spellings.of("unit", values("mW", 40, "MW", 9)).steps()).isEmpty();
    assertThat(Spellings.of("name", values("ann", 1, "Ann", 1, "bob", 1, "carl", 1)).steps())
        .isEmpty();
    assertThat(
            Spellings.of("status", new Values(values("shipped", 40, "SHIPPED", 9).counts(), false))
                .steps())
        .isEmpty();
  }
}
