package dev.assay.source.excel;

import java.io.IOException;
import java.util.List;

/** An open workbook. Used by one thread at a time. */
sealed interface Workbook extends AutoCloseable permits XlsxWorkbook, XlsWorkbook {
  /**
   * A sheet of cells; chart sheets are none.
   *
   * @param place where the workbook has it
   */
  record Sheet(String name, Visibility visibility, String place) {}

  /** Whether people see a sheet. */
  enum Visibility {
    VISIBLE,
    HIDDEN,
    VERY_HIDDEN
  }

  /** Its sheets, in the workbook's order. */
  List<Sheet> sheets();

  /** Whether dates count from 1904. */
  boolean date1904();

  /** Opens a sheet at its first row. */
  SheetRows rows(Sheet sheet) throws IOException;

  /** Whether looking at all of a sheet costs little. */
  boolean isSmall(Sheet sheet);

  @Override
  void close() throws IOException;
}
