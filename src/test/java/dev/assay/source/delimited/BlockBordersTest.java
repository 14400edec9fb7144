package dev.assay.source.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.CsvDialect;
import dev.assay.source.Malformed;
import dev.assay.source.Readers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Law: where a file is cut into blocks makes no difference to what is read from it. */
class BlockBordersTest {
  /** What a file yields: rows with their lines, what was set aside, and how many records. */
  record Read(List<String> rows, List<Malformed> malformed, long records) {}

  @Property(tries = 3_000)
  void theSizeOfBlocksMakesNoDifference(
      @ForAll("scraps") List<String> scraps,
      @ForAll @IntRange(min = 1, max = 24) int blockSize,
      @ForAll("dialects") CsvDialect dialect)
      throws IOException {
    Path file = Files.createTempFile("borders", ".csv");
    try {
      Files.writeString(file, String.join("", scraps), StandardCharsets.ISO_8859_1);
      Read small = read(file, dialect, blockSize);
      assertThat(small).isEqualTo(read(file, dialect, CsvBlock.SIZE));
      assertThat(small.records())
          .isEqualTo(
              small.rows().size()
                  + small.malformed().stream().filter(bad -> bad.mended() == null).count());
    } finally {
      Files.delete(file);
    }
  }

  private static Read read(Path file, CsvDialect dialect, int blockSize) throws IOException {
    List<Malformed> malformed = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    try (CsvReader reader =
        CsvReader.open(Readers.content(file), null, dialect, malformed::add, blockSize)) {
      CsvBatch batch = new CsvBatch(reader, 2, 3, malformed::add);
      while (batch.next()) {
        for (int row = 0; row < batch.rows(); row++) {
          rows.add(batch.line(row) + ": " + cell(batch, row, 0) + " | " + cell(batch, row, 1));
        }
      }
      return new Read(rows, malformed, reader.recordsRead());
    }
  }

  private static String cell(CsvBatch batch, int row, int column) {
    int length = batch.length(row, column);
    return length == CsvBatch.MISSING
        ? null
        : new String(batch.bytes(), batch.start(row, column), length, StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<List<String>> scraps() {
    return Arbitraries.of(
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r\n",
            "\r",
            "a",
            "b,c",
            "1,2\n",
            "\"x\",\"y\"\r\n",
            "\\",
            "\u00e9",
            "\u00c3\u00a9")
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<CsvDialect> dialects() {
    return Arbitraries.of(
        new CsvDialect("UTF-8", ",", '"', null, 0, 0, null, 1, null),
        new CsvDialect("UTF-8", ",", '"', null, 1, 0, null, 1, null),
        new CsvDialect("UTF-8", ",", '"', null, 1, 2, null, 1, null),
        new CsvDialect("UTF-8", ",", null, null, 0, 1, null, 1, null),
        new CsvDialect("UTF-8", ",", '"', '\\', 0, 0, null, 1, null),
        new CsvDialect("windows-1252", ",", '"', null, 1, 0, null, 1, null),
        new CsvDialect("UTF-8", ",", null, '\\', 0, 0, null, 1, null));
  }
}
