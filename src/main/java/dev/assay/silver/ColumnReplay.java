package dev.assay.silver;

import dev.assay.model.Check;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.ReplayReason;
import dev.assay.model.ReplayReason.Cause;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether a column's change leaves the accepted values of that column exactly as they are. */
final class ColumnReplay {
  private ColumnReplay() {}

  static Replay decide(SilverSpec.Column before, SilverSpec.Column after) {
    String name = after.name();
    if (before.equals(after)) {
      return new Replay.Allowed(List.of(), List.of());
    }
    if (!before.source().equals(after.source()) || !before.type().equals(after.type())) {
      return rebuild(Cause.TYPE, name);
    }
    if (!Objects.equals(before.mask(), after.mask())) {
      return rebuild(Cause.MASK, name);
    }
    List<ReplayReason> because = new ArrayList<>();
    if (!before.cleaning().equals(after.cleaning())
        || !Objects.equals(before.custom(), after.custom())) {
      Optional<Set<Cause>> stay = StepsReplay.difference(before, after);
      if (stay.isEmpty()) {
        return rebuild(Cause.STEPS, name);
      }
      stay.get().forEach(more -> because.add(new ReplayReason(more, name)));
    }
    if (before.nullStrategy() != after.nullStrategy()
        || !Objects.equals(before.fill(), after.fill())) {
      // Where a missing value had its row rejected, no accepted row has one.
      if (before.nullStrategy() != NullStrategy.DROP_ROW) {
        return rebuild(Cause.MISSING, name);
      }
      because.add(new ReplayReason(Cause.MISSING_ALLOWED, name));
    }
    if (!before.checks().equals(after.checks()) || before.severity() != after.severity()) {
      if (!checksStay(before, after)) {
        return rebuild(Cause.CHECKS, name);
      }
      because.add(new ReplayReason(Cause.LOOSER_CHECKS, name));
    }
    return new Replay.Allowed(because, List.of());
  }

  private static Replay rebuild(Cause cause, String column) {
    return new Replay.Rebuild(new ReplayReason(cause, column));
  }

  /** Whether every accepted value passes the new checks because it passed the old ones. */
  private static boolean checksStay(SilverSpec.Column before, SilverSpec.Column after) {
    boolean warned =
        before.checks().stream()
            .anyMatch(then -> then.severityOr(before.severity()) != Severity.REJECT);
    if (warned) {
      return false;
    }
    boolean present = before.nullStrategy() == NullStrategy.DROP_ROW;
    return after.checks().stream()
        .map(Check::bare)
        .allMatch(now ->
            (now instanceof Check.NotNull && present)
                || before.checks().stream()
                    .anyMatch(then -> implies(then.bare(), now, after.type())));
  }

  /** Whether a value that meets one check meets the other, as their texts alone can tell. */
  static boolean implies(Check then, Check now, ColumnType type) {
    if (then.equals(now)) {
      return true;
    }
    // Texts are compared letter by letter: '9' is more than '10'.
    if (!type.isNumeric() && !(now instanceof Check.In)) {
      return false;
    }
    return switch (now) {
      case Check.Compare(Check.Operator operator, String bound) ->
          switch (then) {
            case Check.Compare(Check.Operator earlier, String earlierBound) ->
                earlier == operator && isLooser(operator, earlierBound, bound);
            case Check.Between(String low, String high) ->
                switch (operator) {
                  case GREATER_OR_EQUAL -> atMost(bound, low);
                  case LESS_OR_EQUAL -> atMost(high, bound);
                  case LESS, GREATER, EQUAL, NOT_EQUAL -> false;
                };
            case Check.NotNull _,
                Check.Unique _,
                Check.Like _,
                Check.In _,
                Check.Matches _,
                Check.Checksum _,
                Check.Graded _ ->
                false;
          };
      case Check.Between(String low, String high) ->
          then instanceof Check.Between(String earlierLow, String earlierHigh)
              && atMost(low, earlierLow)
              && atMost(earlierHigh, high);
      case Check.In(List<String> values, boolean negated) ->
          then instanceof Check.In(List<String> earlier, boolean earlierNegated)
              && negated == earlierNegated
              && (negated ? earlier.containsAll(values) : values.containsAll(earlier));
      case Check.NotNull _,
          Check.Unique _,
          Check.Like _,
          Check.Matches _,
          Check.Checksum _,
          Check.Graded _ ->
          false;
    };
  }

  private static boolean isLooser(Check.Operator operator, String earlier, String bound) {
    return switch (operator) {
      case GREATER, GREATER_OR_EQUAL -> atMost(bound, earlier);
      case LESS, LESS_OR_EQUAL -> atMost(earlier, bound);
      case EQUAL, NOT_EQUAL -> false;
    };
  }

  /** Of numbers; how the engine sorts other values is not for us to say. */
  private static boolean atMost(String one, String other) {
    try {
      return new BigDecimal(one).compareTo(new BigDecimal(other)) <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
