package dev.assay.engine;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;

/** A running piece of work: it can be cancelled from outside and tells how far it is. */
public final class Work {
  /** Thrown inside work that was cancelled. */
  public static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
      super("Cancelled.");
    }
  }

  private final DoubleConsumer progress;
  private final AtomicReference<Runnable> interrupt = new AtomicReference<>(() -> {});
  private volatile boolean cancelled;

  /** What this is a part of, or null. */
  private Work whole;

  /** {@code progress} receives numbers from 0 to 1, from any thread. */
  public Work(DoubleConsumer progress) {
    this.progress = progress;
  }

  /** Work that nobody watches. */
  public static Work unwatched() {
    return new Work(_ -> {});
  }

  /** A part of this work, from one fraction of its progress to another; it is cancelled with it. */
  public Work part(double from, double to) {
    Work part = new Work(fraction -> progress(from + (to - from) * fraction));
    part.whole = this;
    return part;
  }

  /** Asks the work to stop; it ends soon with {@link Cancelled}. */
  public void cancel() {
    cancelled = true;
    interrupt.get().run();
  }

  public boolean isCancelled() {
    return whole == null ? cancelled : whole.isCancelled();
  }

  public void stopIfCancelled() {
    if (isCancelled()) {
      throw new Cancelled();
    }
  }

  public void progress(double fraction) {
    progress.accept(Math.clamp(fraction, 0, 1));
  }

  /** Names what stops the statement under way; called by engines. */
  public void interruptWith(Runnable action) {
    if (whole != null) {
      whole.interruptWith(action);
      return;
    }
    interrupt.set(action);
    if (cancelled) {
      action.run();
    }
  }
}
