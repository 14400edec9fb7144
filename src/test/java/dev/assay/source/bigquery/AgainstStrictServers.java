package dev.assay.source.bigquery;

import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader.Since;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A table of types at their bounds, on servers that fail when they are told to. */
abstract class AgainstStrictServers {
  static final Relation.Table EVERY = new Relation.Table("d", "every");
  static final Relation.Query QUERY = new Relation.Query("SELECT * FROM d.every");

  StrictServer server;
  StrictStorage storage;

  @BeforeEach
  void start() throws IOException {
    server = new StrictServer();
    storage = new StrictStorage();
  }

  @AfterEach
  void stop() {
    server.close();
    storage.close();
  }

  static BigQuery rest(String... environment) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    return new BigQuery(variables);
  }

  final BigQuery streams(String... environment) {
    List<String> all = new ArrayList<>(List.of(Limits.STORAGE, storage.address()));
    all.addAll(Arrays.asList(environment));
    return rest(all.toArray(String[]::new));
  }

  static final List<List<String>> ROWS =
      List.of(
          Arrays.asList(
              "57896044618658097711785492504343953926.34992332820282019728792003956564819967",
              "1.5",
              "1-2 3 4:5:6.7",
              "0001-01-01 00:00:00+00",
              "0001-01-01 00:00:00",
              "23:59:59.999999",
              "0001-01-01",
              "true",
              "0.1",
              "-9223372036854775808",
              "",
              "",
              "[2024-01-01, UNBOUNDED)",
              "[{\"price\":1.5,\"tags\":[\"a\",\"b\\\"\"],\"note\":{\"x\":[1]}},"
                  + "{\"price\":null,\"tags\":[],\"note\":null}]"),
          Arrays.asList(
              "-57896044618658097711785492504343953926.34992332820282019728792003956564819967",
              "-0.000000001",
              "-0-1 -2 -0:0:1.5",
              "9999-12-31 23:59:59.999999+00",
              "2024-03-31 02:30:00.1",
              "00:00:00",
              "9999-12-31",
              "false",
              "NaN",
              "9223372036854775807",
              "«ü» 𝄞",
              "00ff",
              "[UNBOUNDED, 2024-01-01)",
              "[]"),
          Arrays.asList(
              "0",
              "100",
              "0-0 0 0:0:0",
              "1969-12-31 23:59:59.5+00",
              "2024-01-01 00:00:00",
              "12:30:00.12",
              "1970-01-01",
              "true",
              "-Infinity",
              "0",
              "a\nb",
              "61",
              "[2024-01-01, 2024-02-01)",
              "[{\"price\":2,\"tags\":[\"c\"],\"note\":null}]"),
          Arrays.asList(
              null, null, null, null, null, null, null, null, null, null, null, null, null, "[]"));

  final List<List<String>> rows(BigQuery reader, Relation relation) {
    return rows(reader, relation, reader.look(server.login(), relation), Optional.empty());
  }

  final List<List<String>> rows(
      BigQuery reader, Relation relation, Landing landing, Optional<Since> since) {
    List<List<String>> all = new ArrayList<>();
    int columns = landing.columns().size();
    try (TableReader rows = reader.open(server.login(), relation, landing, since)) {
      RecordBatch batch = new RecordBatch(columns, 3);
      while (rows.next(batch)) {
        for (int row = 0; row < batch.rows(); row++) {
          List<String> values = new ArrayList<>();
          for (int column = 0; column < columns; column++) {
            byte[] value = batch.value(row, column);
            values.add(value == null ? null : new String(value, StandardCharsets.UTF_8));
          }
          all.add(values);
        }
        batch.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
