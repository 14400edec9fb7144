package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Ledger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever the rows: a rule sets aside exactly those that break it. */
class RuleLawsTest {
  private static final SilverHarness HOUSE = new SilverHarness();

  @AfterContainer
  static void close() {
    HOUSE.close();
  }

  @Property(tries = 40)
  void nothingDisappearsAndExactlyTheBreakersGo(@ForAll("tables") List<List<String>> rows) {
    HOUSE.bronze(List.of("a", "b", "c"), rows);
    Ledger ledger =
        HOUSE.build(
            """
            {"columns": [
              {"source_column": "a", "target_type": "INTEGER"},
              {"source_column": "b", "target_type": "DECIMAL(6,2)"},
              {"source_column": "c", "target_type": "DECIMAL(6,2)"}],
             "rules": [
              {"name": "order", "condition": "b <= c"},
              {"name": "product", "condition": "c = a * b", "on_violation": "WARN"}]}\
            """);
    assertThat(ledger.balances()).isTrue();
    List<Object> expected = new ArrayList<>();
    long products = 0;
    for (int i = 0; i < rows.size(); i++) {
      Double a = number(rows.get(i).get(0));
      Double b = number(rows.get(i).get(1));
      Double c = number(rows.get(i).get(2));
      if (rows.get(i).contains("x") || (b != null && c != null && b > c)) {
        expected.add(i + 2L);
      } else if (a != null && b != null && c != null && a * b != c) {
        products++;
      }
    }
    assertThat(HOUSE.rejected().stream().map(List::getFirst)).containsExactlyElementsOf(expected);
    assertThat(ledger.warnings().getOrDefault("breaks_product", 0L)).isEqualTo(products);
  }

  private static Double number(String text) {
    return text == null || text.equals("x") ? null : Double.valueOf(text);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell = Arbitraries.of("0", "1", "2", "3", "4", "6", "x").injectNull(0.2);
    return Combinators.combine(cell, cell, cell)
        .as((a, b, c) -> Arrays.asList(a, b, c))
        .list()
        .ofMaxSize(15);
  }
}
