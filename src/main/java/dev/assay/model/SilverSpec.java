package dev.assay.model;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A Silver recipe after checking: every name resolved, every default settled. Planners hand it to
 * dialects.
 *
 * @param bronze the Bronze table
 * @param columns in Silver's order
 * @param keys what duplicates share; empty for exact removal over whole rows
 * @param strategy which duplicate stays
 * @param orderBy which sorts first
 * @param shape changes of the table as a whole, made first
 * @param filters rows that are left out on purpose
 * @param rules what must hold between the columns of a row
 * @param overrides raw values that a person has put right
 * @param rejectLimit the greatest share of rejected rows that may be published; null for any
 */
public record SilverSpec(
    String bronze,
    List<Column> columns,
    List<String> keys,
    Deduplication.Strategy strategy,
    List<OrderTerm> orderBy,
    List<Shape> shape,
    List<Filter> filters,
    List<Rule> rules,
    List<CellOverride> overrides,
    Double rejectLimit) {

  /** A spec of columns and duplicates alone. */
  public SilverSpec(
      String bronze,
      List<Column> columns,
      List<String> keys,
      Deduplication.Strategy strategy,
      List<OrderTerm> orderBy) {
    this(
        bronze, columns, keys, strategy, orderBy, List.of(), List.of(), List.of(), List.of(), null);
  }

  public SilverSpec withColumns(List<Column> columns) {
    return new SilverSpec(
        bronze,
        List.copyOf(columns),
        keys,
        strategy,
        orderBy,
        shape,
        filters,
        rules,
        overrides,
        rejectLimit);
  }

  public SilverSpec withFilters(List<Filter> filters) {
    return new SilverSpec(
        bronze,
        columns,
        keys,
        strategy,
        orderBy,
        shape,
        List.copyOf(filters),
        rules,
        overrides,
        rejectLimit);
  }

  public SilverSpec withShape(List<Shape> shape) {
    return new SilverSpec(
        bronze,
        columns,
        keys,
        strategy,
        orderBy,
        List.copyOf(shape),
        filters,
        rules,
        overrides,
        rejectLimit);
  }

  /** Bronze columns whose blank cells take the value above, each once. */
  public List<String> filledDown() {
    return shape.stream()
        .filter(Shape.FillDown.class::isInstance)
        .flatMap(step -> ((Shape.FillDown) step).columns().stream())
        .distinct()
        .toList();
  }

  /** The step that makes rows of columns; a checked spec has at most one. */
  public Optional<Shape.Unpivot> unpivot() {
    return shape.stream()
        .filter(Shape.Unpivot.class::isInstance)
        .map(Shape.Unpivot.class::cast)
        .findFirst();
  }

  /**
   * The Bronze columns that a column reads: its source, what its written SQL names, and in the place
   * of a column that unpivot makes those whose cells it holds.
   */
  public Set<String> reads(Column column) {
    Set<String> bronze = new LinkedHashSet<>();
    for (String name : column.uses()) {
      Optional<Shape.Unpivot> made =
          unpivot().filter(step -> name.equals(step.valueColumn()));
      if (made.isPresent()) {
        bronze.addAll(made.get().columns());
      } else {
        bronze.add(name);
      }
    }
    return bronze;
  }

  /** The position of a column, by its Silver name. */
  public int index(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("A checked spec names the unknown column " + column);
  }

  public SilverSpec withBronze(String bronze) {
    return new SilverSpec(
        bronze, columns, keys, strategy, orderBy, shape, filters, rules, overrides, rejectLimit);
  }

  public SilverSpec withOverrides(List<CellOverride> overrides) {
    return new SilverSpec(
        bronze, columns, keys, strategy, orderBy, shape, filters, rules, overrides, rejectLimit);
  }

  public SilverSpec withRejectLimit(Double rejectLimit) {
    return new SilverSpec(
        bronze, columns, keys, strategy, orderBy, shape, filters, rules, overrides, rejectLimit);
  }

  /**
   * Rows that are left out on purpose.
   *
   * @param name in counts and reasons
   * @param column a column of this spec, by its Silver name
   * @param asReceived whether the raw text is looked at instead of the value
   * @param keep what a row that stays meets
   */
  public record Filter(String name, String column, boolean asReceived, List<Check> keep) {}

  /**
   * What must hold between the values of a row.
   *
   * @param name in counts and reasons
   * @param condition with the Silver names of columns of this spec
   * @param tolerance how far the sides of an equation may be apart
   * @param severity of a row that breaks it
   */
  public record Rule(
      String name, RowCondition condition, BigDecimal tolerance, Severity severity) {}

  /** The same with rules between columns. */
  public SilverSpec withRules(List<Rule> rules) {
    return new SilverSpec(
        bronze, columns, keys, strategy, orderBy, shape, filters, rules, overrides, rejectLimit);
  }

  /**
   * One column.
   *
   * @param source Bronze column
   * @param name Silver column
   * @param type Silver type
   * @param cleaning steps in order
   * @param nullStrategy for cells missing after cleaning
   * @param defaultValue for FILL_DEFAULT, else null
   * @param checks what values must meet
   * @param severity of a violated check
   * @param hidden whether it serves only as key or order and is not published
   * @param mask how its values are hidden once everything else is done, or null
   * @param custom the resolved {@link Cleaning.Custom} expression, or null
   */
  public record Column(
      String source,
      String name,
      ColumnType type,
      List<Cleaning> cleaning,
      NullStrategy nullStrategy,
      String defaultValue,
      List<Check> checks,
      Severity severity,
      boolean hidden,
      Mask mask,
      Expression custom) {

    /** A column that is not masked. */
    public Column(
        String source,
        String name,
        ColumnType type,
        List<Cleaning> cleaning,
        NullStrategy nullStrategy,
        String defaultValue,
        List<Check> checks,
        Severity severity,
        boolean hidden,
        Expression custom) {
      this(
          source,
          name,
          type,
          cleaning,
          nullStrategy,
          defaultValue,
          checks,
          severity,
          hidden,
          null,
          custom);
    }

    /** A column made of typed steps only. */
    public Column(
        String source,
        String name,
        ColumnType type,
        List<Cleaning> cleaning,
        NullStrategy nullStrategy,
        String defaultValue,
        List<Check> checks,
        Severity severity,
        boolean hidden) {
      this(
          source,
          name,
          type,
          cleaning,
          nullStrategy,
          defaultValue,
          checks,
          severity,
          hidden,
          null,
          null);
    }

    /** The columns of the reshaped table that it is made of, its source first. */
    public Set<String> uses() {
      Set<String> names = new LinkedHashSet<>(List.of(source));
      if (custom != null) {
        names.addAll(custom.columns());
      }
      return names;
    }

    /** Whether values come out the same, masked the same; the name and checks may differ. */
    public boolean showsAs(Column other) {
      return source.equals(other.source)
          && type.equals(other.type)
          && cleaning.equals(other.cleaning)
          && nullStrategy == other.nullStrategy
          && Objects.equals(defaultValue, other.defaultValue)
          && Objects.equals(mask, other.mask)
          && Objects.equals(custom, other.custom);
    }

    /** Whether its values are added up in the ledger; those of a masked column stay unknown. */
    public boolean isMeasured() {
      return type.isNumeric() && mask == null;
    }

    /** The same column with a mask over all it publishes. */
    public Column withMask(Mask mask) {
      return new Column(
          source,
          name,
          type,
          cleaning,
          nullStrategy,
          defaultValue,
          checks,
          severity,
          hidden,
          mask,
          custom);
    }

    /** Whether a missing cell gets a value. */
    public boolean fills() {
      return switch (nullStrategy) {
        case FILL_DEFAULT, FILL_UNKNOWN, FILL_ZERO -> true;
        case DROP_ROW, KEEP_NULL -> false;
      };
    }

    /** What a missing cell gets, as text, or null where nothing is filled. */
    public String fill() {
      return switch (nullStrategy) {
        case FILL_DEFAULT -> defaultValue;
        case FILL_UNKNOWN -> "Unknown";
        case FILL_ZERO -> "0";
        case DROP_ROW, KEEP_NULL -> null;
      };
    }
  }

  /**
   * Written SQL after its check: identifiers resolved, casts made safe.
   *
   * @param value the expression over the Bronze table
   * @param failed a condition over the Bronze table: a cast in it had a value and could not read it
   * @param columns that it names, of the table in the shape that the recipe gives it
   */
  public record Expression(String value, String failed, List<String> columns) {
    public Expression {
      columns = List.copyOf(columns);
    }
  }

  /** A column of this spec, by its Silver name, and a direction; missing values sort last. */
  public record OrderTerm(String column, boolean descending) {}
}
