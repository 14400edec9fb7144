package dev.assay.llm;

import dev.assay.engine.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long to wait before a busy model is asked again, and how often.
 *
 * @param attempts requests in all
 * @param first the first wait; each further one is twice as long
 * @param most no single wait is longer: a server that asks for more is not asked again
 */
record Patience(int attempts, Duration first, Duration most) {
  static final Patience USUAL = new Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(30));

  /** Empty where the server wants a longer pause than anybody would wait. */
  Optional<Duration> before(int nextAttempt, Optional<String> retryAfter) {
    Duration own = first.multipliedBy(1L << (nextAttempt - 2));
    Duration wished = retryAfter.flatMap(Patience::parse).orElse(own);
    return wished.compareTo(most) > 0 ? Optional.empty() : Optional.of(wished);
  }

  /** Seconds or a date, as RFC 9110 has it. */
  static Optional<Duration> parse(String retryAfter) {
    String text = retryAfter.strip();
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration until = Duration.between(Instant.now(), then);
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** Sleeps, and wakes at once when the work is cancelled. */
  static void sleep(Duration wait, Work work) {
    long until = System.nanoTime() + wait.toNanos();
    while (System.nanoTime() < until) {
      work.stopIfCancelled();
      try {
        Thread.sleep(Math.clamp((until - System.nanoTime()) / 1_000_000, 1, 100));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Work.Cancelled();
      }
    }
    work.stopIfCancelled();
  }
}
