package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Landing;
import dev.assay.source.ConnectionLost;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader;
import dev.assay.source.TableReader;
import dev.assay.source.bigquery.BigQuery;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same against an emulator of BigQuery without the Storage Read API. */
class BigQueryOverRestTest extends BigQueryTest {
  @Override
  String project() {
    return "through-rest";
  }

  @Override
  Set<Cannot> cannot() {
    return EnumSet.of(Cannot.REFUSE_A_PASSWORD, Cannot.BE_WRITTEN_MEANWHILE);
  }

  @Override
  RelationReader reader() {
    return new BigQuery(Map.of());
  }

  /** Pages have no snapshot: what was written meanwhile is noticed, and read anew. */
  @Test
  void noticesThatATableChangesWhileItIsRead() throws Exception {
    execute("CREATE TABLE shifting (id INTEGER)", "INSERT INTO shifting " + numbers(20_000));
    Landing landing = reader().look(login(), table("shifting"));
    try (TableReader rows = reader().open(login(), table("shifting"), landing, Optional.empty())) {
      RecordBatch batch = new RecordBatch(1, 100);
      assertThat(rows.next(batch)).isTrue();
      execute("DELETE FROM shifting WHERE id > 15000");
      assertThatThrownBy(
              () -> {
                do {
                  batch.clear();
                } while (rows.next(batch));
              })
          .isInstanceOf(ConnectionLost.class)
          .hasMessageContaining("changed while it was read");
    }
  }
}
