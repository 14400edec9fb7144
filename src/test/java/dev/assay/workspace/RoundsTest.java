package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Build;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Layer;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings;
import dev.assay.model.SyncSettings.Schedule;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When sources sync by themselves. Nothing here waits: the clock is set by hand. */
class RoundsTest {
  private static final Instant ADDED = Instant.parse("2026-03-01T00:00:00Z");
  private static final Schedule MORNINGS = new Schedule("30 6 * * *", "Europe/Lisbon");

  @TempDir Path folder;
  private Instant now = ADDED;
  private final Desk desk = new Desk();
  private Rounds rounds = new Rounds(desk, new HandSet());

  /** A clock that stands still until it is set. */
  private final class HandSet extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** A workspace of sources of which only is known what a round needs. */
  private static final class Desk implements Rounds.Doing {
    final List<Sources.Kept> sources = new ArrayList<>();
    final List<String> synced = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final Set<String> busy = new HashSet<>();
    UserError refusal;

    @Override
    public List<Sources.Kept> sources() {
      return List.copyOf(sources);
    }

    @Override
    public boolean busy(String sourceId) {
      return busy.contains(sourceId);
    }

    @Override
    public Build sync(Sources.Kept kept) {
      if (refusal != null) {
        throw refusal;
      }
      synced.add(kept.source().id());
      return build(kept.source().id());
    }

    @Override
    public Build failed(Sources.Kept kept, UserError error) {
      failures.add(kept.source().id() + ": " + error.getMessage());
      return build(kept.source().id());
    }

    @Override
    public Build build(String id) {
      return new Build(
          id,
          id,
          Layer.BRONZE,
          "sync",
          "ready",
          null,
          null,
          1,
          List.of(),
          null,
          null,
          0,
          ADDED,
          ADDED);
    }
  }

  private Sources.Kept kept(
      String id, Origin origin, Schedule schedule, boolean watch, Instant at) {
    SyncSettings usual = SyncSettings.usual();
    SyncSettings settings =
        new SyncSettings(
            usual.mode(),
            null,
            schedule,
            watch,
            usual.downstream(),
            usual.contract(),
            usual.keptLoads());
    return new Sources.Kept(
        new Source(id, id, id, origin, ADDED),
        null,
        DialectOverrides.NONE,
        null,
        settings,
        List.of(),
        null,
        at);
  }

  private void scheduled(Schedule schedule, Instant syncedAt) {
    desk.sources.clear();
    desk.sources.add(kept("orders", new Origin.Folder("/x", "*.csv"), schedule, false, syncedAt));
  }

  private List<String> roundAt(String time) {
    now = Instant.parse(time);
    desk.synced.clear();
    rounds.round();
    return List.copyOf(desk.synced);
  }

  @Test
  void aSourceSyncsAtItsTimeInItsZone() {
    scheduled(MORNINGS, Instant.parse("2026-03-28T12:00:00Z"));
    assertThat(roundAt("2026-03-28T13:00:00Z")).isEmpty();
    // Summer time begins in Lisbon in this night: 06:30 there is 05:30 in UTC from now on.
    assertThat(roundAt("2026-03-29T05:29:58Z")).isEmpty();
    assertThat(roundAt("2026-03-29T05:30:00Z")).containsExactly("orders");
    assertThat(roundAt("2026-03-29T05:30:02Z")).isEmpty();
    assertThat(roundAt("2026-03-30T05:30:00Z")).containsExactly("orders");
  }

  @Test
  void whatWasMissedWhileNothingServedIsMadeUpOnce() {
    scheduled(MORNINGS, Instant.parse("2026-03-02T06:31:00Z"));
    assertThat(roundAt("2026-03-09T10:00:00Z")).containsExactly("orders");
    assertThat(roundAt("2026-03-09T10:00:02Z")).isEmpty();
    rounds = new Rounds(desk, new HandSet());
    scheduled(MORNINGS, Instant.parse("2026-03-09T10:00:00Z"));
    assertThat(roundAt("2026-03-09T11:00:00Z")).isEmpty();
  }

  @Test
  void aScheduleThatIsMadeNowHasMissedNothing() {
    scheduled(null, Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(roundAt("2026-03-09T10:00:00Z")).isEmpty();
    scheduled(MORNINGS, Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(roundAt("2026-03-09T10:00:02Z")).isEmpty();
    assertThat(roundAt("2026-03-10T06:30:00Z")).containsExactly("orders");
  }

  @Test
  void noSourceSyncsTwiceAtOnce() {
    scheduled(MORNINGS, Instant.parse("2026-03-02T07:00:00Z"));
    desk.busy.add("orders");
    assertThat(roundAt("2026-03-03T06:30:00Z")).isEmpty();
    desk.busy.clear();
    assertThat(roundAt("2026-03-03T06:31:00Z")).containsExactly("orders");
    desk.busy.add("orders");
    assertThat(roundAt("2026-03-04T06:30:00Z")).isEmpty();
    desk.busy.clear();
    // The sync that was under way was somebody else's and has looked at the origin.
    scheduled(MORNINGS, Instant.parse("2026-03-04T06:30:30Z"));
    assertThat(roundAt("2026-03-04T06:31:00Z")).isEmpty();
  }

  @Test
  void aSyncThatCannotBeginIsSeenAndTriedAgainAtTheNextTime() {
    scheduled(MORNINGS, Instant.parse("2026-03-02T07:00:00Z"));
    desk.refusal = UserError.notFound("There is no file.");
    assertThat(roundAt("2026-03-03T06:30:00Z")).isEmpty();
    assertThat(roundAt("2026-03-03T06:30:02Z")).isEmpty();
    assertThat(desk.failures).containsExactly("orders: There is no file.");
    desk.refusal = null;
    assertThat(roundAt("2026-03-04T06:30:00Z")).containsExactly("orders");
  }

  private Origin.File file(Path path) {
    return new Origin.File(path.toString(), "a.csv", false, 0, ADDED);
  }

  @Test
  void aWatchedFileSyncsWhenItHasChangedAndIsAtRest() throws IOException {
    Path path = Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    desk.sources.add(kept("a", file(path), null, true, ADDED));
    assertThat(roundAt("2026-03-02T00:00:00Z")).isEmpty();
    assertThat(roundAt("2026-03-02T00:00:02Z")).containsExactly("a");
    assertThat(roundAt("2026-03-02T00:00:04Z")).isEmpty();
    Files.writeString(path, "a\n1\n2\n");
    assertThat(roundAt("2026-03-02T00:00:06Z")).isEmpty();
    Files.writeString(path, "a\n1\n2\n3\n");
    assertThat(roundAt("2026-03-02T00:00:08Z")).isEmpty();
    assertThat(roundAt("2026-03-02T00:00:10Z")).containsExactly("a");
    Files.delete(path);
    assertThat(roundAt("2026-03-02T00:00:12Z")).isEmpty();
    assertThat(roundAt("2026-03-02T00:00:14Z")).isEmpty();
  }

  @Test
  void aWatchedFolderSyncsWhenAFileThatIsMeantComes() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    desk.sources.add(kept("f", new Origin.Folder(folder.toString(), "*.csv"), null, true, ADDED));
    roundAt("2026-03-02T00:00:00Z");
    assertThat(roundAt("2026-03-02T00:00:02Z")).containsExactly("f");
    Files.writeString(folder.resolve("notes.txt"), "not meant");
    roundAt("2026-03-02T00:00:04Z");
    assertThat(roundAt("2026-03-02T00:00:06Z")).isEmpty();
    Files.writeString(folder.resolve("b.csv"), "a\n2\n");
    roundAt("2026-03-02T00:00:08Z");
    assertThat(roundAt("2026-03-02T00:00:10Z")).containsExactly("f");
  }

  @Test
  void aFileThatIsNotWatchedIsLeftAlone() throws IOException {
    Path path = Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    desk.sources.add(kept("a", file(path), null, false, ADDED));
    roundAt("2026-03-02T00:00:00Z");
    assertThat(roundAt("2026-03-02T00:00:02Z")).isEmpty();
  }

  @Test
  void aWrongScheduleIsSaidInASentence() {
    Schedules.check(MORNINGS);
    Schedules.check(new Schedule("*/15 8-18 * * MON-FRI", "UTC"));
    for (String[] wrong :
        new String[][] {
          {"61 * * * *", "UTC", "Value 61 not in range [0, 59]."},
          {"* * * * MUN", "UTC", "'MUN' is out of place."},
          {"* * * *", "UTC", "five fields"},
          {"", "UTC", "five fields"},
          {"@daily", "UTC", "five fields"},
          {"0 0 30 2 *", "UTC", "a day that never comes"},
          {"0 0 * * *", "Lisbon", "There is no time zone 'Lisbon'"},
          {"0 0 * * *", " ", "Give the schedule's time zone"}
        }) {
      assertThatThrownBy(() -> Schedules.check(new Schedule(wrong[0], wrong[1])))
          .as(wrong[0] + " " + wrong[1])
          .isInstanceOf(UserError.class)
          .hasMessageContaining(wrong[2]);
    }
  }
}
