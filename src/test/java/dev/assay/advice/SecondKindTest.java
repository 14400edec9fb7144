package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ColumnType.Simple;
import dev.assay.model.SilverColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a cast would reject from clean data stays, and times in forms of the trade are read. */
class SecondKindTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private SilverColumn column(String name, int usual, List<String> others) {
    List<String> texts =
        new ArrayList<>(IntStream.range(0, usual).mapToObj(i -> "" + (536365 + i)).toList());
    texts.addAll(others);
    return column(name, texts);
  }

  private SilverColumn column(String name, List<String> texts) {
    bronze.land(List.of(name), texts.stream().map(List::of).toList());
    return bronze.suggest().columns().getFirst();
  }

  private List<String> read() {
    return bronze.cast(bronze.suggest()).stream().map(row -> row.getFirst().toString()).toList();
  }

  @Test
  void keepsACancelledInvoiceAmongNumbers() {
    SilverColumn invoices = column("InvoiceNo", 400, List.of("C536379"));
    assertThat(invoices.targetType()).isEqualTo(Simple.TEXT);
    assertThat(invoices.evidence().because()).contains("letters and digits");
    assertThat(invoices.evidence().alternatives()).isNotEmpty();
  }

  @Test
  void keepsThreeOfAnotherShape() {
    assertThat(column("stock", 400, List.of("12/7", "9/12", "44/6")).targetType())
        .isEqualTo(Simple.TEXT);
    assertThat(column("stock", 400, List.of("12/7", "oops", "n.n.", "see note")).targetType())
        .isEqualTo(Simple.INTEGER);
  }

  @Test
  void keepsBounds() {
    assertThat(column("arsenic", 400, List.of("<0.001")).targetType()).isEqualTo(Simple.TEXT);
  }

  @Test
  void readsTheTimesOfPosts() {
    SilverColumn at =
        column(
            "created_at",
            List.of("Wed Oct 10 20:19:24 +0000 2018", "Thu Oct 11 07:02:00 +0200 2018"));
    assertThat(at.targetType()).isEqualTo(Simple.TIMESTAMPTZ);
    assertThat(read())
        .containsExactly("2018-10-10 20:19:24+00", "2018-10-11 05:02:00+00");
  }

  @Test
  void readsSevenDigitsOfASecondWhereTheLastIsZero() {
    SilverColumn at =
        column("at", List.of("2019-03-21 10:01:11.0000000", "2019-03-21 10:01:12.1234560"));
    assertThat(at.targetType()).isEqualTo(Simple.TIMESTAMP);
    assertThat(read())
        .containsExactly("2019-03-21 10:01:11", "2019-03-21 10:01:12.123456");
  }
}
