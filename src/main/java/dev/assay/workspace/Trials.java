package dev.assay.workspace;

import dev.assay.engine.Work;
import dev.assay.model.UserError;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs what is tried out on all rows while somebody waits: a few at a time, each for a while. A
 * build, which can be watched and cancelled, has no such limits.
 */
final class Trials {
  private static final int AT_A_TIME = 2;
  private static final Duration LONGEST = Duration.ofSeconds(300);

  private final Semaphore free;
  private final Duration longest;

  Trials() {
    this(AT_A_TIME, LONGEST);
  }

  Trials(int atATime, Duration longest) {
    this.free = new Semaphore(atATime, true);
    this.longest = longest;
  }

  /** Waiting for its turn is a part of the time; throws UserError of kind LIMIT when it is over. */
  <T> T run(Function<Work, T> trial) {
    long began = System.nanoTime();
    if (!admitted()) {
      throw new UserError(UserError.Kind.LIMIT, Sentences.TRIAL_WAITED.with(longest.toSeconds()));
    }
    Work work = Work.unwatched();
    Thread clock = Thread.ofVirtual().start(() -> cancelLater(work, System.nanoTime() - began));
    try {
      return trial.apply(work);
    } catch (Work.Cancelled e) {
      throw new UserError(
          UserError.Kind.LIMIT, e, Sentences.TRIAL_STOPPED.with(longest.toSeconds()));
    } finally {
      clock.interrupt();
      free.release();
    }
  }

  private boolean admitted() {
    try {
      return free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void cancelLater(Work work, long waited) {
    try {
      Thread.sleep(longest.minusNanos(Math.min(waited, longest.toNanos())));
      work.cancel();
    } catch (InterruptedException _) {
      // It is done.
    }
  }
}
