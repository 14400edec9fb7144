package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Check;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.Shape;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The SQL of a recipe that reshapes and filters, as people read it in a preview. */
class ReshapedSqlTest {
  private static SilverSpec.Column column(String name, ColumnType type) {
    return new SilverSpec.Column(
        name,
        name,
        type,
        List.of(new Cleaning.Trim()),
        NullStrategy.KEEP_NULL,
        null,
        List.of(),
        Severity.REJECT,
        false);
  }

  private static final SilverSpec SPEC =
      new SilverSpec(
              "bronze_sales_raw",
              List.of(
                  column("region", ColumnType.Simple.TEXT),
                  column("month", ColumnType.Simple.TEXT),
                  column("sold", ColumnType.Simple.INTEGER)),
              List.of("region", "month"),
              Deduplication.Strategy.REMOVE_EXACT,
              List.of())
          .withShape(
              List.of(
                  new Shape.FillDown(List.of("region")),
                  new Shape.Unpivot(List.of("Jan", "Feb"), "month", "sold")))
          .withFilters(
              List.of(
                  new SilverSpec.Filter(
                      "totals", "region", false, List.of(new Check.In(List.of("Total"), true)))));

  @Test
  void isTheSqlOnRecord() throws IOException {
    Dialect dialect = new DuckDbDialect();
    String sql =
        String.join(";\n\n", dialect.statements(new Step.Clean(SPEC, "staged")))
            + ";\n\n"
            + dialect.account(new Step.Account(SPEC, "staged"))
            + ";\n\n"
            + String.join(
                ";\n\n",
                dialect.statements(
                    new Step.SetAside(SPEC, "staged", "staged_rejected", "staged_duplicates")))
            + ";\n";
    try (InputStream record = getClass().getResourceAsStream("/sql/reshaped.sql")) {
      assertThat(sql).isEqualTo(new String(record.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
