package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.build.Builds;
import dev.assay.model.Build;
import dev.assay.model.Layer;
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.sql.DuckDbDialect;
import dev.assay.store.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds over a real workspace. */
class SelfSyncingTest {
  @TempDir Path folder;

  @Test
  void aWatchedFileLandsAgainAndAFailureCanBeSeen() throws IOException {
    HeldFolder held = HeldFolder.take(folder.resolve("workspace"));
    DuckDbDialect dialect = new DuckDbDialect();
    SmallFeatures features = new SmallFeatures(held.engine(), dialect);
    Builds builds = new Builds(held.store(), held.engine(), dialect, features);
    try (LocalWorkspace workspace = new LocalWorkspace(held, dialect, builds, features)) {
      Path file = Files.writeString(folder.resolve("orders.csv"), "id\n1\n");
      Added added = workspace.add(List.of(file), AddOptions.NONE).getFirst();
      workspace.await(added.build().id(), Duration.ofMinutes(1), _ -> {});
      SyncSettings usual = SyncSettings.usual();
      held.store()
          .sources()
          .configure(
              "orders",
              new SyncSettings(
                  usual.mode(),
                  null,
                  null,
                  true,
                  usual.downstream(),
                  usual.contract(),
                  usual.keptLoads()));
      Rounds rounds = new Rounds(workspace.doing(), Clock.systemUTC());
      Files.writeString(file, "id\n1\n2\n3\n");
      rounds.round();
      rounds.round();
      builds
          .underWay("orders")
          .forEach(build -> workspace.await(build.id(), Duration.ofMinutes(1), _ -> {}));
      assertThat(workspace.show("orders", Layer.BRONZE, null, 10, 0).total()).isEqualTo(3);

      Sources.Kept kept = workspace.doing().sources().getFirst();
      Build failed = workspace.doing().failed(kept, UserError.notFound("There is no file."));
      Build seen = workspace.await(failed.id(), Duration.ofMinutes(1), _ -> {});
      assertThat(seen.status()).isEqualTo("error");
      assertThat(seen.error()).contains("There is no file.");
    }
  }
}
