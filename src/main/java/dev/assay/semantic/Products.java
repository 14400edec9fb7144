package dev.assay.semantic;

import static dev.assay.semantic.NameWords.any;

import dev.assay.model.Rows;
import dev.assay.sql.SemanticSql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds what rows cost in all where the table only says how many and what one costs. */
final class Products {
  /** How many there are and what one costs. */
  record Product(ColumnRole quantity, ColumnRole price) {}

  /** A column that is the product on as many rows holds it: the rest are rounding and mistakes. */
  private static final double HOLDS = 0.999;

  private static final Set<String> OTHER_PRICES =
      Set.of("list", "old", "previous", "cost", "max", "min", "average", "avg", "total");

  private final TableFigures figures;
  private final List<ColumnRole> roles;
  private final Function<String, Rows> read;

  Products(TableFigures figures, List<ColumnRole> roles, Function<String, Rows> read) {
    this.figures = figures;
    this.roles = roles;
    this.read = read;
  }

  Optional<Product> found() {
    List<ColumnRole> quantities = named(NameWords.QUANTITIES, Set.of());
    List<ColumnRole> prices = named(NameWords.PRICES, OTHER_PRICES);
    // With several prices or counts, which belong together is a guess.
    if (quantities.size() != 1 || prices.size() != 1) {
      return Optional.empty();
    }
    Product product = new Product(quantities.getFirst(), prices.getFirst());
    return heldByColumn(product) ? Optional.empty() : Optional.of(product);
  }

  private List<ColumnRole> named(Set<String> words, Set<String> without) {
    return roles.stream()
        .filter(role -> role.column().kind().isNumeric() && role.column().present() > 0)
        .filter(role -> any(NameWords.of(role.name()), words))
        .filter(role -> !any(NameWords.of(role.name()), without))
        .filter(role ->
            words != NameWords.QUANTITIES || !any(NameWords.of(role.name()), NameWords.PRICES))
        .toList();
  }

  private boolean heldByColumn(Product product) {
    List<String> totals =
        roles.stream()
            .filter(ColumnRole::isMeasure)
            .filter(role -> !role.equals(product.quantity()) && !role.equals(product.price()))
            .map(ColumnRole::name)
            .toList();
    if (totals.isEmpty()) {
      return false;
    }
    List<Object> counts =
        read.apply(
                SemanticSql.products(
                    figures.table(), product.quantity().name(), product.price().name(), totals))
            .rows()
            .getFirst();
    for (int i = 0; i < totals.size(); i++) {
      long rows = TableFigures.number(counts.get(2 * i));
      if (rows > 0 && TableFigures.number(counts.get(2 * i + 1)) >= HOLDS * rows) {
        return true;
      }
    }
    return false;
  }
}
