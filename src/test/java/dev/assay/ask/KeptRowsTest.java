package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptRowsTest {
  private static final Rows ROWS =
      new Rows(
          List.of(new Rows.Column("n", "BIGINT")), List.of(List.of(7L)), null, false, "SELECT 7");

  private final KeptRows kept = new KeptRows(10, 1 << 20);

  @Test
  void whatManyAskAtOnceIsComputedOnce() throws Exception {
    AtomicInteger computed = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    try (ExecutorService askers = Executors.newFixedThreadPool(9)) {
      List<Future<KeptRows.Found>> answers = new ArrayList<>();
      answers.add(
          askers.submit(() ->
              kept.of(
                  key("build 1"),
                  () -> {
                    computed.incrementAndGet();
                    begun.countDown();
                    await(enough);
                    return ROWS;
                  })));
      begun.await();
      for (int i = 0; i < 8; i++) {
        answers.add(
            askers.submit(() ->
                kept.of(
                    key("build 1"),
                    () -> {
                      computed.incrementAndGet();
                      return ROWS;
                    })));
      }
      enough.countDown();
      for (Future<KeptRows.Found> answer : answers) {
        assertThat(answer.get().rows()).isEqualTo(ROWS);
      }
    }
    assertThat(computed).hasValue(1);
  }

  @Test
  void whoOnlyWaitsIsSetAside() throws Exception {
    AtomicInteger aside = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch waits = new CountDownLatch(1);
    KeptRows shared =
        new KeptRows(
            10,
            1 << 20,
            wait -> {
              aside.incrementAndGet();
              waits.countDown();
              wait.run();
            });
    try (ExecutorService askers = Executors.newFixedThreadPool(2)) {
      Future<KeptRows.Found> first =
          askers.submit(() ->
              shared.of(
                  key("build 1"),
                  () -> {
                    begun.countDown();
                    await(waits);
                    return ROWS;
                  }));
      begun.await();
      assertThat(shared.of(key("build 1"), () -> ROWS).known()).isTrue();
      assertThat(first.get().known()).isFalse();
    }
    assertThat(aside).hasValue(1);
  }

  @Test
  void anotherBuildIsReadAnew() {
    kept.of(key("build 1"), () -> ROWS);

    assertThat(kept.of(key("build 1"), () -> ROWS).known()).isTrue();
    assertThat(kept.of(key("build 2"), () -> ROWS).known()).isFalse();
  }

  @Test
  void whatFailedIsTriedAgainByTheNext() {
    assertThatThrownBy(() ->
            kept.of(
                key("build 1"),
                () -> {
                  throw new IllegalStateException("No");
                }))
        .hasMessage("No");

    assertThat(kept.of(key("build 1"), () -> ROWS).rows()).isEqualTo(ROWS);
  }

  private static KeptRows.Key key(String build) {
    return new KeptRows.Key("SELECT 7", List.of(build), ROWS.columns());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
