package dev.assay.source.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A workbook in the binary format of Excel 97 to 2003. The sheet that is read is held in memory:
 * some programs write cells out of order, and the format ends at 65,536 rows of 256 cells.
 */
final class XlsWorkbook implements Workbook {
  private static final Set<String> STREAMS = Set.of("workbook", "book");

  private final String name;
  private final POIFSFileSystem files;
  private final String stream;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<CellFormat> formats = new ArrayList<>();
  private SSTRecord strings;
  private boolean date1904;

  private XlsWorkbook(String name, POIFSFileSystem files) {
    this.name = name;
    this.files = files;
    DirectoryNode root = files.getRoot();
    if (root.hasEntry("EncryptedPackage")) {
      throw Damage.locked(name);
    }
    this.stream =
        root.getEntryNames().stream()
            .filter(entry -> STREAMS.contains(entry.toLowerCase(java.util.Locale.ROOT)))
            .max(Comparator.comparing(String::length))
            .orElseThrow(() -> OtherFiles.refuse(name, "no workbook but another Office file"));
  }

  static XlsWorkbook open(String name, Path file) throws IOException {
    POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
    try {
      XlsWorkbook workbook = new XlsWorkbook(name, files);
      workbook.read();
      return workbook;
    } catch (EncryptedDocumentException _) {
      files.close();
      throw Damage.locked(name);
    } catch (OldExcelFormatException _) {
      files.close();
      throw OtherFiles.refuse(name, "a workbook of Excel 95 or older");
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  private void read() throws IOException {
    List<BoundSheetRecord> bound = new ArrayList<>();
    List<Integer> kinds = new ArrayList<>();
    Map<Integer, CellFormat> own = new HashMap<>();
    List<Integer> styles = new ArrayList<>();
    int depth = 0;
    try (InputStream in = files.createDocumentInputStream(stream)) {
      RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
      for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
        switch (record) {
          case BOFRecord begin -> {
            if (depth++ == 0) {
              kinds.add(begin.getType());
            }
          }
          case EOFRecord _ -> depth--;
          case BoundSheetRecord sheet -> bound.add(sheet);
          case DateWindow1904Record window -> date1904 = window.getWindowing() == 1;
          case FormatRecord format ->
              own.put(format.getIndexCode(), CellFormat.of(format.getFormatString()));
          case ExtendedFormatRecord style -> styles.add((int) style.getFormatIndex());
          case SSTRecord texts -> strings = texts;
          default -> {
            // Cells come when their sheet is read.
          }
        }
      }
    }
    for (int id : styles) {
      formats.add(own.containsKey(id) ? own.get(id) : CellFormat.known(id));
    }
    addSheets(bound, kinds);
  }

  /** The streams of the sheets follow that of the workbook in the order of their places. */
  private void addSheets(List<BoundSheetRecord> bound, List<Integer> kinds) {
    List<BoundSheetRecord> placed = new ArrayList<>(bound);
    placed.sort(Comparator.comparing(BoundSheetRecord::getPositionOfBof));
    Set<Integer> worksheets = new HashSet<>();
    Stream.iterate(1, i -> i < kinds.size(), i -> i + 1)
        .filter(i -> kinds.get(i) == BOFRecord.TYPE_WORKSHEET)
        .forEach(worksheets::add);
    for (BoundSheetRecord sheet : bound) {
      int number = placed.indexOf(sheet) + 1;
      if (worksheets.contains(number)) {
        Visibility visibility =
            sheet.isVeryHidden()
                ? Visibility.VERY_HIDDEN
                : sheet.isHidden() ? Visibility.HIDDEN : Visibility.VISIBLE;
        sheets.add(new Sheet(sheet.getSheetname(), visibility, Integer.toString(number)));
      }
    }
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public boolean date1904() {
    return date1904;
  }

  @Override
  public boolean isSmall(Sheet sheet) {
    return true;
  }

  @Override
  public SheetRows rows(Sheet sheet) throws IOException {
    XlsRows rows = new XlsRows(name, strings, formats, date1904);
    int wanted = Integer.parseInt(sheet.place());
    int number = -1;
    int depth = 0;
    try (InputStream in = files.createDocumentInputStream(stream)) {
      RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
      for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
        if (record instanceof BOFRecord && depth++ == 0) {
          number++;
        } else if (record instanceof EOFRecord) {
          depth--;
        } else if (number == wanted && depth == 1) {
          rows.take(record);
        }
      }
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
