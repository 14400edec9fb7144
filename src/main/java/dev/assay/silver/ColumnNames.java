package dev.assay.silver;

import dev.assay.model.Fact;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.sql.LandingSql;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The data columns of a Bronze table, found by the names that people write. */
public final class ColumnNames {
  private static final Set<String> SYSTEM = Set.copyOf(LandingSql.METADATA);

  /** Where columns became rows, tells which of them a row was. */
  static final String PART = "_part";

  private final List<String> names;

  public ColumnNames(List<Rows.Column> bronze) {
    this.names =
        bronze.stream().map(Rows.Column::name).filter(name -> !SYSTEM.contains(name)).toList();
  }

  public List<String> all() {
    return names;
  }

  private ColumnNames(Stream<String> names) {
    this.names = names.toList();
  }

  /** These names without some and with others at the end. */
  ColumnNames without(Collection<String> gone, List<String> added) {
    return new ColumnNames(
        Stream.concat(names.stream().filter(name -> !gone.contains(name)), added.stream()));
  }

  /** Whether a name is one of the columns that Assay puts beside the data. */
  public static boolean isSystem(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return SYSTEM.contains(folded) || folded.equals(PART);
  }

  /** The column meant: matched exactly, else trimmed and case-folded where that is unique. */
  public Optional<String> find(String written) {
    if (names.contains(written)) {
      return Optional.of(written);
    }
    List<String> folded = names.stream().filter(name -> fold(name).equals(fold(written))).toList();
    return folded.size() == 1 ? Optional.of(folded.getFirst()) : Optional.empty();
  }

  /** What to say where {@link #find} finds nothing. */
  public Fact[] notFound(String written, String table) {
    long folded = names.stream().filter(name -> fold(name).equals(fold(written))).count();
    if (folded > 1) {
      return new Fact[] {Sentences.COLUMN_AMBIGUOUS.with(table, written.strip())};
    }
    return Suggestion.hint(Sentences.COLUMN_NOT_IN_TABLE.with(written, table), written, names);
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
