package dev.assay.silver;

import dev.assay.model.Check;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Fact;
import dev.assay.model.NullStrategy;
import dev.assay.model.Problem;
import dev.assay.model.RowFilter;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks the filters of a recipe and finds the columns that they look at. */
final class FilterRules {
  private static final int LONGEST_NAME = 100;

  private final Source source;
  private final ColumnNames names;
  private final List<SilverSpec.Column> columns;
  private final TypeRules rules;
  private final List<Problem> problems;

  /** Columns that only filters look at join {@code columns}; what is wrong {@code problems}. */
  FilterRules(
      Source source,
      ColumnNames names,
      List<SilverSpec.Column> columns,
      TypeRules rules,
      List<Problem> problems) {
    this.source = source;
    this.names = names;
    this.columns = columns;
    this.rules = rules;
    this.problems = problems;
  }

  List<SilverSpec.Filter> check(List<RowFilter> filters) {
    List<SilverSpec.Filter> checked = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < filters.size(); i++) {
      String at = "/filters/" + i;
      if (filters.get(i) == null) {
        problem(at, Sentences.FILTER_EMPTY.with(i + 1));
      } else {
        checkName(filters.get(i).name(), at + "/name", taken);
        filter(filters.get(i), at).ifPresent(checked::add);
      }
    }
    return checked;
  }

  private void checkName(String name, String at, Set<String> taken) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      problem(at, Sentences.FILTER_NAME.with());
    } else if (!taken.add(name.toLowerCase(Locale.ROOT))) {
      problem(at, Sentences.FILTER_NAME_TAKEN.with(name));
    }
  }

  private Optional<SilverSpec.Filter> filter(RowFilter filter, String at) {
    int before = problems.size();
    boolean asReceived = Boolean.TRUE.equals(filter.asReceived());
    List<Check> keep = filter.keep() == null ? List.of() : filter.keep().checks();
    if (keep.isEmpty()) {
      problem(at + "/keep", Sentences.FILTER_WITHOUT_KEEP.with());
    }
    if (keep.stream().map(Check::bare).anyMatch(Check.Unique.class::isInstance)) {
      problem(at + "/keep", Sentences.FILTER_UNIQUE.with());
    }
    Optional<SilverSpec.Column> column = column(filter.column(), at + "/column");
    column.ifPresent(found -> {
      ColumnType type = asReceived ? ColumnType.Simple.TEXT : found.type();
      keep.forEach(check -> rules.checkLiterals(check, type, at + "/keep"));
    });
    return problems.size() > before
        ? Optional.empty()
        : column.map(found -> new SilverSpec.Filter(filter.name(), found.name(), asReceived, keep));
  }

  /**
   * A Silver column by its name, else the only one that is made of the source column of that name,
   * else the source column itself, as text without the blanks around it.
   */
  private Optional<SilverSpec.Column> column(String written, String at) {
    if (written == null) {
      problem(at, Sentences.FILTER_WITHOUT_COLUMN.with());
      return Optional.empty();
    }
    Optional<SilverSpec.Column> named =
        columns.stream().filter(c -> !c.hidden() && c.name().equals(written)).findFirst();
    if (named.isPresent()) {
      return named;
    }
    Optional<String> from = names.find(written);
    if (from.isEmpty()) {
      List<String> known =
          new ArrayList<>(
              columns.stream().filter(c -> !c.hidden()).map(SilverSpec.Column::name).toList());
      known.addAll(names.all());
      problem(
          at,
          Suggestion.hint(
              Sentences.COLUMN_IN_NEITHER.with(written, source.bronzeTable()), written, known));
      return Optional.empty();
    }
    List<SilverSpec.Column> made =
        columns.stream().filter(c -> !c.hidden() && c.source().equals(from.get())).toList();
    return Optional.of(made.size() == 1 ? made.getFirst() : joined(from.get()));
  }

  private SilverSpec.Column joined(String from) {
    SilverSpec.Column column =
        new SilverSpec.Column(
            from,
            "assay_filter_" + columns.size(),
            ColumnType.Simple.TEXT,
            List.of(new Cleaning.Trim()),
            NullStrategy.KEEP_NULL,
            null,
            List.of(),
            Severity.REJECT,
            true);
    columns.add(column);
    return column;
  }

  private void problem(String pointer, Fact... facts) {
    problems.add(new Problem(pointer, facts));
  }
}
