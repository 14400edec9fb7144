package dev.assay.source.database;

import dev.assay.source.RelationReader;
import dev.assay.source.bigquery.BigQuery;
import java.util.Map;

/** The same against an emulator of BigQuery without the Storage Read API. */
class BigQueryOverRestTest extends BigQueryTest {
  @Override
  String project() {
    return "through-rest";
  }

  @Override
  RelationReader reader() {
    return new BigQuery(Map.of());
  }
}
