package dev.assay.source.excel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** The rows of a sheet of the binary format, gathered from its records and put in order. */
final class XlsRows implements SheetRows {
  private record Cell(int column, byte[] value, CellFormat format) {}

  private final String workbook;
  private final SSTRecord strings;
  private final List<CellFormat> formats;
  private final boolean date1904;
  private final TreeMap<Integer, List<Cell>> rows = new TreeMap<>();
  private final Map<Integer, byte[]> shared = new HashMap<>();
  private final List<Merge> merges = new ArrayList<>();
  private FormulaRecord awaitingText;
  private Iterator<Map.Entry<Integer, List<Cell>>> reading;
  private int given;

  XlsRows(String workbook, SSTRecord strings, List<CellFormat> formats, boolean date1904) {
    this.workbook = workbook;
    this.strings = strings;
    this.formats = formats;
    this.date1904 = date1904;
  }

  /** Takes a record of the sheet. */
  void take(Record record) {
    switch (record) {
      case NumberRecord number -> number(number, number.getValue());
      case LabelSSTRecord label -> add(label, shared(label.getSSTIndex()), null);
      case LabelRecord label -> text(label, label.getValue());
      case BoolErrRecord cell when cell.isBoolean() -> truth(cell, cell.getBooleanValue());
      case BoolErrRecord cell -> text(cell, error(cell.getErrorValue()));
      case FormulaRecord formula -> formula(formula);
      case StringRecord string -> {
        if (awaitingText != null) {
          text(awaitingText, string.getString());
          awaitingText = null;
        }
      }
      case MergeCellsRecord merged -> {
        for (int i = 0; i < merged.getNumAreas(); i++) {
          CellRangeAddress area = merged.getAreaAt(i);
          merges.add(
              new Merge(
                  area.getFirstRow() + 1,
                  area.getLastRow() + 1,
                  area.getFirstColumn() + 1,
                  area.getLastColumn() + 1));
        }
      }
      default -> {
        // Looks, links and the like.
      }
    }
  }

  /** Cells share the bytes of a text that the file holds once. */
  private byte[] shared(int index) {
    if (strings == null || index < 0 || index >= strings.getNumUniqueStrings()) {
      throw Damage.of(workbook, "it has no text with the number " + index);
    }
    return shared.computeIfAbsent(
        index, _ -> strings.getString(index).getString().getBytes(StandardCharsets.UTF_8));
  }

  private void formula(FormulaRecord formula) {
    CellType type = formula.getCachedResultTypeEnum();
    if (type == CellType.BOOLEAN) {
      truth(formula, formula.getCachedBooleanValue());
    } else if (type == CellType.ERROR) {
      text(formula, error(formula.getCachedErrorValue()));
    } else if (type == CellType.STRING) {
      // An empty result is followed by no text.
      text(formula, "");
      awaitingText = formula;
    } else {
      number(formula, formula.getValue());
    }
  }

  private void truth(CellValueRecordInterface cell, boolean value) {
    byte[] text = (value ? "TRUE" : "FALSE").getBytes(StandardCharsets.UTF_8);
    add(cell, text, CellFormat.BOOLEAN);
  }

  private static String error(int code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR!";
  }

  private void number(CellValueRecordInterface cell, double value) {
    int style = cell.getXFIndex();
    CellFormat format =
        style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.GENERAL;
    CellText text = new CellText().append(NumberText.of(value));
    boolean timed = format.kind().ordinal() >= CellFormat.Kind.DATE.ordinal();
    // A time needs all digits that are stored.
    CellText stored = timed ? new CellText().append(Double.toString(value)) : text;
    add(cell, format.render(stored, date1904), format);
  }

  private void text(CellValueRecordInterface cell, String text) {
    add(cell, (text == null ? "" : text).getBytes(StandardCharsets.UTF_8), null);
  }

  private void add(CellValueRecordInterface cell, byte[] value, CellFormat format) {
    rows.computeIfAbsent(cell.getRow() + 1, _ -> new ArrayList<>())
        .add(new Cell(cell.getColumn(), value, format));
  }

  @Override
  public boolean next(SheetRow row) {
    if (reading == null) {
      reading = rows.entrySet().iterator();
    }
    if (!reading.hasNext()) {
      return false;
    }
    Map.Entry<Integer, List<Cell>> entry = reading.next();
    row.begin(entry.getKey());
    // Where a cell is written twice, what was written last counts, as in Excel.
    entry.getValue().forEach(cell -> row.set(cell.column(), cell.value(), cell.format()));
    given++;
    return true;
  }

  @Override
  public void outline() {
    // Everything is in memory already.
  }

  @Override
  public List<Merge> merges() {
    return merges;
  }

  @Override
  public int promisedRows() {
    return rows.size();
  }

  @Override
  public int promisedColumns() {
    return 0;
  }

  @Override
  public double progress() {
    return rows.isEmpty() ? 1 : (double) given / rows.size();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
