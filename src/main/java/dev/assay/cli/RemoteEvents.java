package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.Build;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Follows a build through the server's events. */
final class RemoteEvents {
  private static final TypeReference<Build> BUILD = new TypeReference<>() {};
  private final Wire wire;

  RemoteEvents(Wire wire) {
    this.wire = wire;
  }

  /**
   * Hands every state to {@code watcher} until the build has ended or the time is over.
   *
   * @return the last state seen, or empty when none was
   */
  Optional<Build> follow(String id, Duration atMost, Consumer<Build> watcher) {
    Build last = null;
    AtomicBoolean over = new AtomicBoolean();
    try (InputStream in = wire.stream("/api/builds/" + Wire.encoded(id) + "/events")) {
      Thread clock = Thread.ofVirtual().start(() -> closeAfter(atMost, in, over));
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data: ")) {
            last = Wire.parse(line.substring("data: ".length()), BUILD);
            watcher.accept(last);
          }
        }
      } finally {
        clock.interrupt();
      }
    } catch (IOException e) {
      if (!over.get()) {
        throw Wire.gone(e);
      }
    }
    return Optional.ofNullable(last);
  }

  private static void closeAfter(Duration time, InputStream in, AtomicBoolean over) {
    try {
      Thread.sleep(time);
      over.set(true);
      in.close();
    } catch (InterruptedException | IOException _) {
      // Interrupted: the events ended in time. Not closed: the reader sees the end anyway.
    }
  }
}
