package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.model.Cleaning;
import dev.assay.model.Cleaning.ParseNumber;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A way around a pattern leads to the same value, whatever the text. */
class ShortcutsTest {
  private static final List<String> ENDS =
      List.of(
          "", " ", "\t", "\r\n", "\u00a0", "\u3000", "\ufeff", "\u200b", "~", "!", "$", "-", "é",
          "e\u0301", "😀", "م", "%", "oz", "(", ")", ":", "/", "7", "m2", "k", "Rs.");
  private static final List<String> MIDDLES =
      List.of("", "12", "1,234.50", "1,00,000", "1.234,5", "0", "x", "1 234", "9.999", "00012");

  private final Dialect dialect = new DuckDbDialect();

  private static SilverSpec.Column column(ColumnType type, Cleaning step) {
    return new SilverSpec.Column(
        "t",
        "t",
        type,
        List.of(step),
        NullStrategy.KEEP_NULL,
        null,
        List.of(),
        Severity.REJECT,
        false);
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String begin : ENDS) {
      for (String middle : MIDDLES) {
        for (String end : ENDS) {
          texts.add(begin + middle + end);
        }
      }
    }
    return texts;
  }

  /** Texts of which the two expressions make different values. */
  private static List<List<Object>> differing(String one, String other) {
    String values =
        texts().stream()
            .distinct()
            .map(text -> "(" + Quote.literal(text) + ")")
            .collect(Collectors.joining(", "));
    try (Engine engine = DuckDbEngine.open(null, "512MB", 1)) {
      return engine
          .query(
              "SELECT t FROM (VALUES "
                  + values
                  + ") AS all_texts(t) WHERE ("
                  + one
                  + ") IS DISTINCT FROM ("
                  + other
                  + ")")
          .rows();
    }
  }

  @Test
  void blanksAreTakenOffAlike() {
    SilverSpec.Column trim = column(ColumnType.Simple.TEXT, new Cleaning.Trim());
    String shortcut = Shortcuts.cleaned(dialect, trim, "t");
    assertThat(shortcut).isNotEqualTo(dialect.cleaned(trim));
    assertThat(differing(shortcut, dialect.cleaned(trim))).isEmpty();
  }

  @Test
  void numbersAreReadAlike() {
    List<ParseNumber> ways =
        List.of(
            new ParseNumber(".", ",", List.of("$", "oz"), false, 1),
            new ParseNumber(",", ".", List.of("%"), true, 100),
            new ParseNumber(".", "", List.of("m2"), false, 1),
            new ParseNumber(".", ",", List.of("Rs."), false, 1, true, Map.of("k", 1000L), true),
            new ParseNumber(".", ",", List.of("$"), false, 1, false, Map.of("m2", 1000L), false));
    for (ParseNumber way : ways) {
      for (ColumnType type : List.of(new ColumnType.Decimal(12, 2), ColumnType.Simple.DOUBLE)) {
        SilverSpec.Column column = column(type, way);
        assertThat(differing(Shortcuts.cast(dialect, column, "t"), dialect.cast(column)))
            .as("%s as %s", way, type.text())
            .isEmpty();
      }
    }
  }
}
