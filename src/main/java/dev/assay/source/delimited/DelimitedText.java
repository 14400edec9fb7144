package dev.assay.source.delimited;

import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.source.Content;
import dev.assay.source.FileFormat;
import java.util.List;

/** Tables in texts, with signs between their cells. It is asked last and takes every file. */
public final class DelimitedText implements FileFormat {
  @Override
  public boolean recognises(byte[] head, String name) {
    return true;
  }

  @Override
  public List<FoundTable> tables(Content content) {
    return List.of(new FoundTable(null, null, FoundTable.Kind.TEXT));
  }

  @Override
  public Landing look(Content content, String table, DialectOverrides overrides) {
    return Detection.detect(content, overrides);
  }
}
