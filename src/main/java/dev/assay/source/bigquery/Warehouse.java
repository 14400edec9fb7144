package dev.assay.source.bigquery;

import com.google.api.services.bigquery.model.DatasetList;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableConstraints;
import com.google.api.services.bigquery.model.TableList;
import com.google.api.services.bigquery.model.TableReference;
import dev.assay.model.FoundTable;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a project holds. */
final class Warehouse {
  private static final long PAGE = 1000;
  private static final int AT_ONCE = 8;

  /** Of so many tables the rows are asked for; each is a request of its own. */
  private static final int MOST_ASKED = 500;

  private final Rest rest;

  Warehouse(Rest rest) {
    this.rest = rest;
  }

  /** A dataset may be of another project: {@code bigquery-public-data.samples}. */
  static TableReference reference(String project, Relation.Table table) {
    String schema = table.schema() == null ? "" : table.schema();
    int dot = schema.lastIndexOf('.');
    String dataset = schema.substring(dot + 1);
    if (dataset.isBlank() || table.name() == null || table.name().isBlank()) {
      throw UserError.invalid("A table of BigQuery is named with its dataset: dataset.table.");
    }
    return new TableReference()
        .setProjectId(dot < 0 ? project : schema.substring(0, dot))
        .setDatasetId(dataset)
        .setTableId(table.name());
  }

  static Table table(Rest rest, TableReference table) throws IOException {
    return rest.ask(api ->
        api.tables().get(table.getProjectId(), table.getDatasetId(), table.getTableId()).execute());
  }

  /** What changes whenever a table does. */
  static String state(Table table) {
    return table.getLastModifiedTime() + "/" + table.getNumRows() + "/" + table.getNumBytes();
  }

  /** Views and tables that lie elsewhere are read through a query. */
  static boolean isStored(Table table) {
    return switch (table.getType() == null ? "TABLE" : table.getType()) {
      case "TABLE", "SNAPSHOT" -> true;
      default -> false;
    };
  }

  List<FoundTable> tables() throws IOException {
    List<TableList.Tables> listed = new ArrayList<>();
    for (String dataset : datasets()) {
      String token = null;
      do {
        String page = token;
        TableList list =
            rest.ask(api ->
                api.tables()
                    .list(rest.project(), dataset)
                    .setMaxResults(PAGE)
                    .setPageToken(page)
                    .execute());
        if (list.getTables() != null) {
          listed.addAll(list.getTables());
        }
        token = list.getNextPageToken();
      } while (token != null && !token.isEmpty());
    }
    return described(listed);
  }

  private List<String> datasets() throws IOException {
    List<String> datasets = new ArrayList<>();
    String token = null;
    do {
      String page = token;
      DatasetList list =
          rest.ask(api ->
              api.datasets().list(rest.project()).setMaxResults(PAGE).setPageToken(page).execute());
      if (list.getDatasets() != null) {
        list.getDatasets()
            .forEach(found -> datasets.add(found.getDatasetReference().getDatasetId()));
      }
      token = list.getNextPageToken();
    } while (token != null && !token.isEmpty());
    return datasets;
  }

  /** Asks for several at once: a list says nothing of rows and keys. */
  private List<FoundTable> described(List<TableList.Tables> listed) throws IOException {
    try (ExecutorService asking =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<FoundTable>> answers = new ArrayList<>();
      for (int i = 0; i < listed.size(); i++) {
        TableList.Tables entry = listed.get(i);
        boolean ask = i < MOST_ASKED;
        answers.add(
            asking.submit(() ->
                ask
                    ? found(table(rest, entry.getTableReference()))
                    : new FoundTable(
                        entry.getTableReference().getDatasetId(),
                        entry.getTableReference().getTableId(),
                        kind(entry.getType()))));
      }
      List<FoundTable> found = new ArrayList<>();
      for (Future<FoundTable> answer : answers) {
        try {
          found.add(answer.get());
        } catch (ExecutionException e) {
          asking.shutdownNow();
          if (e.getCause() instanceof IOException refused) {
            throw refused;
          }
          throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
          asking.shutdownNow();
          Thread.currentThread().interrupt();
          throw new java.io.InterruptedIOException("cancelled");
        }
      }
      return found;
    }
  }

  private FoundTable found(Table table) {
    TableConstraints keys = table.getTableConstraints();
    boolean stored = isStored(table);
    return new FoundTable(
        table.getTableReference().getDatasetId(),
        table.getTableReference().getTableId(),
        kind(table.getType()),
        stored && table.getNumRows() != null ? table.getNumRows().longValue() : null,
        stored && table.getNumRows() != null && table.getStreamingBuffer() == null,
        keys == null || keys.getPrimaryKey() == null
            ? List.of()
            : keys.getPrimaryKey().getColumns(),
        keys == null || keys.getForeignKeys() == null
            ? List.of()
            : keys.getForeignKeys().stream().map(this::foreignKey).toList(),
        null);
  }

  private FoundTable.ForeignKey foreignKey(TableConstraints.ForeignKeys key) {
    TableConstraints.ForeignKeys.ReferencedTable other = key.getReferencedTable();
    String schema =
        rest.project().equals(other.getProjectId()) || other.getProjectId() == null
            ? other.getDatasetId()
            : other.getProjectId() + "." + other.getDatasetId();
    return new FoundTable.ForeignKey(
        key.getColumnReferences().stream()
            .map(TableConstraints.ForeignKeys.ColumnReferences::getReferencingColumn)
            .toList(),
        schema,
        other.getTableId(),
        key.getColumnReferences().stream()
            .map(TableConstraints.ForeignKeys.ColumnReferences::getReferencedColumn)
            .toList());
  }

  private static FoundTable.Kind kind(String type) {
    return type != null && type.contains("VIEW") ? FoundTable.Kind.VIEW : FoundTable.Kind.TABLE;
  }
}
