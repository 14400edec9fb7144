package dev.assay.engine;

import dev.assay.model.Rows;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A place where tables are kept and statements run; many threads may use it at once. */
public interface Engine extends AutoCloseable {

  /** Runs one statement made by us and commits it; returns the rows that it changed or made. */
  long execute(String statement, Work work);

  /**
   * Runs one statement made by us over rows that Java reads, such as {@code CREATE TABLE … AS
   * SELECT … FROM} them, and commits it; returns the rows that it made.
   *
   * @param statement makes the statement, given what to put after {@code FROM}
   */
  long land(RowSource rows, UnaryOperator<String> statement, Work work);

  /** Runs statements made by us in one transaction: all of them or none. */
  void transaction(List<String> statements, Work work);

  /** Reads all rows of a statement made by us; for small results. */
  Rows query(String select, Object... parameters);

  /** As {@link #query(String, Object...)}, cancellable and with progress; for long measurements. */
  Rows query(String select, Work work);

  /**
   * Reads within one read-only transaction: everything in it sees the same state. This is the
   * second wall: whatever a statement says, it cannot write, and the engine's configuration is
   * locked.
   */
  default <T> T reading(Function<Reader, T> read) {
    return reading(List.of(), read);
  }

  /**
   * As {@link #reading(Function)}, over a connection that sees more.
   *
   * @param temporary statements made by us that make temporary views, which this reader alone sees
   *     and which go before tables of the same name
   */
  <T> T reading(List<String> temporary, Function<Reader, T> read);

  /** The columns of a table in order, empty when there is no such table. */
  Optional<List<Rows.Column>> columns(String table);

  /** Compacts what builds have left behind; readers are not disturbed. */
  void checkpoint();

  @Override
  void close();

  /** Reads inside a read-only transaction. */
  interface Reader {
    /** Reads at most {@link Limits#rows()} rows; says whether there were more. */
    Rows read(String select, Limits limits, Object... parameters);

    /** The columns of a result, without reading any of it. */
    List<Rows.Column> columns(String select);

    /**
     * Hands every row to {@code consumer} without keeping them, each value as the engine writes it
     * in text, null where missing; stops at the limits. The fastest way out for many rows.
     */
    void texts(String select, Limits limits, TextConsumer consumer);
  }

  /** Takes the rows of a result one by one, as text. */
  interface TextConsumer {
    /** Called once, before the rows, with the names and types of the result itself. */
    void columns(List<Rows.Column> columns);

    /** One row, the consumer's to keep. */
    void row(String[] values);
  }

  /**
   * What a read may cost.
   *
   * @param rows at most this many
   * @param seconds at most this long
   */
  record Limits(long rows, int seconds) {
    /** For results that a page or a terminal shows. */
    public static final Limits INTERACTIVE = new Limits(1_000, 30);

    /** For a plan: short, and no table that a limit could be put around. */
    public static final Limits PLAN = new Limits(Long.MAX_VALUE, 30);

    /** For exports. */
    public static final Limits NONE = new Limits(Long.MAX_VALUE, Integer.MAX_VALUE);
  }
}
