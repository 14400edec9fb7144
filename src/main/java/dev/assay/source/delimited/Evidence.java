package dev.assay.source.delimited;

import dev.assay.model.CsvDialect;
import dev.assay.source.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the beginning of a table tells about rows that are not as they should be. It is the same for
 * every thread and wherever a file is cut.
 *
 * @param mender reads such rows
 * @param surplus how many empty cells stand at the end of most rows that the header knows nothing
 *     of
 */
record Evidence(Mender mender, int surplus) {
  private static final int MOST_ROWS = 1_000;

  static Evidence of(Content content, CsvDialect dialect, int columns) throws IOException {
    Sample sample = Sample.read(content, Utf8Source.charset(dialect.charset()));
    long lastLine = dialect.lastLine() == null ? Integer.MAX_VALUE : dialect.lastLine();
    List<Sample.Line> records =
        sample
            .part(dialect.skipLines(), (int) Math.min(Integer.MAX_VALUE, lastLine))
            .records(CsvGrammar.of(dialect), MOST_ROWS);
    List<List<String>> rows = new ArrayList<>();
    Map<Integer, Integer> surpluses = new HashMap<>();
    for (int i = dialect.headerRows(); i < records.size(); i++) {
      List<String> cells = records.get(i).cells();
      if (cells.size() >= columns && isEmpty(cells.subList(columns, cells.size()))) {
        rows.add(cells.subList(0, columns));
        surpluses.merge(cells.size() - columns, 1, Integer::sum);
      }
    }
    int surplus =
        surpluses.entrySet().stream()
            .filter(entry -> entry.getValue() * 2 > rows.size())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(0);
    return new Evidence(
        new Mender(
            dialect.delimiter(), dialect.quote(), dialect.escape(), ColumnShape.of(rows, columns)),
        surplus);
  }

  private static boolean isEmpty(List<String> cells) {
    return cells.stream().allMatch(cell -> cell == null);
  }
}
