package dev.assay.gold.calcite;

import dev.assay.model.Grain;
import dev.assay.sql.FilterValue;
import dev.assay.sql.grouped.Grouped;
import dev.assay.sql.grouped.Pure;
import dev.assay.sql.grouped.Term;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question said in the periods that a table keeps, where that says the same: the year of a moment
 * is the year of its month, and a moment is in March or later when its month is.
 */
final class Periods {
  /** Periods of one time column that a table keeps. */
  private record Kept(Term.Column column, Grain grain) {
    Term period() {
      return new Term.Truncated(grain, column);
    }
  }

  private final List<Kept> kept = new ArrayList<>();
  private final Grouped table;

  Periods(Grouped table) {
    this.table = table;
    for (Grouped.Key key : table.keys()) {
      if (key.name() != null
          && key.term() instanceof Term.Truncated(Grain grain, Term.Column column)
          && !holds(column)) {
        kept.add(new Kept(column, grain));
      }
    }
  }

  private boolean holds(Term term) {
    return table.keys().stream().anyMatch(key -> key.name() != null && key.term().equals(term));
  }

  /** The question with its times said in periods. */
  Grouped said(Grouped question, boolean conditionsToo) {
    return new Grouped(
        question.table(),
        question.keys().stream().map(key -> new Grouped.Key(key.name(), said(key.term()))).toList(),
        question.figures().stream()
            .map(figure ->
                new Grouped.Figure(
                    figure.name(),
                    figure.kind(),
                    figure.argument() == null ? null : said(figure.argument())))
            .toList(),
        question.conditions().stream()
            .map(condition ->
                conditionsToo && !table.conditions().contains(condition)
                    ? bounded(said(condition))
                    : condition)
            .toList(),
        question.groups());
  }

  private Term said(Term term) {
    return term.replaced(one ->
        switch (one) {
          case Term.Truncated(Grain grain, Term.Column column) ->
              period(column, grain, true)
                  .<Term>map(period -> new Term.Truncated(grain, period))
                  .orElse(one);
          case Term.Call(Pure function, List<Term> arguments, var kind) -> {
            int time = function == Pure.DATE_PART ? 1 : 0;
            Optional<Grain> finest = finest(function, arguments);
            if (finest.isPresent() && arguments.get(time) instanceof Term.Column column) {
              Optional<Term> period = period(column, finest.get(), false);
              if (period.isPresent()) {
                List<Term> changed = new ArrayList<>(arguments);
                changed.set(time, period.get());
                yield new Term.Call(function, changed, kind);
              }
            }
            yield one;
          }
          case Term.Column _, Term.Literal _, Term.Nothing _, Term.Truncated _ -> one;
          case Term.Compared _, Term.All _, Term.Any _, Term.Not _, Term.Missing _ -> one;
        });
  }

  private Optional<Term> period(Term.Column column, Grain grain, boolean coarser) {
    return kept.stream()
        .filter(one -> one.column().equals(column) && one.grain().rollsUpTo(grain))
        .filter(one -> !coarser || one.grain() != grain)
        .map(Kept::period)
        .findFirst();
  }

  /** The periods that a function needs to be told apart. */
  private static Optional<Grain> finest(Pure function, List<Term> arguments) {
    if (function == Pure.DATE_PART
        && arguments.get(0) instanceof Term.Literal(FilterValue.Text(String part), _)) {
      return switch (part) {
        case "year" -> Optional.of(Grain.YEAR);
        case "quarter" -> Optional.of(Grain.QUARTER);
        case "month" -> Optional.of(Grain.MONTH);
        case "week", "isoyear" -> Optional.of(Grain.WEEK);
        case "day", "dayofweek", "isodow", "dayofyear" -> Optional.of(Grain.DAY);
        case "hour" -> Optional.of(Grain.HOUR);
        default -> Optional.empty();
      };
    }
    if (function == Pure.FORMAT_TIME
        && arguments.get(1) instanceof Term.Literal(FilterValue.Text(String format), _)) {
      if (format.matches(".*%[MSp].*")) {
        return Optional.empty();
      }
      return Optional.of(
          format.contains("%H")
              ? Grain.HOUR
              : format.matches(".*%[djaA].*")
                  ? Grain.DAY
                  : format.matches(".*%[mbB].*") ? Grain.MONTH : Grain.YEAR);
    }
    return Optional.empty();
  }

  private Term bounded(Term condition) {
    return condition.replaced(one -> {
      if (one instanceof Term.Compared(Term.Sign sign, Term.Column column, Term.Literal literal)
          && literal.value() instanceof FilterValue.Moment(LocalDateTime at)
          && (sign == Term.Sign.LESS || sign == Term.Sign.GREATER_OR_EQUAL)) {
        for (Kept periods : kept) {
          if (periods.column().equals(column) && begins(at, periods.grain())) {
            return new Term.Compared(sign, periods.period(), literal);
          }
        }
      }
      return one instanceof Term.Missing(Term.Column column)
          ? kept.stream()
              .filter(periods -> periods.column().equals(column))
              .findFirst()
              .<Term>map(periods -> new Term.Missing(periods.period()))
              .orElse(one)
          : one;
    });
  }

  private static boolean begins(LocalDateTime at, Grain grain) {
    boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
    return switch (grain) {
      case YEAR -> midnight && at.getDayOfYear() == 1;
      case QUARTER -> midnight && at.getDayOfMonth() == 1 && (at.getMonthValue() - 1) % 3 == 0;
      case MONTH -> midnight && at.getDayOfMonth() == 1;
      case WEEK -> midnight && at.getDayOfWeek() == DayOfWeek.MONDAY;
      case DAY -> midnight;
      case HOUR -> at.truncatedTo(ChronoUnit.HOURS).equals(at);
    };
  }
}
