package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowConditionTest {
  @ParameterizedTest
  @CsvSource({
    "shipped_at>=ordered_at, shipped_at >= ordered_at",
    "total == price*quantity, total = price * quantity",
    "a != b, a <> b",
    "a - (b - c) = 0, a - (b - c) = 0",
    "(a - b) - c = 0, a - b - c = 0",
    "a * (b + .5) <= -2, a * (b + 0.5) <= -2",
    "a / (b * c) < 1, a / (b * c) < 1",
    "-(a + b) > -c, -(a + b) > -c",
    "\"Ship Date\" > \"a\"\"b\", \"Ship Date\" > \"a\"\"b\"",
    "größe > naïve_2, größe > naïve_2",
  })
  void isReadAndWrittenAlike(String written, String text) {
    RowCondition read = RowCondition.parse(written);
    assertThat(read.text()).isEqualTo(text);
    assertThat(RowCondition.parse(read.text())).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a",
        "a >",
        "> a",
        "a = b = c",
        "a b = c",
        "Ship Date > a",
        "a = (b",
        "a = b)",
        "sum(a) = b",
        "a = 'text'",
        "a; drop table x = 1",
        "a = b ++ c",
        "a = 1e5x",
        "a = \"b",
        "a AND b = c",
        "a = 1.2.3",
        "a % 2 = 0",
        "a = 1234567890123456789012345678901234567890"
      })
  void whatCannotBeReadIsSaidInASentence(String condition) {
    assertThatThrownBy(() -> RowCondition.parse(condition))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".")
        .hasMessageContaining("such as shipped_at >= ordered_at");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 900})
  void bracketsWithoutEndAreRefusedNotOverflown(int depth) {
    assertThatThrownBy(() -> RowCondition.parse("(".repeat(depth) + "a" + ")".repeat(depth) + "=1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too deep");
  }
}
