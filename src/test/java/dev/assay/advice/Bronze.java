package dev.assay.advice;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Origin;
import dev.assay.model.Profile;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.profile.Profiler;
import dev.assay.sql.Dialect;
import dev.assay.sql.DuckDbDialect;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A small Bronze table in a real engine, with all that advises on it. */
final class Bronze implements AutoCloseable {
  static final Source SOURCE =
      new Source(
          "orders",
          "orders",
          "orders",
          new Origin.File("orders.csv", "orders.csv", false, 0, Instant.EPOCH),
          Instant.EPOCH);

  final Engine engine = DuckDbEngine.open(null, "512MB", 2);
  final Dialect dialect = new DuckDbDialect();
  final Profiler profiler = new Profiler(engine, dialect);
  final SilverAdvisor advisor = new SilverAdvisor(engine, dialect, profiler);
  final Settlement settlement = new Settlement(dialect, profiler);

  /** Lands rows; null is a missing cell. */
  Bronze land(List<String> columns, List<List<String>> rows) {
    StringBuilder create =
        new StringBuilder(
            "CREATE OR REPLACE TABLE bronze_orders_raw (_load_id BIGINT, _row_no BIGINT,"
                + " _loaded_at TIMESTAMP, _source_file VARCHAR, _row_hash VARCHAR");
    columns.forEach(
        column -> create.append(", ").append(dialect.identifier(column)).append(" VARCHAR"));
    engine.execute(create.append(")").toString(), Work.unwatched());
    for (int from = 0; from < rows.size(); from += 500) {
      StringBuilder insert = new StringBuilder("INSERT INTO bronze_orders_raw VALUES ");
      for (int i = from; i < Math.min(rows.size(), from + 500); i++) {
        insert
            .append(i == from ? "(1, " : ", (1, ")
            .append(i + 2)
            .append(", TIMESTAMP '2024-01-01 00:00:00', 'orders.csv', md5(")
            .append(dialect.literal(String.valueOf(rows.get(i))))
            .append(")");
        rows.get(i)
            .forEach(
                cell -> insert.append(", ").append(cell == null ? "NULL" : dialect.literal(cell)));
        insert.append(")");
      }
      engine.execute(insert.toString(), Work.unwatched());
    }
    return this;
  }

  /** Lands one column of texts. */
  Bronze land(String column, List<String> texts) {
    return land(List.of(column), texts.stream().map(Bronze::cell).toList());
  }

  private static List<String> cell(String text) {
    List<String> row = new ArrayList<>();
    row.add(text);
    return row;
  }

  /** Lands a CSV file of the test resources; an empty field is missing. */
  Bronze landFile(String resource, boolean header) {
    List<List<String>> records = read(resource);
    List<String> columns =
        header
            ? records.getFirst()
            : IntStream.rangeClosed(1, records.getFirst().size())
                .mapToObj(i -> "column_" + i)
                .toList();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> record : header ? records.subList(1, records.size()) : records) {
      List<String> row = new ArrayList<>();
      record.forEach(field -> row.add(field.isEmpty() ? null : field));
      rows.add(row);
    }
    return land(columns, rows);
  }

  static List<List<String>> read(String resource) {
    try (Reader reader =
            new InputStreamReader(
                Bronze.class.getResourceAsStream("/" + resource), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv = CsvReader.builder().detectBomHeader(false).ofCsvRecord(reader)) {
      return csv.stream()
          .map(CsvRecord::getFields)
          .map(fields -> fields.stream().map(field -> field.replace("\ufeff", "")).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Profile profile() {
    return profiler.measure("bronze_orders_raw", null, Work.unwatched());
  }

  SilverRecipe suggest() {
    return advisor.suggest(SOURCE, profile(), Work.unwatched());
  }

  /** The suggestion for the only column. */
  SilverColumn column() {
    return suggest().columns().getFirst();
  }

  SilverRecipe settle(String column, String choice) {
    Profile profile = profile();
    return settlement.settle(
        SOURCE,
        profile,
        advisor.suggest(SOURCE, profile, Work.unwatched()),
        column,
        choice,
        Work.unwatched());
  }

  /** Every column's suggested cast over all rows, in load order. */
  List<List<Object>> cast(SilverRecipe recipe) {
    String expressions =
        String.join(", ", recipe.columns().stream().map(SilverColumn::castExpression).toList());
    return engine
        .query("SELECT " + expressions + " FROM bronze_orders_raw ORDER BY _row_no")
        .rows();
  }

  static Optional<SilverColumn> named(SilverRecipe recipe, String name) {
    return recipe.columns().stream().filter(column -> column.silverName().equals(name)).findFirst();
  }

  @Override
  public void close() {
    engine.close();
  }
}
