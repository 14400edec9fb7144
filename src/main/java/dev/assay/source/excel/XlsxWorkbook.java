package dev.assay.source.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workbook as a zip of XML parts (ECMA-376, both its transitional and its strict form). */
final class XlsxWorkbook implements Workbook {
  private static final long SMALL = 16L << 20;
  private static final int MOST_FORMATS = 1 << 17;

  private final String name;
  private final Parts parts;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<CellFormat> formats = new ArrayList<>();
  private String strings;
  private boolean date1904;

  private XlsxWorkbook(String name, Parts parts) {
    this.name = name;
    this.parts = parts;
  }

  static XlsxWorkbook open(String name, Path file) throws IOException {
    Parts parts = new Parts(name, file);
    try {
      String main = OtherFiles.mainPart(name, parts);
      XlsxWorkbook workbook = new XlsxWorkbook(name, parts);
      workbook.read(main);
      return workbook;
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private void read(String main) throws IOException {
    Map<String, Relationship> related = Relationship.of(name, parts, main);
    try (Xml xml = new Xml(name, parts.open(main, Parts.SMALL))) {
      while (xml.nextStart()) {
        if (xml.is("workbookPr")) {
          // Extensions have a tag of this name too.
          date1904 |= xml.flag("date1904");
        } else if (xml.is("sheet")) {
          sheet(xml, related.get(xml.attribute("id")));
        }
      }
    }
    for (Relationship relationship : related.values()) {
      if (relationship.is("sharedStrings") && parts.has(relationship.target())) {
        strings = relationship.target();
      } else if (relationship.is("styles") && parts.has(relationship.target())) {
        styles(relationship.target());
      }
    }
  }

  private void sheet(Xml xml, Relationship relationship) {
    String sheet = xml.attribute("name");
    if (sheet == null || relationship == null || !relationship.is("worksheet")) {
      return;
    }
    String state = xml.attribute("state");
    Visibility visibility =
        "hidden".equals(state)
            ? Visibility.HIDDEN
            : "veryHidden".equals(state) ? Visibility.VERY_HIDDEN : Visibility.VISIBLE;
    sheets.add(new Sheet(sheet, visibility, relationship.target()));
  }

  private void styles(String part) throws IOException {
    Map<Integer, CellFormat> own = new HashMap<>();
    try (Xml xml = new Xml(name, parts.open(part, Parts.SMALL))) {
      while (xml.nextStart()) {
        if (xml.is("numFmt") && xml.attribute("formatCode") != null) {
          // A style for cells that look like something has formats of its own, without a number.
          int id = xml.number("numFmtId", -1);
          own.putIfAbsent(id, CellFormat.of(xml.attribute("formatCode")));
        } else if (xml.is("cellXfs")) {
          int outer = xml.depth();
          while (xml.nextWithin(outer)) {
            if (xml.is("xf") && formats.size() < MOST_FORMATS) {
              int id = xml.number("numFmtId", 0);
              formats.add(own.containsKey(id) ? own.get(id) : CellFormat.known(id));
            }
          }
        }
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
    return parts.size(sheet.place()) < SMALL && (strings == null || parts.size(strings) < SMALL);
  }

  @Override
  public SheetRows rows(Sheet sheet) throws IOException {
    Xml texts = strings == null ? null : new Xml(name, parts.open(strings, Parts.LARGE));
    SharedStrings shared = new SharedStrings(name, texts);
    try {
      Xml xml = new Xml(name, parts.open(sheet.place(), Parts.LARGE));
      return new XlsxRows(name, xml, shared, formats, date1904);
    } catch (IOException | RuntimeException e) {
      shared.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
