package dev.assay.silver;

import dev.assay.model.Check;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication;
import dev.assay.model.Fact;
import dev.assay.model.NullStrategy;
import dev.assay.model.Problem;
import dev.assay.model.Rows;
import dev.assay.model.Severity;
import dev.assay.model.Shape;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Slug;
import dev.assay.model.Source;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a silver recipe against its Bronze table and settles every default; lists all problems at
 * once.
 */
public final class RecipeCheck {
  /** Resolves written SQL; throws {@link UserError} with a sentence where it cannot stand. */
  public interface Expressions {
    SilverSpec.Expression resolve(String expression, List<String> columns);
  }

  /** The cast that the data suggests for a source column which a recipe uses but does not list. */
  public interface SuggestedColumn {
    Optional<SilverColumn> of(Source source, String sourceColumn);
  }

  /** Tells why a regular expression cannot be used, or nothing. */
  public interface Patterns {
    Optional<Fact> problem(String pattern);
  }

  private final Dialect dialect;
  private final Expressions expressions;
  private final SuggestedColumn suggested;
  private final Patterns patterns;

  public RecipeCheck(
      Dialect dialect, Expressions expressions, SuggestedColumn suggested, Patterns patterns) {
    this.dialect = dialect;
    this.expressions = expressions;
    this.suggested = suggested;
    this.patterns = patterns;
  }

  /** The settled recipe; throws {@link UserError} with every problem. */
  public SilverSpec check(Source source, SilverRecipe recipe, List<Rows.Column> bronze) {
    List<Problem> problems = new ArrayList<>();
    ShapeRules shapes = new ShapeRules(source, new ColumnNames(bronze), problems);
    List<Shape> shape = shapes.check(recipe.shape());
    return new Checking(source, shapes.names(), problems).check(recipe).withShape(shape);
  }

  private final class Checking {
    private final Source source;
    private final ColumnNames names;
    private final List<Problem> problems;
    private final List<SilverSpec.Column> columns = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final TypeRules rules;

    /**
     * @param names the columns after the table was reshaped
     * @param problems what is known to be wrong already
     */
    Checking(Source source, ColumnNames names, List<Problem> problems) {
      this.source = source;
      this.names = names;
      this.problems = problems;
      this.rules = new TypeRules(patterns, problems);
    }

    SilverSpec check(SilverRecipe recipe) {
      if (recipe.columns() == null || recipe.columns().isEmpty()) {
        throw UserError.of(List.of(new Problem("/columns", Sentences.NO_COLUMNS.with())));
      }
      for (int i = 0; i < recipe.columns().size(); i++) {
        if (recipe.columns().get(i) == null) {
          problem("/columns/" + i, Sentences.COLUMN_EMPTY.with(i + 1));
        } else {
          column(recipe.columns().get(i), "/columns/" + i, false).ifPresent(columns::add);
        }
      }
      new MaskRules(columns, problems).check(recipe.columns());
      Double limit = recipe.rejectLimit();
      if (limit != null && !(limit >= 0 && limit <= 1)) {
        problem("/reject_limit", Sentences.REJECT_LIMIT_NO_SHARE.with());
      }
      List<SilverSpec.Rule> between =
          new RuleChecks(recipe.columns(), columns, problems).check(recipe.rules());
      SilverSpec spec = deduplication(recipe.deduplication()).withRejectLimit(limit);
      List<SilverSpec.Filter> filters =
          new FilterRules(source, names, columns, rules, problems).check(recipe.filters());
      if (!problems.isEmpty()) {
        throw UserError.of(problems);
      }
      // Keys, orders and filters may have joined columns of their own.
      return spec.withColumns(columns).withFilters(filters).withRules(between);
    }

    private void problem(String pointer, Fact... facts) {
      problems.add(new Problem(pointer, facts));
    }

    private Optional<SilverSpec.Column> column(SilverColumn column, String at, boolean hidden) {
      int before = problems.size();
      if (column.sourceColumn() == null) {
        problem(at + "/source_column", Sentences.SOURCE_COLUMN_NEEDED.with());
        return Optional.empty();
      }
      String from = names.find(column.sourceColumn()).orElse(null);
      if (from == null) {
        problem(at + "/source_column", names.notFound(column.sourceColumn(), source.bronzeTable()));
      }
      String name =
          column.silverName() == null
              ? Slug.of(column.sourceColumn(), "column")
              : column.silverName();
      checkName(name, at + "/silver_name");
      ColumnType type = column.targetType() == null ? ColumnType.Simple.TEXT : column.targetType();
      NullStrategy strategy =
          column.nullStrategy() == null ? NullStrategy.KEEP_NULL : column.nullStrategy();
      Severity severity = column.onViolation() == null ? Severity.REJECT : column.onViolation();
      List<Check> checks = column.validation() == null ? List.of() : column.validation().checks();
      List<Cleaning> cleaning = rules.cleaning(column, type, at);
      rules.checkNullStrategy(column, strategy, type, at);
      checks.forEach(check -> rules.checkLiterals(check, type, at + "/validation"));
      if (from == null || problems.size() > before) {
        return Optional.empty();
      }
      SilverSpec.Column plain =
          new SilverSpec.Column(
              from,
              name,
              type,
              cleaning,
              strategy,
              column.defaultValue(),
              checks,
              severity,
              hidden);
      Optional<String> written = written(column, plain);
      if (written.isEmpty()) {
        return Optional.of(plain.withMask(column.mask()));
      }
      try {
        SilverSpec.Expression expression = expressions.resolve(written.get(), names.all());
        return Optional.of(
            new SilverSpec.Column(
                from,
                name,
                type,
                List.of(new Cleaning.Custom(written.get())),
                strategy,
                column.defaultValue(),
                checks,
                severity,
                hidden,
                column.mask(),
                expression));
      } catch (UserError e) {
        problems.add(new Problem(at + "/cast_expression", e));
        return Optional.empty();
      }
    }

    /** The SQL that a person or a model wrote instead of typed steps, if they did. */
    private Optional<String> written(SilverColumn column, SilverSpec.Column plain) {
      if (column.cleaning() != null
          && column.cleaning().size() == 1
          && column.cleaning().getFirst() instanceof Cleaning.Custom(String sql)) {
        return Optional.of(sql);
      }
      if (column.castExpression() == null || column.castExpression().isBlank()) {
        return Optional.empty();
      }
      boolean rendered =
          column.cleaning() != null
              && squeezed(dialect.cast(plain)).equals(squeezed(column.castExpression()));
      return rendered ? Optional.empty() : Optional.of(column.castExpression());
    }

    private String squeezed(String sql) {
      return sql.replaceAll("\\s+", " ").strip();
    }

    private void checkName(String name, String at) {
      if (name.isBlank() || name.length() > 200) {
        problem(at, Sentences.COLUMN_NAME_LENGTH.with());
      } else if (ColumnNames.isSystem(name) || name.toLowerCase(Locale.ROOT).startsWith("assay_")) {
        problem(at, Sentences.NAME_RESERVED.with(name));
      } else if (!taken.add(name.toLowerCase(Locale.ROOT))) {
        problem(at, Sentences.COLUMN_NAME_TAKEN.with(name));
      }
    }

    private SilverSpec deduplication(Deduplication deduplication) {
      if (deduplication == null) {
        return spec(List.of(), Deduplication.Strategy.NONE, List.of());
      }
      Deduplication.Strategy strategy =
          deduplication.strategy() == null
              ? Deduplication.Strategy.REMOVE_EXACT
              : deduplication.strategy();
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < deduplication.keyColumns().size(); i++) {
        referenced(deduplication.keyColumns().get(i), "/deduplication/key_columns/" + i)
            .ifPresent(keys::add);
      }
      boolean needsKeys =
          switch (strategy) {
            case KEEP_LATEST, KEEP_FIRST -> true;
            case REMOVE_EXACT, NONE -> false;
          };
      if (needsKeys && deduplication.keyColumns().isEmpty()) {
        problem("/deduplication/key_columns", Sentences.KEYS_NEEDED.with(strategy));
      }
      List<SilverSpec.OrderTerm> order = new ArrayList<>();
      if (deduplication.orderBy() != null && !deduplication.orderBy().isBlank()) {
        for (String term : deduplication.orderBy().split(",")) {
          orderTerm(term.strip(), strategy).ifPresent(order::add);
        }
      }
      return spec(keys, strategy, order);
    }

    private SilverSpec spec(
        List<String> keys, Deduplication.Strategy strategy, List<SilverSpec.OrderTerm> order) {
      return new SilverSpec(source.bronzeTable(), List.copyOf(columns), keys, strategy, order);
    }

    private Optional<SilverSpec.OrderTerm> orderTerm(String term, Deduplication.Strategy strategy) {
      String upper = term.toUpperCase(Locale.ROOT);
      boolean ascending = upper.endsWith(" ASC");
      boolean descending = upper.endsWith(" DESC");
      String name =
          ascending
              ? term.substring(0, term.length() - 4)
              : descending ? term.substring(0, term.length() - 5) : term;
      // Without a direction the strategy's own name says it.
      boolean latest = descending || (!ascending && strategy == Deduplication.Strategy.KEEP_LATEST);
      String bare = name.strip().replaceAll("^\"(.*)\"$", "$1");
      return referenced(bare, "/deduplication/order_by")
          .map(column -> new SilverSpec.OrderTerm(column, latest));
    }

    /**
     * A Silver column by its name, else a source column, which then joins with its suggested cast.
     */
    private Optional<String> referenced(String written, String at) {
      for (SilverSpec.Column column : columns) {
        if (column.name().equals(written)) {
          return Optional.of(column.name());
        }
      }
      Optional<String> from = names.find(written);
      if (from.isEmpty()) {
        List<String> known =
            new ArrayList<>(columns.stream().map(SilverSpec.Column::name).toList());
        known.addAll(names.all());
        problem(
            at,
            Suggestion.hint(
                Sentences.COLUMN_IN_NEITHER.with(written, source.bronzeTable()), written, known));
        return Optional.empty();
      }
      for (SilverSpec.Column column : columns) {
        if (column.source().equals(from.get())) {
          return Optional.of(column.name());
        }
      }
      String hiddenName = "assay_key_" + columns.size();
      SilverColumn cast =
          suggested
              .of(source, from.get())
              .map(c ->
                  new SilverColumn(
                      from.get(),
                      hiddenName,
                      c.targetType(),
                      null,
                      c.cleaning(),
                      null,
                      null,
                      null,
                      null,
                      null))
              .orElse(
                  new SilverColumn(
                      from.get(),
                      hiddenName,
                      ColumnType.Simple.TEXT,
                      null,
                      List.of(new Cleaning.Trim()),
                      null,
                      null,
                      null,
                      null,
                      null));
      columns.add(
          new SilverSpec.Column(
              from.get(),
              hiddenName,
              cast.targetType(),
              cast.cleaning() == null ? List.of(new Cleaning.Trim()) : cast.cleaning(),
              NullStrategy.KEEP_NULL,
              null,
              List.of(),
              Severity.REJECT,
              true));
      return Optional.of(hiddenName);
    }
  }
}
