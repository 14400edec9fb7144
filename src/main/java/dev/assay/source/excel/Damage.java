package dev.assay.source.excel;

import dev.assay.model.UserError;
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
          UserError.Kind.MACHINE,
          "The file " + workbook + " could not be read: " + e.getMessage() + ".",
          e);
    } catch (IOException | RuntimeException e) {
      // Parsers meet broken files with exceptions of every kind; none of them is a bug of ours.
      throw new UserError(UserError.Kind.INVALID, sentence(workbook, reason(e)), e);
    }
  }

  static UserError of(String workbook, String reason) {
    return UserError.invalid(sentence(workbook, reason));
  }

  static UserError locked(String workbook) {
    return UserError.invalid(
        "The workbook "
            + workbook
            + " is protected by a password. Save a copy without one and add that.");
  }

  private static String sentence(String workbook, String reason) {
    return "The workbook "
        + workbook
        + " is damaged ("
        + reason
        + "). Open it in Excel, save it as a new .xlsx and add that.";
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) {
      return "it ends or breaks off in the middle";
    }
    String line = message.lines().findFirst().orElse("").strip();
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
