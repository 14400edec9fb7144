package dev.assay.source;

import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import java.util.List;

/**
 * A kind of file. Every method throws {@link dev.assay.model.UserError} with one sentence for a
 * file that is broken, bombed or locked.
 */
public interface FileFormat {
  /** Whether a file that begins with {@code head} and is called {@code name} is of this kind. */
  boolean recognises(byte[] head, String name);

  /** The tables in it, in the file's order; never empty. */
  List<FoundTable> tables(Content content);

  /**
   * How one of its tables is landed.
   *
   * @param table the found table's name, null where there is but one
   */
  Landing look(Content content, String table, DialectOverrides overrides);

  /** A kind whose records are read one by one; delimited text is cut in blocks instead. */
  interface OfRecords extends FileFormat {
    /**
     * Opens a table as {@code landing} says; the reader closes {@code content}.
     *
     * @param malformed takes what is no record; such a thing is in no batch
     */
    TableReader open(Content content, String table, Landing landing, Malformed.Sink malformed);
  }
}
