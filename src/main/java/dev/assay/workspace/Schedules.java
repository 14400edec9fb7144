package dev.assay.workspace;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.assay.model.SyncSettings.Schedule;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When sources sync by themselves. A run that was missed while nothing served is made up once,
 * however many were missed; the settings themselves are the only thing that is stored.
 */
final class Schedules {
  private final Clock clock;

  /** The schedules as last seen, each with the moment since which its runs count. */
  private final Map<String, Since> seen = new HashMap<>();

  private boolean first = true;

  Schedules(Clock clock) {
    this.clock = clock;
  }

  private record Since(Schedule schedule, Instant from) {}

  /**
   * The sources whose time has come since they last synced; each is named once for all the runs
   * that it has missed.
   */
  List<Sources.Kept> due(List<Sources.Kept> sources) {
    Instant now = clock.instant();
    Set<String> scheduled = new HashSet<>();
    List<Sources.Kept> due =
        sources.stream()
            .filter(kept -> kept.settings().schedule() != null)
            .filter(kept -> {
              scheduled.add(kept.source().id());
              return isDue(kept, now);
            })
            .toList();
    seen.keySet().retainAll(scheduled);
    first = false;
    return due;
  }

  private boolean isDue(Sources.Kept kept, Instant now) {
    String id = kept.source().id();
    Schedule schedule = kept.settings().schedule();
    Since since = seen.get(id);
    if (since == null || !since.schedule().equals(schedule)) {
      // One that was made while this serves begins now; one from before may have missed runs.
      since = new Since(schedule, first ? kept.source().createdAt() : now);
      seen.put(id, since);
    }
    Instant last = later(since.from(), kept.syncedAt());
    return next(schedule, last).filter(run -> !run.isAfter(now)).isPresent();
  }

  /** Counts the runs up to now as made, whatever became of them. */
  void started(Sources.Kept kept) {
    seen.put(kept.source().id(), new Since(kept.settings().schedule(), clock.instant()));
  }

  private static Instant later(Instant one, Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }

  /** The first run after a moment, or empty for a schedule that can no longer be read. */
  static Optional<Instant> next(Schedule schedule, Instant after) {
    try {
      ZonedDateTime from = after.atZone(ZoneId.of(schedule.zone()));
      return ExecutionTime.forCron(cron(schedule))
          .nextExecution(from)
          .map(ZonedDateTime::toInstant);
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Throws UserError that says what is wrong with a schedule. */
  static void check(Schedule schedule) {
    String cron = schedule.cron() == null ? "" : schedule.cron().strip();
    if (cron.split("\\s+").length != 5) {
      throw UserError.invalid(Sentences.SCHEDULE_FIELDS.with(cron));
    }
    try {
      cron(schedule);
    } catch (IllegalArgumentException e) {
      throw UserError.invalid(Sentences.SCHEDULE_UNREADABLE.with(cron, sentence(e.getMessage())));
    }
    if (schedule.zone() == null || schedule.zone().isBlank()) {
      throw UserError.invalid(Sentences.SCHEDULE_ZONE_NEEDED.with());
    }
    try {
      ZoneId.of(schedule.zone());
    } catch (DateTimeException e) {
      throw UserError.invalid(Sentences.SCHEDULE_ZONE_UNKNOWN.with(schedule.zone()));
    }
    if (next(schedule, Instant.EPOCH).isEmpty()) {
      throw UserError.invalid(Sentences.SCHEDULE_NEVER.with(cron));
    }
  }

  private static Cron cron(Schedule schedule) {
    // Its parser remembers the last text, so that it must not be shared by threads.
    return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
        .parse(schedule.cron().strip())
        .validate();
  }

  /** The parser's words, without those that tell nothing. */
  private static String sentence(String message) {
    String plain = message.replace("Failed to parse cron expression. ", "");
    int odd = plain.indexOf("Invalid chars: ");
    if (odd >= 0) {
      return "'" + plain.substring(odd + "Invalid chars: ".length()).strip() + "' is out of place.";
    }
    return plain.endsWith(".") || plain.endsWith("!") ? plain : plain + ".";
  }
}
