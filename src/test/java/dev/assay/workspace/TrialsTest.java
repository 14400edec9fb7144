package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is tried out while somebody waits ends, and does not crowd out everything else. */
class TrialsTest {
  private static final String ENDLESS =
      "CREATE TABLE t AS SELECT sum(a.range * b.range % 7) FROM range(10000000) a, range(10000000) b";

  @TempDir private Path folder;

  @Test
  void aStatementThatTakesTooLongIsStoppedWithOneSentence() {
    try (DuckDbEngine engine = DuckDbEngine.open(folder.resolve("t.duckdb"), "200MB", 1)) {
      Trials trials = new Trials(1, Duration.ofSeconds(1));

      assertThatThrownBy(() -> trials.run(work -> engine.execute(ENDLESS, work)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("stopped after 1 second");
      assertThat(trials.run(work -> engine.query("SELECT 7", work)).rows()).hasSize(1);
    }
  }

  @Test
  void oneMoreThanMayRunWaitsAndIsTold() throws InterruptedException {
    Trials trials = new Trials(2, Duration.ofSeconds(1));
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch enough = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      Thread.ofVirtual().start(() -> trials.run(work -> await(running, enough)));
    }
    running.await();

    assertThatThrownBy(() -> trials.run(Work::isCancelled))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("kept this one waiting");
    enough.countDown();
    assertThat(trials.run(Work::isCancelled)).isFalse();
  }

  private static boolean await(CountDownLatch running, CountDownLatch enough) {
    running.countDown();
    try {
      enough.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
