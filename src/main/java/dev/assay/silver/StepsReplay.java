package dev.assay.silver;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.ReplayReason.Cause;
import dev.assay.model.SilverSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves of a typed column that changed steps give every text that could be read before the same
 * value as before, so that they differ for texts alone that could not.
 *
 * <p>The new steps must be the old ones in their order, some of them extended, with {@code
 * null_tokens} and {@code map_values} put between; whatever these add must be texts that the old
 * steps behind that place could not read.
 */
final class StepsReplay {
  private final SilverSpec.Column before;
  private final List<Cleaning> then;
  private final List<Cleaning> now;
  private final Set<Cause> differences = new LinkedHashSet<>();

  private StepsReplay(SilverSpec.Column before, SilverSpec.Column after) {
    this.before = before;
    this.then = before.cleaning();
    this.now = after.cleaning();
  }

  /** What the new steps read beside the old ones; empty where the proof fails. */
  static Optional<Set<Cause>> difference(SilverSpec.Column before, SilverSpec.Column after) {
    // A text that cannot be read is missing in a column of texts, and never rejected.
    boolean typed = before.type() != ColumnType.Simple.TEXT;
    if (!typed || before.custom() != null || after.custom() != null) {
      return Optional.empty();
    }
    StepsReplay replay = new StepsReplay(before, after);
    return replay.holds() ? Optional.of(replay.differences) : Optional.empty();
  }

  private boolean holds() {
    int at = 0;
    for (Cleaning step : now) {
      if (at < then.size() && extended(then.get(at), step, at + 1)) {
        at++;
      } else if (!extended(nothing(step), step, at)) {
        return false;
      }
    }
    return at == then.size();
  }

  /** The step of the same kind that does nothing, where there is one. */
  private static Cleaning nothing(Cleaning step) {
    return switch (step) {
      case Cleaning.NullTokens _ -> new Cleaning.NullTokens(List.of());
      case Cleaning.MapValues _ -> new Cleaning.MapValues(Map.of());
      case Cleaning.Trim _,
          Cleaning.CollapseSpaces _,
          Cleaning.Lower _,
          Cleaning.Upper _,
          Cleaning.Replace _,
          Cleaning.RemovePattern _,
          Cleaning.TakePart _,
          Cleaning.TakeValue _,
          Cleaning.TakeUnit _,
          Cleaning.ParseNumber _,
          Cleaning.ParseDate _,
          Cleaning.ParseBoolean _,
          Cleaning.Custom _ ->
          null;
    };
  }

  /**
   * Whether a step does what another did and more, and more for unreadable texts alone.
   *
   * @param rest where the old steps go on behind this place
   */
  private boolean extended(Cleaning old, Cleaning step, int rest) {
    if (old == null) {
      return false;
    }
    if (old.equals(step)) {
      return true;
    }
    return switch (step) {
      case Cleaning.NullTokens(List<String> tokens) ->
          old instanceof Cleaning.NullTokens(List<String> earlier)
              && lowered(tokens).containsAll(lowered(earlier))
              && lowered(tokens).stream()
                  .filter(token -> !lowered(earlier).contains(token))
                  .allMatch(token -> noted(Cause.MORE_MEAN_MISSING, isUnreadable(token, rest)));
      case Cleaning.MapValues(Map<String, String> values) ->
          old instanceof Cleaning.MapValues(Map<String, String> earlier)
              && values.entrySet().containsAll(earlier.entrySet())
              && values.keySet().stream()
                  .filter(key -> !earlier.containsKey(key))
                  .allMatch(key ->
                      noted(
                          Cause.MORE_VALUES_MAPPED,
                          isUnreadable(key, rest) && staysThere(key, rest)));
      case Cleaning.ParseDate(List<String> formats, var pivot, var languages) ->
          old instanceof Cleaning.ParseDate(List<String> earlier, var pivotThen, var languagesThen)
              && Objects.equals(pivot, pivotThen)
              && Objects.equals(languages, languagesThen)
              && formats.size() >= earlier.size()
              && noted(Cause.MORE_FORMATS, formats.subList(0, earlier.size()).equals(earlier));
      case Cleaning.ParseBoolean(List<String> yes, List<String> no) ->
          old instanceof Cleaning.ParseBoolean(List<String> earlierYes, List<String> earlierNo)
              && lowered(yes).containsAll(lowered(earlierYes))
              && lowered(no).containsAll(lowered(earlierNo))
              // Yes is asked first.
              && noted(
                  Cause.MORE_WORDS,
                  lowered(yes).stream()
                      .noneMatch(word ->
                          lowered(earlierNo).contains(word)
                              && !lowered(earlierYes).contains(word)));
      case Cleaning.ParseNumber number ->
          old instanceof Cleaning.ParseNumber earlier && strips(earlier, number);
      case Cleaning.Trim _,
          Cleaning.CollapseSpaces _,
          Cleaning.Lower _,
          Cleaning.Upper _,
          Cleaning.Replace _,
          Cleaning.RemovePattern _,
          Cleaning.TakePart _,
          Cleaning.TakeValue _,
          Cleaning.TakeUnit _,
          Cleaning.Custom _ ->
          false;
    };
  }

  private boolean noted(Cause difference, boolean holds) {
    if (holds) {
      differences.add(difference);
    }
    return holds;
  }

  /** Words are taken from the ends of a number; one that is no part of a number changes none. */
  private boolean strips(Cleaning.ParseNumber earlier, Cleaning.ParseNumber number) {
    List<String> words = number.strip();
    return number.stripping(earlier.strip()).equals(earlier)
        && words.size() >= earlier.strip().size()
        && words.subList(0, earlier.strip().size()).equals(earlier.strip())
        && words.subList(earlier.strip().size(), words.size()).stream()
            .allMatch(
                word -> !word.isEmpty() && word.chars().allMatch(c -> isApart((char) c, number)))
        && noted(Cause.MORE_TAKEN_OFF, true);
  }

  /** A sign of a word that multiplies is a part of the number: '5kkg' may have been 5k of 'kg'. */
  private static boolean isApart(char sign, Cleaning.ParseNumber number) {
    return !Character.isDigit(sign)
        && number.multipliers().keySet().stream()
            .noneMatch(word -> word.chars().anyMatch(c -> folded((char) c) == folded(sign)))
        && !Character.isWhitespace(sign)
        && "+-().,'\u00a0\u202f".indexOf(sign) < 0
        && number.decimal().indexOf(sign) < 0
        && number.grouping().indexOf(sign) < 0;
  }

  /** In one case, as patterns compare: the long s and the sign for Kelvin are letters too. */
  private static char folded(char sign) {
    return Character.toLowerCase(Character.toUpperCase(sign));
  }

  /** Whether the old steps from {@code rest} on cannot read a text, in capitals or not. */
  private boolean isUnreadable(String text, int rest) {
    List<Cleaning> steps = then.subList(rest, then.size());
    if (bare(text).isEmpty() || hasDigit(text) || steps.stream().anyMatch(this::bringsDigits)) {
      return false;
    }
    return switch (before.type()) {
      case ColumnType.Decimal _ -> true;
      case ColumnType.Simple simple ->
          switch (simple) {
            // None of these can be written without a digit.
            case INTEGER, BIGINT, DOUBLE, DATE, TIMESTAMP, TIMESTAMPTZ, TIME -> true;
            case BOOLEAN -> isNoWord(text, steps);
            case UUID, TEXT -> false;
          };
    };
  }

  /** Whether no old step from {@code rest} on makes a text missing, which rejects no row. */
  private boolean staysThere(String text, int rest) {
    return then.subList(rest, then.size()).stream()
        .allMatch(step ->
            switch (step) {
              case Cleaning.NullTokens(List<String> tokens) ->
                  tokens.stream().map(StepsReplay::bare).noneMatch(bare(text)::equals);
              case Cleaning.Replace _,
                  Cleaning.RemovePattern _,
                  Cleaning.MapValues _,
                  Cleaning.TakePart _,
                  Cleaning.TakeValue _,
                  Cleaning.TakeUnit _,
                  Cleaning.Custom _ ->
                  false;
              case Cleaning.Trim _,
                  Cleaning.CollapseSpaces _,
                  Cleaning.Lower _,
                  Cleaning.Upper _,
                  Cleaning.ParseNumber _,
                  Cleaning.ParseDate _,
                  Cleaning.ParseBoolean _ ->
                  true;
            });
  }

  /** Any that are digits to somebody. */
  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private boolean bringsDigits(Cleaning step) {
    return switch (step) {
      case Cleaning.Replace(_, String to) -> hasDigit(to);
      case Cleaning.MapValues(Map<String, String> values) ->
          values.values().stream().anyMatch(StepsReplay::hasDigit);
      case Cleaning.TakeUnit(Map<String, String> units) ->
          units.values().stream().anyMatch(StepsReplay::hasDigit);
      case Cleaning.Custom _ -> true;
      case Cleaning.Trim _,
          Cleaning.CollapseSpaces _,
          Cleaning.Lower _,
          Cleaning.Upper _,
          Cleaning.RemovePattern _,
          Cleaning.NullTokens _,
          Cleaning.TakePart _,
          Cleaning.TakeValue _,
          Cleaning.ParseNumber _,
          Cleaning.ParseDate _,
          Cleaning.ParseBoolean _ ->
          false;
    };
  }

  /** Whether a text is none of a column's words for yes and no, whatever blanks are beside it. */
  private static boolean isNoWord(String text, List<Cleaning> steps) {
    Stream<String> words = Stream.of("true", "t", "false", "f");
    for (Cleaning step : steps) {
      switch (step) {
        case Cleaning.ParseBoolean(List<String> yes, List<String> no) ->
            words = Stream.concat(yes.stream(), no.stream());
        case Cleaning.Trim _, Cleaning.Lower _, Cleaning.NullTokens _ -> {
          // What is left of a word in these is the word.
        }
        // In capitals, one letter may become two.
        case Cleaning.Upper _,
            Cleaning.CollapseSpaces _,
            Cleaning.Replace _,
            Cleaning.RemovePattern _,
            Cleaning.MapValues _,
            Cleaning.TakePart _,
            Cleaning.TakeValue _,
            Cleaning.TakeUnit _,
            Cleaning.ParseNumber _,
            Cleaning.ParseDate _,
            Cleaning.Custom _ -> {
          return false;
        }
      }
    }
    String bare = bare(text);
    return words.map(StepsReplay::bare).noneMatch(bare::equals);
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\p{Z}\uFEFF]", "").toLowerCase(Locale.ROOT);
  }

  private static List<String> lowered(List<String> words) {
    return words.stream().filter(Objects::nonNull).map(w -> w.toLowerCase(Locale.ROOT)).toList();
  }
}
