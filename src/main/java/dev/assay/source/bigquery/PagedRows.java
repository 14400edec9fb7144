package dev.assay.source.bigquery;

import com.google.api.services.bigquery.model.TableCell;
import com.google.api.services.bigquery.model.TableDataList;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Rows through the REST API, page by page. */
final class PagedRows implements TableReader {
  private static final long PAGE = 10_000;

  private final Rest rest;
  private final Refusals refusals;
  private final TableReference table;
  private final List<Column> columns;
  private final int[] order;
  private final String state;
  private Iterator<TableRow> page;
  private String token;
  private long read;
  private long total;
  private boolean ended;

  /**
   * @param columns as the table has them
   * @param order where among {@code columns} each of the landing's is
   * @param state of the table as it was before the first page; null for one that cannot change
   */
  PagedRows(
      Rest rest,
      Refusals refusals,
      TableReference table,
      List<Column> columns,
      int[] order,
      String state) {
    this.rest = rest;
    this.refusals = refusals;
    this.table = table;
    this.columns = columns;
    this.order = order;
    this.state = state;
  }

  @Override
  public boolean next(RecordBatch batch) {
    try {
      while (!ended && !batch.isFull()) {
        if (page == null || !page.hasNext()) {
          turn();
          continue;
        }
        List<TableCell> cells = page.next().getF();
        batch.begin(++read);
        for (int i = 0; i < order.length; i++) {
          Column column = columns.get(order[i]);
          batch.set(i, Values.text(column, RestValues.of(column, cells.get(order[i]).getV())));
        }
      }
      return batch.rows() > 0;
    } catch (IOException e) {
      throw refusals.whileReading(e);
    }
  }

  private void turn() throws IOException {
    if (page != null && token == null) {
      ended = true;
      if (read != total || !Objects.equals(state, state(rest, table, state))) {
        // Pages have no snapshot: what changed meanwhile is read anew.
        throw refusals.changed();
      }
      return;
    }
    TableDataList list =
        rest.ask(api ->
            api.tabledata()
                .list(table.getProjectId(), table.getDatasetId(), table.getTableId())
                .setMaxResults(PAGE)
                .setPageToken(token)
                .setFormatOptionsUseInt64Timestamp(true)
                .execute());
    long rows = list.getTotalRows() == null ? 0 : list.getTotalRows();
    if (page != null && rows != total) {
      throw refusals.changed();
    }
    total = rows;
    page = list.getRows() == null ? List.<TableRow>of().iterator() : list.getRows().iterator();
    token =
        list.getPageToken() == null || list.getPageToken().isEmpty() ? null : list.getPageToken();
  }

  /** What changes whenever the table does. */
  private static String state(Rest rest, TableReference table, String before) throws IOException {
    return before == null ? null : Warehouse.state(Warehouse.table(rest, table));
  }

  @Override
  public double progress() {
    return ended ? 1 : total == 0 ? 0 : Math.min(1, (double) read / total);
  }

  @Override
  public void close() {
    ended = true;
  }
}
