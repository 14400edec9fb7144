package dev.assay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.UserError;
import org.junit.jupiter.api.Test;

class RecordBatchTest {
  @Test
  void fewLongRecordsFillItAsManyShortOnesDo() {
    RecordBatch batch = new RecordBatch(2, 1_000);
    byte[] long1 = new byte[3 << 20];
    int rows = 0;
    while (!batch.isFull()) {
      batch.begin(++rows);
      batch.set(0, long1);
      batch.set(1, new byte[0]);
    }
    assertThat(rows).isEqualTo(6);
    batch.clear();
    assertThat(batch.isFull()).isFalse();
    RecordBatch small = new RecordBatch(2, 3);
    for (int i = 1; i <= 3; i++) {
      assertThat(small.isFull()).isFalse();
      small.begin(i);
    }
    assertThat(small.isFull()).isTrue();
  }

  @Test
  void aRecordThatNoRowCanHoldIsRefused() {
    RecordBatch batch = new RecordBatch(65, 10);
    byte[] shared = new byte[1 << 20];
    batch.begin(7);
    for (int column = 0; column < 64; column++) {
      batch.set(column, shared);
    }
    batch.set(63, shared);
    assertThatThrownBy(() -> batch.set(64, "x"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The record 7 has more than 64 MiB, and no row can be so long.");
  }
}
