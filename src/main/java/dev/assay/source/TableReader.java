package dev.assay.source;

import java.io.IOException;

/**
 * The records of one table, in order, every value as text. Used by one thread at a time; what
 * cannot be a row goes to the {@link Malformed.Sink} that it was opened with, or fails with {@link
 * dev.assay.model.UserError}.
 */
public interface TableReader extends AutoCloseable {
  /** Fills {@code batch} with the next records; false when there are none. */
  boolean next(RecordBatch batch) throws IOException;

  /** How much is read, from 0 to 1; a guess where the size is not known. */
  double progress();

  @Override
  void close() throws IOException;
}
