package dev.assay.silver;

import dev.assay.model.Check.Operator;
import dev.assay.model.ColumnType;
import dev.assay.model.Fact;
import dev.assay.model.Problem;
import dev.assay.model.RowCondition;
import dev.assay.model.RowCondition.Arithmetic;
import dev.assay.model.RowCondition.Term;
import dev.assay.model.RowRule;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverSpec;
import dev.assay.model.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Checks that rules between columns name columns of the recipe and compare like with like. */
final class RuleChecks {
  /** What a side of a condition is made of. */
  private enum Sort {
    NUMBER("a number"),
    DATE("a date"),
    TIMESTAMP("a date with a time"),
    TIMESTAMPTZ("a moment with a time zone"),
    TIME("a time of day"),
    TEXT("a text"),
    BOOLEAN("yes or no"),
    UUID("a UUID");

    private final String says;

    Sort(String says) {
      this.says = says;
    }

    boolean ordered() {
      return switch (this) {
        case NUMBER, DATE, TIMESTAMP, TIMESTAMPTZ, TIME -> true;
        case TEXT, BOOLEAN, UUID -> false;
      };
    }
  }

  private static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misfit(String message) {
      super(message);
    }
  }

  private final List<String> written;
  private final List<SilverSpec.Column> columns;
  private final List<Problem> problems;

  /**
   * What is wrong is added to {@code problems}.
   *
   * @param recipe the columns as written, of which those with problems are not in {@code columns}
   */
  RuleChecks(List<SilverColumn> recipe, List<SilverSpec.Column> columns, List<Problem> problems) {
    this.written =
        recipe.stream()
            .filter(column -> column != null)
            .map(
                column -> column.silverName() == null ? column.sourceColumn() : column.silverName())
            .filter(Objects::nonNull)
            .toList();
    this.columns = columns;
    this.problems = problems;
  }

  List<SilverSpec.Rule> check(List<RowRule> rules) {
    List<SilverSpec.Rule> checked = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      rule(rules.get(i), "/rules/" + i, taken).ifPresent(checked::add);
    }
    return List.copyOf(checked);
  }

  private Optional<SilverSpec.Rule> rule(RowRule rule, String at, Set<String> taken) {
    int before = problems.size();
    if (rule == null) {
      problem(at, Sentences.RULE_EMPTY.with());
      return Optional.empty();
    }
    if (rule.name() == null || rule.name().isBlank() || rule.name().length() > 100) {
      problem(at + "/name", Sentences.RULE_NAME.with());
    } else if (!taken.add(rule.name().toLowerCase(Locale.ROOT))) {
      problem(at + "/name", Sentences.RULE_NAME_TAKEN.with(rule.name()));
    }
    Optional<RowCondition> condition = condition(rule, at + "/condition");
    tolerance(rule, condition, at + "/tolerance");
    return condition
        .filter(_ -> problems.size() == before)
        .map(found ->
            new SilverSpec.Rule(
                rule.name(),
                found,
                rule.tolerance() == null ? BigDecimal.ZERO : BigDecimal.valueOf(rule.tolerance()),
                rule.onViolation() == null ? Severity.REJECT : rule.onViolation()));
  }

  private void tolerance(RowRule rule, Optional<RowCondition> condition, String at) {
    Double tolerance = rule.tolerance();
    if (tolerance == null) {
      return;
    }
    if (tolerance < 0 || !Double.isFinite(tolerance)) {
      problem(at, Sentences.TOLERANCE_NEGATIVE.with());
    } else if (tolerance > 0 && condition.isPresent() && !takesTolerance(condition.get())) {
      problem(at, Sentences.TOLERANCE_WHERE.with());
    }
  }

  private boolean takesTolerance(RowCondition condition) {
    boolean equation =
        switch (condition.operator()) {
          case EQUAL, NOT_EQUAL -> true;
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
        };
    return equation && sort(condition.left()) == Sort.NUMBER;
  }

  private Optional<RowCondition> condition(RowRule rule, String at) {
    RowCondition read;
    try {
      read = RowCondition.parse(rule.condition());
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(at, e.getMessage() + near(rule.condition())));
      return Optional.empty();
    }
    int before = problems.size();
    boolean known = true;
    for (String name : read.columns()) {
      if (find(name).isEmpty()) {
        known = false;
        if (written.stream().noneMatch(name::equalsIgnoreCase)) {
          problem(at, Suggestion.hint(Sentences.COLUMN_NOT_IN_RECIPE.with(name), name, written));
        }
      }
    }
    if (!known || problems.size() > before) {
      return Optional.empty();
    }
    if (read.columns().isEmpty()) {
      problem(at, Sentences.RULE_WITHOUT_COLUMN.with(rule.condition()));
      return Optional.empty();
    }
    try {
      fits(sort(read.left()), read.operator(), sort(read.right()));
    } catch (Misfit e) {
      problems.add(new Problem(at, "In '" + rule.condition() + "', " + e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(read.renamed(name -> find(name).orElseThrow().name()));
  }

  /** The column that a condition which cannot be read may have meant. */
  private String near(String condition) {
    if (condition == null) {
      return "";
    }
    // A name with blanks that is not quoted is what people write most.
    return written.stream()
        .filter(name -> !RowCondition.quoted(name).equals(name) && condition.contains(name))
        .findFirst()
        .map(name -> " Write " + RowCondition.quoted(name) + ".")
        .orElse("");
  }

  private void problem(String pointer, Fact... facts) {
    problems.add(new Problem(pointer, facts));
  }

  /** Exactly, else without regard to case, in which names differ never. */
  private Optional<SilverSpec.Column> find(String name) {
    return columns.stream()
        .filter(column -> !column.hidden() && column.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static void fits(Sort one, Operator operator, Sort other) {
    boolean ofDays =
        (one == Sort.DATE && other == Sort.TIMESTAMP)
            || (one == Sort.TIMESTAMP && other == Sort.DATE);
    if (one != other && !ofDays) {
      throw new Misfit(one.says + " is compared with " + other.says + ". Give both the same type.");
    }
    boolean order =
        switch (operator) {
          case EQUAL, NOT_EQUAL -> false;
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
        };
    if (order && !one.ordered()) {
      throw new Misfit(
          "the order of "
              + one.says
              + " is asked for. Use = or <>, or give both sides a type that has an order.");
    }
  }

  private Sort sort(Term term) {
    return switch (term) {
      case RowCondition.Column(String name) -> sort(find(name).orElseThrow().type());
      case RowCondition.Number _ -> Sort.NUMBER;
      case RowCondition.Negative(Term of) -> numeric(of);
      case RowCondition.Combined(Term left, Arithmetic arithmetic, Term right) -> {
        boolean days =
            arithmetic == Arithmetic.MINUS && sort(left) == Sort.DATE && sort(right) == Sort.DATE;
        if (!days) {
          numeric(left);
          numeric(right);
        }
        yield Sort.NUMBER;
      }
    };
  }

  /** Throws where a term is no number. */
  private Sort numeric(Term term) {
    Sort sort = sort(term);
    if (sort != Sort.NUMBER) {
      throw new Misfit(
          sort.says
              + " is computed with. Only numbers can be, and two dates can be subtracted, which gives"
              + " days.");
    }
    return sort;
  }

  private static Sort sort(ColumnType type) {
    return switch (type) {
      case ColumnType.Decimal _ -> Sort.NUMBER;
      case ColumnType.Simple simple ->
          switch (simple) {
            case INTEGER, BIGINT, DOUBLE -> Sort.NUMBER;
            case DATE -> Sort.DATE;
            case TIMESTAMP -> Sort.TIMESTAMP;
            case TIMESTAMPTZ -> Sort.TIMESTAMPTZ;
            case TIME -> Sort.TIME;
            case BOOLEAN -> Sort.BOOLEAN;
            case TEXT -> Sort.TEXT;
            case UUID -> Sort.UUID;
          };
    };
  }
}
