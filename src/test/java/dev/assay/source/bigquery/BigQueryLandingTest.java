package dev.assay.source.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.bronze.Landed;
import dev.assay.bronze.Lander;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Connection;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Relation;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.source.Origins;
import dev.assay.source.delimited.DelimitedText;
import dev.assay.source.packed.PackedFiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From BigQuery to Bronze. */
class BigQueryLandingTest extends AgainstStrictServers {
  @Test
  void everyRowLandsOnceThoughPagesAreRefusedInTheMiddle() {
    StrictServer.Fault[] always = new StrictServer.Fault[6];
    Arrays.fill(always, new StrictServer.Fault(503, "backendError"));
    server.failPagesAfterTheFirst(always);
    landsAllRowsOnce(rest(), EVERY);
    assertThat(server.seen)
        .as("pages from the beginning: twice")
        .filteredOn(
            seen -> seen.path().endsWith("/data") && !seen.parameters().containsKey("pageToken"))
        .hasSize(2);
  }

  @Test
  void aQuerysRowsLandThroughStreams() {
    storage.breaks.add(io.grpc.Status.UNAVAILABLE);
    landsAllRowsOnce(streams(), QUERY);
  }

  private void landsAllRowsOnce(BigQuery reader, Relation relation) {
    Origins origins =
        new Origins(
            new PackedFiles(),
            List.of(new DelimitedText()),
            Map.of(Connection.System.BIGQUERY, reader),
            _ -> server.login());
    Origin origin = new Origin.Database("strict", "bigquery://strict-project", relation);
    Landing landing = origins.look(origin, DialectOverrides.NONE);
    Source source = new Source("every", "every", "every", origin, Instant.EPOCH);
    Step.Land step = new Step.Land(source, landing, "bronze", "malformed");
    try (DuckDbEngine engine = DuckDbEngine.open(null, "1GB", 2)) {
      Landed landed =
          new Lander(engine, origins).land(step, 1, Instant.EPOCH, Work.unwatched()).getFirst();
      assertThat(landed.balances()).isTrue();
      assertThat(engine.query("SELECT whole, word, raw, items FROM bronze ORDER BY _row_no").rows())
          .containsExactlyElementsOf(
              ROWS.stream()
                  .map(row ->
                      Arrays.<Object>asList(row.get(9), row.get(10), row.get(11), row.get(13)))
                  .toList());
    }
  }
}
