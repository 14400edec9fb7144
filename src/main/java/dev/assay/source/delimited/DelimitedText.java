package dev.assay.source.delimited;

import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.Content;
import dev.assay.source.FileFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Tables in texts, with signs between their cells. It is asked last and takes every file. */
public final class DelimitedText implements FileFormat {
  @Override
  public boolean recognises(byte[] head, String name) {
    return true;
  }

  @Override
  public List<FoundTable> tables(Content content) {
    int count = Detection.detect(content, DialectOverrides.NONE).size();
    return count == 1
        ? List.of(new FoundTable(null, null, FoundTable.Kind.TEXT))
        : IntStream.rangeClosed(1, count)
            .mapToObj(i -> new FoundTable(null, String.valueOf(i), FoundTable.Kind.TEXT))
            .toList();
  }

  @Override
  public Landing look(Content content, String table, DialectOverrides overrides) {
    List<Landing> tables = Detection.detect(content, overrides);
    if (table == null) {
      return tables.getFirst();
    }
    return IntStream.rangeClosed(1, tables.size())
        .filter(i -> table.equals(String.valueOf(i)))
        .mapToObj(i -> tables.get(i - 1))
        .findFirst()
        .orElseThrow(() ->
            UserError.invalid(
                "There is no table '"
                    + table
                    + "' in "
                    + content.name()
                    + ", which has "
                    + tables.size()
                    + ". Choose one from 1 on."));
  }
}
