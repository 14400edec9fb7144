package dev.assay.semantic;

import dev.assay.model.Author;
import dev.assay.model.Grain;
import dev.assay.model.Question;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Kind;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Slug;
import dev.assay.model.Source;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.sql.SemanticSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Infers what a typed table is about from all its rows; nothing of it is looked up by name. */
public final class Inference {
  private final Source source;
  private final TableFigures figures;
  private final Told told;
  private final Function<String, Rows> read;

  private Inference(Source source, TableFigures figures, Told told, Function<String, Rows> read) {
    this.source = source;
    this.figures = figures;
    this.told = told;
    this.read = read;
  }

  /**
   * Infers the model of a Silver table, without what people have made of it.
   *
   * @param silver its columns
   * @param read runs a SELECT made by us
   */
  public static Inferred of(
      Source source, List<Rows.Column> silver, Told told, Function<String, Rows> read) {
    TableFigures figures = TableFigures.measure(read, source.silverTable(), silver);
    return new Inference(source, figures, told, read).inferred(true);
  }

  /** As {@link #of}, for texts that are read as the types of {@code figures}, column by column. */
  public static Inferred ofTexts(Source source, TableFigures figures, Function<String, Rows> read) {
    return new Inference(source, figures, Told.NOTHING, read).inferred(false);
  }

  private Inferred inferred(boolean typed) {
    SilverRecipe recipe = told.recipe();
    WrittenUnits units = WrittenUnits.of(recipe);
    List<ColumnRole> roles = ColumnRole.of(figures, Keys.single(recipe), units);
    Keys keys = new Keys(figures, roles, read);
    Set<String> unique = keys.unique();
    List<ColumnRole> seen =
        roles.stream().filter(role -> !told.masked().contains(role.name())).toList();
    List<String> grain =
        (typed ? keys.grain(recipe, unique) : unique.stream().limit(1).toList())
            .stream().filter(column -> !told.masked().contains(column)).toList();
    Optional<String> rowNoun = RowNoun.of(source, unique);
    Names names = new Names();
    List<Dimension> dimensions = dimensions(seen, unique, names, typed);
    Optional<String> time = new ChosenColumns(figures, seen).leadingTime();
    MeasureInference measures =
        new MeasureInference(
            rowNoun,
            figures,
            seen,
            units,
            grain,
            time,
            names,
            typed ? Optional.of(read) : Optional.empty());
    SemanticModel model =
        new SemanticModel(
            figures.table(),
            rowNoun.orElse(null),
            grain,
            time.flatMap(column -> named(dimensions, column)).orElse(null),
            dimensions,
            measures.measures(dimensions),
            typed ? new Levels(figures, dimensions, read).found() : List.of(),
            List.of());
    return new Inferred(figures, roles, units, unique, open(recipe), model);
  }

  /** Columns that are not yet what they will be. */
  private static Set<String> open(SilverRecipe recipe) {
    return recipe == null || recipe.questions() == null
        ? Set.of()
        : recipe.questions().stream().map(Question::column).collect(Collectors.toSet());
  }

  private static Optional<String> named(List<Dimension> dimensions, String column) {
    return dimensions.stream()
        .filter(dimension -> dimension.column().equals(column))
        .map(Dimension::name)
        .findFirst();
  }

  private List<Dimension> dimensions(
      List<ColumnRole> roles, Set<String> unique, Names names, boolean typed) {
    Map<String, Grain> finest = typed ? finest(roles) : Map.of();
    Set<String> taken = new HashSet<>();
    roles.forEach(role -> taken.add(Slug.of(role.name(), "column")));
    List<Dimension> dimensions = new ArrayList<>();
    for (ColumnRole role : roles) {
      Optional<Kind> kind = kind(role, unique);
      if (kind.isPresent()) {
        String name = names.taken(Slug.of(role.name(), "column"));
        String subject = NameWords.subject(role.name());
        // A customer_id is asked for as customer, unless a column is called that.
        boolean plain = kind.get() == Kind.ENTITY && !subject.equals(name) && taken.add(subject);
        dimensions.add(
            new Dimension(
                name,
                role.name(),
                kind.get(),
                role.role() == Role.YEAR ? Grain.YEAR : finest.get(role.name()),
                null,
                plain ? List.of(subject) : List.of(),
                Author.RULES));
      }
    }
    return dimensions;
  }

  private Optional<Kind> kind(ColumnRole role, Set<String> unique) {
    TableFigures.Column column = role.column();
    return switch (role.role()) {
      case TIME, YEAR -> Optional.of(Kind.TIME);
      case CATEGORY -> Optional.of(Kind.CATEGORY);
      case SUMMABLE, AVERAGED -> Optional.empty();
      case OTHER -> column.kind() == ValueKind.TEXT ? Optional.of(Kind.LABEL) : Optional.empty();
      case IDENTIFIER -> {
        if (NameWords.any(NameWords.of(role.name()), NameWords.LABELS)) {
          yield Optional.of(Kind.LABEL);
        }
        boolean nearlyUnique = column.distinct() * 20 > column.present() * 19;
        yield Optional.of(
            unique.contains(role.name()) || nearlyUnique ? Kind.IDENTIFIER : Kind.ENTITY);
      }
    };
  }

  /** The finest grain that the values of each time have. */
  private Map<String, Grain> finest(List<ColumnRole> roles) {
    Map<String, Grain> finest = new HashMap<>();
    List<String> times =
        roles.stream().filter(role -> role.role() == Role.TIME).map(ColumnRole::name).toList();
    if (times.isEmpty()) {
      return finest;
    }
    List<Object> counts = read.apply(SemanticSql.finest(figures.table(), times)).rows().getFirst();
    for (int i = 0; i < times.size(); i++) {
      int at = i * SemanticSql.FINENESS;
      finest.put(
          times.get(i),
          TableFigures.number(counts.get(at)) > 0
              ? Grain.HOUR
              : TableFigures.number(counts.get(at + 1)) > 0
                  ? Grain.DAY
                  : TableFigures.number(counts.get(at + 2)) > 0 ? Grain.MONTH : Grain.YEAR);
    }
    return finest;
  }
}
