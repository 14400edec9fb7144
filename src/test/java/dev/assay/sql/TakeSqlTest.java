package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the steps that take a part of a text give, also for texts of another shape. */
class TakeSqlTest {
  private static final Engine ENGINE = DuckDbEngine.open(null, "256MB", 1);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static String read(String raw, Cleaning... steps) {
    SilverSpec.Column column =
        new SilverSpec.Column(
            "v",
            "v",
            ColumnType.Simple.TEXT,
            List.of(steps),
            NullStrategy.KEEP_NULL,
            null,
            List.of(),
            Severity.REJECT,
            false);
    String sql = "SELECT " + new DuckDbDialect().cast(column) + " FROM (SELECT ?::VARCHAR AS v)";
    return (String) ENGINE.query(sql, raw).rows().getFirst().getFirst();
  }

  @Test
  void takesEachPartWithoutTheWhiteSpaceAroundIt() {
    String text = " Pittsburgh ,\u00a0PA ";
    assertThat(read(text, new Cleaning.TakePart(",", 1, 2))).isEqualTo("Pittsburgh");
    assertThat(read(text, new Cleaning.TakePart(",", 2, 2))).isEqualTo("PA");
    assertThat(read("a|b|c", new Cleaning.TakePart("|", 2, 3))).isEqualTo("b");
    assertThat(read("a\nb", new Cleaning.TakePart("\n", 2, 2))).isEqualTo("b");
    assertThat(read("1^2", new Cleaning.TakePart("^", 2, 2))).isEqualTo("2");
    assertThat(read("a]b", new Cleaning.TakePart("]", 1, 2))).isEqualTo("a");
    assertThat(read("a\\b", new Cleaning.TakePart("\\", 2, 2))).isEqualTo("b");
    assertThat(read("a😀b", new Cleaning.TakePart("😀", 2, 2))).isEqualTo("b");
    assertThat(read("5 to 7", new Cleaning.TakePart(" to ", 2, 2))).isEqualTo("7");
    assertThat(read("x - y-z", new Cleaning.TakePart(" - ", 2, 2))).isEqualTo("y-z");
  }

  @Test
  void losesNothingOfATextOfAnotherShape() {
    for (String separator : List.of(",", " , ")) {
      for (String text : List.of("Pittsburgh", "a , b , c", "")) {
        assertThat(read(text, new Cleaning.TakePart(separator, 2, 2))).isNull();
        assertThat(read(text, new Cleaning.TakePart(separator, 1, 2)))
            .isEqualTo(text.isEmpty() && separator.equals(",") ? null : text);
      }
      assertThat(read(null, new Cleaning.TakePart(separator, 1, 2))).isNull();
      assertThat(read("a , ", new Cleaning.TakePart(separator, 2, 2))).isNull();
      assertThat(read(" , b", new Cleaning.TakePart(separator, 1, 2))).isNull();
    }
  }

  @Test
  void takesTheValueOfAKeyWhereverItStands() {
    assertThat(read("color=red; Size = L", new Cleaning.TakeValue("size", ";", "=")))
        .isEqualTo("L");
    assertThat(read("color=red;size=L", new Cleaning.TakeValue("color", ";", "=")))
        .isEqualTo("red");
    assertThat(read("bigsize=L", new Cleaning.TakeValue("size", ";", "="))).isNull();
    assertThat(read("size=; color=red", new Cleaning.TakeValue("size", ";", "="))).isNull();
    assertThat(read("a: x=1 | b.c: 2", new Cleaning.TakeValue("b.c", "|", ":"))).isEqualTo("2");
    assertThat(read("a: x=1 | b.c: 2", new Cleaning.TakeValue("a", "|", ":"))).isEqualTo("x=1");
  }

  @Test
  void takesTheUnitBeforeOrAfterTheNumber() {
    Cleaning money =
        new Cleaning.TakeUnit(
            Map.of("$", "USD", "usd", "USD", "€", "EUR", "EUR", "EUR", "R$", "BRL"));
    assertThat(read("$1,234.50", money)).isEqualTo("USD");
    assertThat(read("-€5", money)).isEqualTo("EUR");
    assertThat(read("€ -5.00", money)).isEqualTo("EUR");
    assertThat(read("(12 Usd)", money)).isEqualTo("USD");
    assertThat(read("1 234,5 eur", money)).isEqualTo("EUR");
    assertThat(read("R$ 10", money)).isEqualTo("BRL");
    assertThat(read("12", money)).isNull();
    assertThat(read("12 CHF", money)).isNull();
    Cleaning measures = new Cleaning.TakeUnit(Map.of("m2", "m²", "km/h", "km/h", "\"", "in"));
    assertThat(read("12 m2", measures)).isEqualTo("m²");
    assertThat(read("90.5km/h", measures)).isEqualTo("km/h");
    assertThat(read("27\"", measures)).isEqualTo("in");
  }
}
