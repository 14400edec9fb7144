package dev.assay.source.excel;

import dev.assay.model.Fact;
import dev.assay.model.UserError;
import dev.assay.source.Sentences;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** What is said of a workbook that cannot be read. */
final class Damage {
  /** Something that may fail in any way, as parsers of broken files do. */
  interface Reading<T> {
    T read() throws IOException;
  }

  /** Something that a workbook has far more of than any should. */
  static final class Excess extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param what follows "has", such as {@code a cell with more than …}
     */
    Excess(String what) {
      super(what);
    }
  }

  private Damage() {}

  /** Reads; whatever goes wrong becomes one sentence about the workbook. */
  static <T> T guard(String workbook, Reading<T> reading) {
    try {
      return reading.read();
    } catch (UserError e) {
      throw e;
    } catch (Excess e) {
      throw new UserError(
          UserError.Kind.INVALID,
          "The workbook "
              + workbook
              + " has "
              + e.getMessage()
              + ". Shorten what is in it and add the workbook again.",
          e);
    } catch (FileSystemException e) {
      throw new UserError(
          UserError.Kind.MACHINE, e, Sentences.FILE_UNREADABLE.with(workbook, e.getMessage()));
    } catch (IOException | RuntimeException e) {
      // Parsers meet broken files with exceptions of every kind; none of them is a bug of ours.
      throw new UserError(UserError.Kind.INVALID, e, fact(workbook, e));
    }
  }

  static UserError of(String workbook, String reason) {
    return UserError.invalid(Sentences.WORKBOOK_DAMAGED.with(workbook, reason));
  }

  static UserError locked(String workbook) {
    return UserError.invalid(Sentences.WORKBOOK_LOCKED.with(workbook));
  }

  private static Fact fact(String workbook, Exception e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) {
      return Sentences.WORKBOOK_BREAKS_OFF.with(workbook);
    }
    String line = message.lines().findFirst().orElse("").strip();
    return Sentences.WORKBOOK_DAMAGED.with(
        workbook, line.length() > 200 ? line.substring(0, 200) + "…" : line);
  }
}
