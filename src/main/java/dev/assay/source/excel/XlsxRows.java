package dev.assay.source.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet as its XML has them, one by one. */
final class XlsxRows implements SheetRows {
  private static final byte[] SOMETHING = {'x'};
  private static final byte[] TRUE = {'T', 'R', 'U', 'E'};
  private static final byte[] FALSE = {'F', 'A', 'L', 'S', 'E'};
  private static final int MOST_MERGES = 100_000;

  private final String workbook;
  private final Xml xml;
  private final SharedStrings strings;
  private final List<CellFormat> formats;
  private final boolean date1904;
  private final CellText text = new CellText();
  private final List<Merge> merges = new ArrayList<>();
  private int rowNumber;
  private int column;
  private boolean outline;
  private int promised;
  private int promisedColumns;

  XlsxRows(
      String workbook, Xml xml, SharedStrings strings, List<CellFormat> formats, boolean date1904) {
    this.workbook = workbook;
    this.xml = xml;
    this.strings = strings;
    this.formats = formats;
    this.date1904 = date1904;
  }

  @Override
  public void outline() {
    outline = true;
  }

  @Override
  public boolean next(SheetRow row) throws IOException {
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "row" -> {
          read(row);
          if (row.end() > 0) {
            return true;
          }
        }
        case "dimension" -> promise(xml.attribute("ref"));
        case "mergeCell" -> merge(xml.attribute("ref"));
        default -> {
          // Widths, links and the like say nothing about the table.
        }
      }
    }
    return false;
  }

  private void promise(String ref) {
    int[] area = ref == null ? null : area(ref);
    promised = area == null ? 0 : area[2] - area[0] + 1;
    promisedColumns = area == null ? 0 : Math.min(area[3], SheetRow.MOST_COLUMNS);
  }

  private void merge(String ref) {
    int[] area = ref == null ? null : area(ref);
    if (area != null && merges.size() < MOST_MERGES) {
      merges.add(new Merge(area[0], area[2], area[1], area[3]));
    }
  }

  private void read(SheetRow row) throws IOException {
    int number = xml.number("r", rowNumber + 1);
    if (number <= rowNumber || number > SheetRow.MOST_ROWS) {
      throw Damage.of(workbook, "its row " + number + " follows its row " + rowNumber);
    }
    rowNumber = number;
    row.begin(number);
    column = -1;
    int outer = xml.depth();
    while (xml.nextWithin(outer)) {
      if (xml.is("c")) {
        cell(row);
      }
    }
  }

  private void cell(SheetRow row) throws IOException {
    String type = "n";
    int style = 0;
    int at = column + 1;
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> at = column(xml.attributeValue(i), at);
        case "s" -> style = Integer.parseInt(xml.attributeValue(i));
        case "t" -> type = xml.attributeValue(i);
        default -> {
          // Metadata of the cell.
        }
      }
    }
    if (at >= SheetRow.MOST_COLUMNS) {
      throw Damage.of(workbook, "its row " + rowNumber + " has more columns than Excel allows");
    }
    column = at;
    text.clear();
    boolean found = false;
    int outer = xml.depth();
    while (xml.nextWithin(outer)) {
      switch (xml.name()) {
        case "v" -> {
          text.clear();
          xml.text(text);
          found = true;
        }
        case "is" -> {
          text.clear();
          xml.richText(text);
          found = true;
        }
        default -> {
          // The formula: its value is what counts.
        }
      }
    }
    if (found) {
      set(row, type, style);
    }
  }

  private void set(SheetRow row, String type, int style) throws IOException {
    boolean isText = type.equals("str") || type.equals("inlineStr");
    if (text.isEmpty() && !isText) {
      return;
    }
    if (outline) {
      row.set(column, text.isEmpty() ? new byte[0] : SOMETHING, null);
      return;
    }
    switch (type) {
      case "s" -> row.set(column, strings.get(Integer.parseInt(text.toString().strip())), null);
      case "str", "inlineStr" -> row.set(column, text.unescape().utf8(), null);
      case "b" -> row.set(column, truth(), CellFormat.BOOLEAN);
      case "e" -> row.set(column, text.utf8(), null);
      case "d" -> row.set(column, iso(), new CellFormat(CellFormat.Kind.DATE, "ISO 8601"));
      default -> {
        CellFormat format =
            style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.GENERAL;
        row.set(column, format.render(text, date1904), format);
      }
    }
  }

  private byte[] truth() {
    String value = text.toString();
    return value.equals("1") || value.equalsIgnoreCase("true")
        ? TRUE
        : value.equals("0") || value.equalsIgnoreCase("false") ? FALSE : text.utf8();
  }

  private byte[] iso() {
    String written = text.toString();
    CellText spaced = new CellText();
    return spaced.append(written.replaceFirst("(?<=\\d)T(?=\\d)", " ")).utf8();
  }

  /** The column of {@code AB12} from 0; {@code otherwise} where no letters are written. */
  private static int column(String reference, int otherwise) {
    int column = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        column = column * 26 + c - 'A' + 1;
      } else if (c >= 'a' && c <= 'z') {
        column = column * 26 + c - 'a' + 1;
      } else {
        break;
      }
    }
    return column == 0 ? otherwise : column - 1;
  }

  /** First row, first column, last row and last column of {@code A1:C3}, from 1; else null. */
  private static int[] area(String ref) {
    String[] corners = ref.split(":", 2);
    int[] first = corner(corners[0]);
    int[] last = corners.length > 1 ? corner(corners[1]) : first;
    return first == null || last == null || last[0] < first[0] || last[1] < first[1]
        ? null
        : new int[] {first[0], first[1], last[0], last[1]};
  }

  private static int[] corner(String reference) {
    String digits = reference.replaceAll("[^0-9]", "");
    int column = column(reference.replace("$", ""), -1) + 1;
    return digits.isEmpty() || digits.length() > 7 || column == 0
        ? null
        : new int[] {Integer.parseInt(digits), column};
  }

  @Override
  public List<Merge> merges() {
    return merges;
  }

  @Override
  public int promisedRows() {
    return promised;
  }

  @Override
  public int promisedColumns() {
    return promisedColumns;
  }

  @Override
  public double progress() {
    return xml.stream().progress();
  }

  @Override
  public void close() throws IOException {
    try (strings) {
      xml.close();
    }
  }
}
