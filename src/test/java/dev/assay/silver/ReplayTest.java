package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.CellOverride;
import dev.assay.model.Json;
import dev.assay.model.ReplayReason;
import dev.assay.model.SilverRecipe;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the typed steps prove about rows that were accepted, and what they do not. */
class ReplayTest {
  private static SilverHarness house;

  @BeforeAll
  static void open() {
    house = new SilverHarness();
    house.bronze(List.of("a"), List.of(List.of("1")));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static SilverRecipe recipe(String column) {
    return Json.readRequest(
        "{\"columns\": [{\"source_column\": \"a\", " + column.replace('\'', '"') + "}]}",
        SilverRecipe.class);
  }

  private static Replay decide(String before, String after) {
    return house.decide(recipe(before), List.of(), recipe(after), List.of());
  }

  private static String steps(String type, String steps) {
    return "'target_type': '" + type + "', 'cleaning': [" + steps + "]";
  }

  @ParameterizedTest(name = "{0}: {1} → {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          INTEGER | | {'step': 'null_tokens', 'tokens': ['n/a']}, | replay
          INTEGER | | {'step': 'null_tokens', 'tokens': ['0']}, | rebuild
          INTEGER | {'step': 'null_tokens', 'tokens': ['n/a', '-']}, | {'step': 'null_tokens', 'tokens': ['n/a']}, | rebuild
          INTEGER | {'step': 'replace', 'from': 'o', 'to': '0'}, | {'step': 'null_tokens', 'tokens': ['oo']},{'step': 'replace', 'from': 'o', 'to': '0'}, | rebuild
          INTEGER | | {'step': 'map_values', 'values': {'one': '1'}}, | replay
          INTEGER | | {'step': 'map_values', 'values': {'1': '2'}}, | rebuild
          INTEGER | {'step': 'remove_pattern', 'pattern': '[a-z]'}, | {'step': 'map_values', 'values': {'one': '1'}},{'step': 'remove_pattern', 'pattern': '[a-z]'}, | rebuild
          INTEGER | | {'step': 'lower'}, | rebuild
          """)
  void stepsBeforeANumberAreProvenOrRebuilt(
      String type, String before, String after, String outcome) {
    String number = "{'step': 'parse_number'}";
    Replay replay =
        decide(
            steps(type, (before == null ? "" : before) + number),
            steps(type, (after == null ? "" : after) + number));
    assertThat(replay instanceof Replay.Allowed ? "replay" : "rebuild").isEqualTo(outcome);
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'validation': '>= 0' | 'validation': '>= -5' | replay
          'validation': '>= 0' | 'validation': '>= 5' | rebuild
          'validation': '>= 0' | 'validation': '> 0' | rebuild
          'validation': 'BETWEEN 0 AND 9' | 'validation': '>= 0' | replay
          'validation': 'IN (1, 2)' | 'validation': 'IN (1, 2, 3)' | replay
          'validation': '>= 0' | 'null_strategy': 'KEEP_NULL' | replay
          'null_strategy': 'KEEP_NULL' | 'validation': '>= 0' | rebuild
          'validation': '>= 0' | 'validation': '>= 0', 'on_violation': 'WARN' | replay
          'validation': '>= 0', 'on_violation': 'WARN' | 'validation': '>= 0' | rebuild
          'validation': 'UNIQUE' | 'null_strategy': 'KEEP_NULL' | rebuild
          'null_strategy': 'DROP_ROW' | 'null_strategy': 'KEEP_NULL' | replay
          'null_strategy': 'DROP_ROW' | 'null_strategy': 'FILL_ZERO' | replay
          'null_strategy': 'KEEP_NULL' | 'null_strategy': 'FILL_ZERO' | rebuild
          'mask': {'how': 'hash'} | 'null_strategy': 'KEEP_NULL' | rebuild
          """)
  void checksAndMissingValuesAreProvenOrRebuilt(String before, String after, String outcome) {
    String type = "'target_type': 'INTEGER', ";
    Replay replay = decide(type + before, type + after);
    assertThat(replay instanceof Replay.Allowed ? "replay" : "rebuild").isEqualTo(outcome);
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          DATE | {'step': 'parse_date', 'formats': ['%Y-%m-%d']} | {'step': 'parse_date', 'formats': ['%Y-%m-%d', '%d/%m/%Y']} | replay
          DATE | {'step': 'parse_date', 'formats': ['%d/%m/%Y']} | {'step': 'parse_date', 'formats': ['%m/%d/%Y', '%d/%m/%Y']} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number'} | {'step': 'parse_number', 'strip': ['kg', '$']} | replay
          DECIMAL(9,2) | {'step': 'parse_number'} | {'step': 'parse_number', 'strip': ['1']} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number'} | {'step': 'parse_number', 'grouping': ','} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number'} | {'step': 'parse_number', 'trailing_minus': true} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number'} | {'step': 'parse_number', 'multipliers': {'k': 1000}} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number', 'multipliers': {'k': 1000}} | {'step': 'parse_number', 'multipliers': {'k': 100}} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number', 'grouping': ','} | {'step': 'parse_number', 'grouping': ',', 'lakhs': true} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number', 'multipliers': {'k': 1000}} | {'step': 'parse_number', 'multipliers': {'k': 1000}, 'strip': ['K']} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number', 'multipliers': {'Thousand': 1000}} | {'step': 'parse_number', 'multipliers': {'Thousand': 1000}, 'strip': ['sand']} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number', 'multipliers': {'k': 1000}, 'strip': ['g']} | {'step': 'parse_number', 'multipliers': {'k': 1000}, 'strip': ['g', 'kg']} | rebuild
          DECIMAL(9,2) | {'step': 'parse_number', 'multipliers': {'k': 1000}} | {'step': 'parse_number', 'multipliers': {'k': 1000}, 'strip': ['$']} | replay
          BOOLEAN | {'step': 'parse_boolean', 'yes': ['y'], 'no': ['n']} | {'step': 'parse_boolean', 'yes': ['y', 'oui'], 'no': ['n', 'non']} | replay
          BOOLEAN | {'step': 'parse_boolean', 'yes': ['y'], 'no': ['n']} | {'step': 'parse_boolean', 'yes': ['y', 'n'], 'no': ['n']} | rebuild
          """)
  void waysOfReadingAreProvenOrRebuilt(String type, String before, String after, String outcome) {
    Replay replay = decide(steps(type, before), steps(type, after));
    assertThat(replay instanceof Replay.Allowed ? "replay" : "rebuild").isEqualTo(outcome);
  }

  @Test
  void textsAreNeverProven() {
    assertThat(decide(steps("TEXT", ""), steps("TEXT", "{'step': 'lower'}")))
        .isEqualTo(new Replay.Rebuild(new ReplayReason(ReplayReason.Cause.STEPS, "a")));
  }

  @Test
  void valuesThatWerePutRightNameTheContentsThatMustHaveBeenRejected() {
    CellOverride override = new CellOverride(1, "h", "a", "2", null, Instant.EPOCH, 0);
    SilverRecipe recipe = recipe("'target_type': 'INTEGER'");
    assertThat(house.decide(recipe, List.of(), recipe, List.of(override)))
        .isEqualTo(
            new Replay.Allowed(List.of(new ReplayReason(ReplayReason.Cause.MENDED)), List.of("h")));
    assertThat(house.decide(recipe, List.of(override), recipe, List.of(override)))
        .isEqualTo(new Replay.Allowed(List.of(), List.of()));
  }
}
