package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.workspace.Workspace;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a build's progress to a person who watches, and cancels the build on Ctrl-C. */
final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final ProgressBar bar;
  private final String which;
  private final Thread interruption;

  private Progress(ProgressBar bar, String which, Thread interruption) {
    this.bar = bar;
    this.which = which;
    this.interruption = interruption;
  }

  static Progress on(Terminal terminal, Workspace workspace, Build build, String which) {
    Thread interruption =
        Thread.ofPlatform()
            .unstarted(() -> {
              workspace.cancel(build.id());
              workspace.await(build.id(), PATIENCE, _ -> {});
              terminal.err().println("\nCancelled. What was published before stays.");
            });
    if (!build.ended()) {
      Runtime.getRuntime().addShutdownHook(interruption);
    }
    return new Progress(terminal.errIsTerminal() ? bar(terminal) : null, which, interruption);
  }

  private static ProgressBar bar(Terminal terminal) {
    return new ProgressBarBuilder()
        .setInitialMax(1_000)
        .setStyle(ProgressBarStyle.ASCII)
        .hideEta()
        .setUpdateIntervalMillis(100)
        .clearDisplayOnFinish()
        .setConsumer(
            new DelegatingProgressBarConsumer(
                text -> terminal.err().print("\r" + text), Math.min(terminal.width() - 1, 100)) {
              @Override
              public void clear() {
                terminal.err().print("\r" + " ".repeat(terminal.width() - 1) + "\r");
              }
            })
        .build();
  }

  void show(Build build) {
    if (bar != null) {
      bar.setExtraMessage(" " + which + (build.step() == null ? "" : build.step()));
      bar.stepTo(Math.round(build.progress() * 1_000));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(interruption);
    } catch (IllegalStateException _) {
      // Ctrl-C is being served: the hook is at work and the program ends.
    }
  }
}
