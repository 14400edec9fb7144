package dev.assay.engine;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/**
 * The table function through which rows read in Java enter the warehouse.
 *
 * <p>It is registered once and told by a number which rows are meant, because a registered function
 * stays for good. A number is known only while its rows are being landed.
 */
final class DuckDbRows implements DuckDBTableFunction<DuckDbRows.Ticket, Boolean, RowSource.Part> {
  private static final String NAME = "assay_rows";

  /** A thread needs 32 KB per column for one chunk: wider tables than this have only one thread. */
  private static final int WIDE = 1_000;

  private final Map<Long, Ticket> tickets = new ConcurrentHashMap<>();
  private final AtomicLong next = new AtomicLong();
  private final int threads;

  DuckDbRows(int threads) {
    this.threads = threads;
  }

  /** Rows under way and what went wrong with them. */
  record Ticket(long number, RowSource source, AtomicReference<Throwable> failure) {
    /** How a statement reads the rows. */
    String from() {
      return NAME + "(" + number + ")";
    }
  }

  void register(Connection connection) throws SQLException {
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder.withName(NAME).withParameter(Long.class).withFunction(this).register(connection);
    }
  }

  Ticket admit(RowSource source) {
    Ticket ticket = new Ticket(next.incrementAndGet(), source, new AtomicReference<>());
    tickets.put(ticket.number(), ticket);
    return ticket;
  }

  void forget(Ticket ticket) {
    tickets.remove(ticket.number());
  }

  /** What ended a landing: the rows' own failure comes first, the engine's echo of it last. */
  static RuntimeException failure(Ticket ticket, SQLException e, Work work) {
    return switch (ticket.failure().get()) {
      case RuntimeException own -> own;
      case Error own -> throw own;
      case IOException own -> DuckDbErrors.translate(own);
      case null, default -> DuckDbEngine.failure(e, work);
    };
  }

  @Override
  public Ticket bind(DuckDBTableFunctionBindInfo info) throws SQLException {
    Ticket ticket = tickets.get(info.getParameter(0).getLong());
    if (ticket == null) {
      throw new SQLException("There are no rows to land under this number.");
    }
    for (RowSource.Column column : ticket.source().columns()) {
      Class<?> type =
          switch (column.kind()) {
            case TEXT -> String.class;
            case WHOLE_NUMBER -> Long.class;
          };
      info.addResultColumn(column.name(), type);
    }
    return ticket;
  }

  @Override
  public Boolean init(DuckDBTableFunctionInitInfo info) {
    Ticket ticket = info.getBindData();
    boolean wide = ticket.source().columns().size() > WIDE;
    info.setMaxThreads(wide ? 1 : threads);
    return Boolean.TRUE;
  }

  @Override
  public RowSource.Part localInit(DuckDBTableFunctionInitInfo info) {
    Ticket ticket = info.getBindData();
    return ticket.source().open();
  }

  // Whatever is thrown must be kept: the engine carries on only its message.
  @Override
  public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter writer)
      throws Exception {
    Ticket ticket = call.getBindData();
    RowSource.Part part = call.getLocalInitData();
    try {
      return part.next(new Chunk(writer));
    } catch (Exception | Error e) {
      ticket.failure().compareAndSet(null, e);
      throw e;
    }
  }

  private record Chunk(DuckDBDataChunkWriter writer) implements RowSource.Chunk {
    @Override
    public int capacity() {
      return (int) writer.capacity();
    }

    @Override
    public void text(int column, byte[][] values) {
      writer.vector(column).setStringUtf8Batch(0, values);
    }

    @Override
    public void wholeNumbers(int column, long[] values, int rows) {
      DuckDBWritableVector vector = writer.vector(column);
      for (int i = 0; i < rows; i++) {
        vector.setLong(i, values[i]);
      }
    }
  }
}
