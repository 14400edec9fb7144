package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.RowCriterion;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import dev.assay.model.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The SQL by which people look at rows. */
class RowsSqlTest {
  private static final Stretch PAGE =
      new Stretch(new Stretch.Place(1, 4098, 0), new Stretch.Place(1, 8194, 0));

  @Test
  void isTheSqlOnRecord() throws IOException {
    assertThat(table() + changes() + "\n").isEqualTo(recorded());
  }

  @Test
  void whatIsLookedForIsNeverInTheText() {
    String hostile = "x' OR 1=1 --";
    BrowseSql sql =
        browse(
            new RowView(
                List.of(
                    new RowCriterion.Containing("city", hostile),
                    new RowCriterion.Between("price", hostile, hostile)),
                null,
                false,
                null));
    assertThat(sql.count().text()).doesNotContain("OR 1=1");
    assertThat(sql.count().parameters()).containsExactly(hostile, hostile, hostile);
    assertThat(sql.page(PAGE, 0, 10).parameters()).hasSize(3);
  }

  private static BrowseSql browse(RowView view) {
    return new BrowseSql(
        "bronze_orders_raw",
        List.of(
            new Rows.Column("_load_id", "BIGINT"),
            new Rows.Column("_row_no", "BIGINT"),
            new Rows.Column("price", "DECIMAL(12,2)"),
            new Rows.Column("city", "VARCHAR"),
            new Rows.Column("e \"mail\"", "VARCHAR")),
        List.of("e \"mail\""),
        List.of("_load_id", "_row_no"),
        view);
  }

  private static String table() {
    List<RowCriterion> criteria =
        List.of(
            new RowCriterion.Containing("city", "por"),
            new RowCriterion.Equal("price", "10"),
            new RowCriterion.Between("city", "1", null),
            new RowCriterion.Present("e \"mail\""));
    BrowseSql sorted = browse(new RowView(criteria, "e \"mail\"", true, 200));
    BrowseSql loaded = browse(new RowView(criteria, null, false, null));
    return String.join(
        ";\n\n",
        sorted.sorted(100, 5000).text(),
        loaded.signposts().text(),
        loaded.page(PAGE, 12, 100).text(),
        browse(RowView.ALL).extent().orElseThrow().text(),
        "");
  }

  private static String changes() {
    List<ChangesSql.Pair> pairs =
        List.of(
            new ChangesSql.Pair("Price", "price", "DECIMAL(12,2)", false),
            new ChangesSql.Pair("sold", "sold", "VARCHAR", false),
            new ChangesSql.Pair("Mail", "mail", "VARCHAR", true),
            new ChangesSql.Pair("Rest", null, null, false));
    ChangesSql plain =
        new ChangesSql(
            tables(Optional.empty()),
            pairs,
            new ChangesSql.Wanted("rejected", "invalid_price", Optional.empty()),
            200);
    ChangesSql parts =
        new ChangesSql(
            tables(Optional.of(new Shape.Unpivot(List.of("Jan", "Feb"), "month", "sold"))),
            pairs,
            ChangesSql.Wanted.ALL,
            null);
    return String.join(
        ";\n\n",
        plain.page(PAGE, 3, 100).text(),
        plain.counts().text(),
        parts.page(PAGE, 0, 100).text(),
        parts.signposts().text());
  }

  private static ChangesSql.Tables tables(Optional<Shape.Unpivot> unpivot) {
    return new ChangesSql.Tables(
        "bronze_orders_raw",
        "silver_orders_cleaned",
        "silver_orders_rejected",
        "silver_orders_duplicates",
        unpivot);
  }

  private static String recorded() throws IOException {
    try (InputStream in = RowsSqlTest.class.getResourceAsStream("/sql/rows.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
