package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Cleaning;
import dev.assay.model.Cleaning.ParseNumber;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The quick casts of measuring read what the casts of a build read, and nothing else. */
class PlainCastTest {
  private static final List<ParseNumber> WAYS =
      List.of(
          ParseNumber.plain(),
          new ParseNumber(".", ",", List.of(), false, 1),
          new ParseNumber(",", ".", List.of(), false, 1));
  private static final List<ColumnType> TYPES =
      List.of(
          ColumnType.Simple.INTEGER,
          ColumnType.Simple.BIGINT,
          new ColumnType.Decimal(9, 2),
          new ColumnType.Decimal(12, 0),
          new ColumnType.Decimal(18, 4));

  private final Dialect dialect = new DuckDbDialect();

  private static SilverSpec.Column column(ColumnType type, List<Cleaning> steps) {
    return new SilverSpec.Column(
        "t", "t", type, steps, NullStrategy.KEEP_NULL, null, List.of(), Severity.REJECT, false);
  }

  /** Numbers with marks in and out of their places, and texts that only look like numbers. */
  private static Set<String> texts() {
    Set<String> texts = new LinkedHashSet<>(List.of("", "-", ",", ".", "-,123.45", "1e3", "0x1"));
    for (String sign : List.of("", "-", "+", " ")) {
      for (String whole :
          List.of(
              "",
              "0",
              "7",
              "07",
              "12",
              "123",
              "1234",
              "1,234",
              "1.234",
              "12,34",
              "123,456",
              "1234,567",
              "1,2,345",
              "1,234,567",
              "1.234.567",
              ",123",
              "12345678",
              "1_000")) {
        for (String fraction :
            List.of("", ".", ",", ".5", ",5", ".50", ",50", ".505", ".5000", ",5000", ".5e1")) {
          texts.add(sign + whole + fraction);
        }
      }
    }
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(10); length > 0; length--) {
        text.append("0123456789,.,.-".charAt(random.nextInt(15)));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static String rows(Set<String> texts) {
    return texts.stream()
        .map(text -> "(" + Quote.literal(text) + ")")
        .collect(Collectors.joining(", ", "(VALUES ", ") AS all_texts(t)"));
  }

  @Test
  void aNumberIsReadAlikeHoweverItsMarksStand() {
    try (Engine engine = DuckDbEngine.open(null, "512MB", 1)) {
      engine.execute("CREATE TABLE texts AS SELECT t FROM " + rows(texts()), Work.unwatched());
      for (ParseNumber way : WAYS) {
        for (ColumnType type : TYPES) {
          SilverSpec.Column column = column(type, List.of(way));
          PlainCast plain = PlainCast.of(column).orElseThrow();
          String strict = dialect.cast(column);
          String from = "texts";
          for (String level : plain.levels(strict, "t", "value")) {
            from = "(SELECT *, " + level + " FROM " + from + ")";
          }
          assertThat(
                  engine
                      .query(
                          "SELECT t, value FROM "
                              + from
                              + " WHERE value IS DISTINCT FROM ("
                              + strict
                              + ") OR coalesce("
                              + plain.changed("t", "t", "value")
                              + ", false) <> coalesce(CAST(value AS VARCHAR) <> t, false)")
                      .rows())
              .as("%s as %s", way, type.text())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void whatAllRowsHaveShownIsReadAlikeWithoutThePattern() {
    try (Engine engine = DuckDbEngine.open(null, "512MB", 1)) {
      engine.execute("CREATE TABLE texts AS SELECT t FROM " + rows(texts()), Work.unwatched());
      List<String> words = List.of("n/a", "-", "none");
      for (ParseNumber way : WAYS) {
        for (ColumnType type : TYPES) {
          SilverSpec.Column column = column(type, List.of(new Cleaning.NullTokens(words), way));
          String strict = dialect.cast(column);
          // All that is left is read or means "missing": that is what the trust is in.
          engine.execute(
              "CREATE OR REPLACE TABLE known AS SELECT t FROM texts WHERE ("
                  + strict
                  + ") IS NOT NULL UNION ALL SELECT unnest(['N/A', '-', 'None', NULL])",
              Work.unwatched());
          String trusted = new TrustedColumn(column, TrustedColumn.Trust.READ).cast(dialect);
          assertThat(trusted).isNotEqualTo(strict);
          assertThat(
                  engine
                      .query(
                          "SELECT t FROM known WHERE ("
                              + trusted
                              + ") IS DISTINCT FROM ("
                              + strict
                              + ")")
                      .rows())
              .as("%s as %s", way, type.text())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void aWordForMissingThatANumberCouldBeKeepsItsStep() {
    List<Cleaning> steps = new ArrayList<>(List.of(new Cleaning.NullTokens(List.of("-999"))));
    SilverSpec.Column column = column(ColumnType.Simple.INTEGER, steps);
    assertThat(new TrustedColumn(column, TrustedColumn.Trust.READ).cast(dialect))
        .isEqualTo(dialect.cast(column));
  }
}
