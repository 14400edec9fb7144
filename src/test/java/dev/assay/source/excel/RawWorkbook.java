package dev.assay.source.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook from bare XML, for what no library would write. */
final class RawWorkbook {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATED =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  String prolog = "";
  String strings = "";
  String beforeRows = "";
  String bookProperties = "";
  List<String> formats = List.of("General");
  Map<String, String> parts = Map.of();
  private final List<String> names = new ArrayList<>();
  private final List<String> states = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();

  RawWorkbook sheet(String name, String xml) {
    return sheet(name, "visible", xml);
  }

  RawWorkbook sheet(String name, String state, String xml) {
    names.add(name);
    states.add(state);
    rows.add(xml);
    return this;
  }

  Path write(Path file) throws IOException {
    StringBuilder sheets = new StringBuilder();
    StringBuilder related = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"r%d\"/>"
              .formatted(names.get(i), i + 1, states.get(i), i));
      related.append(relationship("r" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    related.append(relationship("s", "styles", "styles.xml"));
    related.append(relationship("t", "sharedStrings", "sharedStrings.xml"));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "_rels/.rels",
          relationships(relationship("w", "officeDocument", "xl/workbook.xml")));
      part(zip, "xl/_rels/workbook.xml.rels", relationships(related.toString()));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook %s xmlns:r=\"%s\"><workbookPr %s/><sheets>%s</sheets></workbook>"
              .formatted(MAIN, RELATED, bookProperties, sheets));
      part(zip, "xl/sharedStrings.xml", "<sst " + MAIN + ">" + strings + "</sst>");
      part(zip, "xl/styles.xml", styles());
      for (Map.Entry<String, String> more : parts.entrySet()) {
        part(zip, more.getKey(), more.getValue());
      }
      for (int i = 0; i < names.size(); i++) {
        part(
            zip,
            "xl/worksheets/sheet" + i + ".xml",
            prolog
                + "<worksheet %s>%s<sheetData>%s</sheetData></worksheet>"
                    .formatted(MAIN, beforeRows, rows.get(i)));
      }
    }
    return file;
  }

  private String styles() {
    StringBuilder own = new StringBuilder();
    StringBuilder used = new StringBuilder();
    for (int i = 0; i < formats.size(); i++) {
      own.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(164 + i, formats.get(i)));
      used.append("<xf numFmtId=\"%d\"/>".formatted(164 + i));
    }
    return "<styleSheet %s><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
        .formatted(MAIN, own, used);
  }

  private static String relationships(String inner) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + inner
        + "</Relationships>";
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATED, type, target);
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
