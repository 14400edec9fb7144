package dev.assay.semantic;

import dev.assay.model.Grain;
import dev.assay.model.Query.Dimension;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.sql.ValueKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns of a table that serve best as time, categories, measures and entity. */
public final class ChosenColumns {
  /** A time column and the grain that fits its span. */
  public record Time(String column, Grain grain) {
    public Dimension dimension() {
      return new Dimension(grain.name().toLowerCase(Locale.ROOT), column, grain);
    }
  }

  private static final Set<String> LEADING_TIMES =
      Set.of(
          "order",
          "ordered",
          "created",
          "date",
          "sold",
          "sale",
          "transaction",
          "event",
          "payment",
          "fecha",
          "pedido",
          "venda",
          "venta",
          "compra",
          "criado",
          "creado");

  private static final Set<String> LEADING_SUMS =
      Set.of(
          "revenue",
          "sales",
          "amount",
          "turnover",
          "total",
          "income",
          "value",
          "receita",
          "receitas",
          "valor",
          "vendas",
          "ventas",
          "ingresos",
          "importe",
          "monto",
          "umsatz",
          "faturamento",
          "facturacion");

  private static final Set<String> DISCOUNTS =
      Set.of(
          "discount", "rebate", "coupon", "voucher", "desconto", "descuento", "rabatt", "remise");

  private static final int MOST_FLAGS = 4;

  private final TableFigures figures;
  private final List<ColumnRole> roles;
  private final Optional<String> leading;

  public ChosenColumns(TableFigures figures, List<ColumnRole> roles) {
    this(figures, roles, Optional.empty());
  }

  /**
   * @param leading the column that a period means, where that is known
   */
  public ChosenColumns(TableFigures figures, List<ColumnRole> roles, Optional<String> leading) {
    this.leading = leading;
    this.figures = figures;
    this.roles = roles;
  }

  /** Whether something is taken off prices, so that a price is not what was paid. */
  boolean isDiscounted() {
    return roles.stream().anyMatch(role -> NameWords.any(NameWords.of(role.name()), DISCOUNTS));
  }

  /** The time at which the things happened, where there is more than one period of it. */
  public Optional<Time> time() {
    return roles.stream()
        .filter(role -> role.role() == Role.TIME)
        .filter(role -> role.column().distinct() > 1)
        .max(Comparator.comparingDouble(this::timeScore))
        .map(role -> new Time(role.name(), TimeSpan.of(role.column()).fittingGrain()));
  }

  /** The time that a period means: as {@link #time}, else the only column of years. */
  public Optional<String> leadingTime() {
    List<ColumnRole> years = roles.stream().filter(role -> role.role() == Role.YEAR).toList();
    return roles.stream()
        .filter(role -> role.role() == Role.TIME)
        .filter(role -> role.column().present() > 0)
        .max(Comparator.comparingDouble(this::timeScore))
        .or(() -> years.size() == 1 ? Optional.of(years.getFirst()) : Optional.empty())
        .map(ColumnRole::name);
  }

  private double timeScore(ColumnRole role) {
    List<String> words = NameWords.of(role.name());
    double score = 2.0 * role.column().present() / Math.max(1, figures.rows());
    score += NameWords.any(words, LEADING_TIMES) ? 1 : 0;
    score -= NameWords.any(words, NameWords.AUXILIARY_TIMES) ? 3 : 0;
    score += leading.filter(role.name()::equals).isPresent() ? 10 : 0;
    // The first of equals wins: columns stand in the order that people chose.
    return score - roles.indexOf(role) * 1e-6;
  }

  /** Columns that sort rows into few groups, the most telling first. */
  public List<ColumnRole> categories() {
    boolean hasTime = time().isPresent();
    List<ColumnRole> categories =
        roles.stream()
            .filter(role -> role.role() == Role.CATEGORY || role.role() == Role.YEAR && !hasTime)
            .filter(role -> role.column().distinct() >= 2)
            .sorted(Comparator.comparingDouble(this::categoryScore).reversed())
            .toList();
    List<ColumnRole> named = categories.stream().filter(role -> !isFlag(role)).toList();
    // Of many yes or no none tells more than the next: they are the answers of a form.
    return named.isEmpty() || categories.size() - named.size() <= MOST_FLAGS ? categories : named;
  }

  private static boolean isFlag(ColumnRole role) {
    return role.column().kind() == ValueKind.BOOLEAN;
  }

  private double categoryScore(ColumnRole role) {
    TableFigures.Column column = role.column();
    // What "uses product 7" is called after, it is not.
    boolean named = !isFlag(role) && NameWords.any(NameWords.of(role.name()), NameWords.CATEGORIES);
    double score = named ? 3 : 0;
    score += column.distinct() <= 12 ? 3 : column.distinct() <= 60 ? 2 : 0;
    score -= isFlag(role) ? 2 : 0;
    score += role.role() == Role.YEAR ? 2 : 0;
    score -= 3.0 * (figures.rows() - column.present()) / Math.max(1, figures.rows());
    return score - roles.indexOf(role) * 1e-6;
  }

  /** Texts that repeat, though not often: better than nothing where there is little else. */
  public List<ColumnRole> looseCategories() {
    return roles.stream()
        .filter(role -> role.role() == Role.OTHER && role.column().kind() == ValueKind.TEXT)
        .filter(role -> role.column().averageLength() <= 40 && !role.isStructured())
        .filter(role -> role.column().distinct() >= 2)
        .filter(role -> role.column().distinct() * 10 <= role.column().present() * 9)
        .toList();
  }

  /** Measures of one kind, those that matter most to people first. */
  public List<ColumnRole> measures(Role role) {
    return roles.stream()
        .filter(column -> column.role() == role)
        .filter(column -> column.column().present() > 0)
        .sorted(
            Comparator.comparingInt(
                column -> NameWords.any(NameWords.of(column.name()), LEADING_SUMS) ? 0 : 1))
        .toList();
  }

  /** What rows belong to: a customer, else another thing that has several rows. */
  public Optional<ColumnRole> entity() {
    return roles.stream()
        .filter(role -> role.role() == Role.IDENTIFIER)
        .filter(role -> !NameWords.any(NameWords.of(role.name()), NameWords.LABELS))
        .filter(role -> role.column().distinct() >= 2)
        .filter(role -> role.column().distinct() * 20 <= role.column().present() * 19)
        .max(Comparator.comparingDouble(this::entityScore));
  }

  private double entityScore(ColumnRole role) {
    List<String> words = NameWords.of(role.name());
    double score = NameWords.any(words, NameWords.PEOPLE) ? 2 : 0;
    score += words.contains("id") ? 1 : 0;
    score += 1.0 * role.column().present() / Math.max(1, figures.rows());
    return score - roles.indexOf(role) * 1e-6;
  }
}
