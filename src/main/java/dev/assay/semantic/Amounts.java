package dev.assay.semantic;

import static dev.assay.semantic.NameWords.any;

import dev.assay.model.Rows;
import dev.assay.model.SemanticModel.NumberFormat;
import dev.assay.profile.Units;
import dev.assay.sql.StatisticsSql;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** In what the numbers of a table are counted, and how they are written. */
final class Amounts {
  private static final int MOST_CURRENCIES = 200;

  private final WrittenUnits units;

  /** The only currency that a column of currencies names, or the column where there are several. */
  private final Optional<String> only;

  private final Optional<String> column;

  Amounts(
      TableFigures figures,
      List<ColumnRole> roles,
      WrittenUnits units,
      Optional<Function<String, Rows>> read) {
    this.units = units;
    List<ColumnRole> columns =
        roles.stream()
            .filter(role -> role.column().kind() == ValueKind.TEXT)
            .filter(role -> any(NameWords.of(role.name()), NameWords.CURRENCY_COLUMNS))
            .filter(role -> !units.beside().containsValue(role.name()))
            .toList();
    // Of two columns of currencies, which one an amount is in cannot be known.
    List<String> codes =
        columns.size() == 1 && read.isPresent()
            ? codes(figures.table(), columns.getFirst().name(), read.get())
            : List.of();
    this.only = codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
    this.column = codes.size() > 1 ? Optional.of(columns.getFirst().name()) : Optional.empty();
  }

  /** The currencies that a column holds; none where it holds something else too. */
  private static List<String> codes(String table, String column, Function<String, Rows> read) {
    List<List<Object>> values =
        read.apply(StatisticsSql.values(table, column, MOST_CURRENCIES)).rows();
    List<Optional<String>> codes =
        values.stream().map(row -> Units.currencyCode((String) row.getFirst())).toList();
    return codes.stream().allMatch(Optional::isPresent)
        ? codes.stream().map(Optional::orElseThrow).distinct().toList()
        : List.of();
  }

  /** The column that says of what unit an amount is, or null where all are of one. */
  String unit(ColumnRole role) {
    String beside = units.beside().get(role.name());
    return beside != null
        ? beside
        : money(role) && named(role).isEmpty() ? column.orElse(null) : null;
  }

  /** The amounts of money whose currency a column of currencies holds, and that column. */
  static Map<String, String> beside(Amounts amounts, List<ColumnRole> roles) {
    Map<String, String> beside = new HashMap<>();
    for (ColumnRole role : roles) {
      String unit = role.isMeasure() ? amounts.unit(role) : null;
      if (unit != null) {
        beside.put(role.name(), unit);
      }
    }
    return beside;
  }

  /** The one currency of an amount, or null. */
  String currency(ColumnRole role) {
    return named(role).orElse(money(role) && unit(role) == null ? only.orElse(null) : null);
  }

  private Optional<String> named(ColumnRole role) {
    if (units.currency().containsKey(role.name())) {
      return Optional.of(units.currency().get(role.name()));
    }
    return NameWords.of(role.name()).stream()
        .filter(NameWords.UNIT_NAMES::contains)
        // Cents are a currency's, but not which one's.
        .filter(word -> !Set.of("in", "kg", "km", "cents").contains(word))
        .flatMap(word -> Units.currencyCode(word.toUpperCase(java.util.Locale.ROOT)).stream())
        .findFirst();
  }

  private boolean money(ColumnRole role) {
    List<String> words = NameWords.of(role.name());
    boolean written = units.money().contains(role.name()) || named(role).isPresent();
    boolean says =
        any(words, NameWords.MONEY)
            && !any(words, NameWords.SHARES)
            && !units.relative().contains(role.name());
    return written || says && role.column().fractional() > 0 || says && whole(words);
  }

  /** Amounts of money may be round; a number of sales is none. */
  private static boolean whole(List<String> words) {
    return any(
        words,
        Set.of(
            "revenue",
            "amount",
            "price",
            "cost",
            "salary",
            "income",
            "budget",
            "turnover",
            "preco",
            "precio",
            "receita",
            "custo",
            "importe",
            "balance"));
  }

  NumberFormat format(ColumnRole role, boolean summed) {
    TableFigures.Column column = role.column();
    boolean part = any(NameWords.of(role.name()), NameWords.SHARES);
    if (part && column.max() != null && within(column)) {
      return NumberFormat.PERCENT;
    }
    if (money(role)) {
      return NumberFormat.MONEY;
    }
    boolean whole = column.kind() == ValueKind.INTEGER || column.fractional() == 0;
    return whole && summed ? NumberFormat.COUNT : NumberFormat.NUMBER;
  }

  private static boolean within(TableFigures.Column column) {
    try {
      return new BigDecimal(column.min()).compareTo(BigDecimal.ONE.negate()) >= 0
          && new BigDecimal(column.max()).compareTo(BigDecimal.ONE) <= 0;
    } catch (NumberFormatException e) {
      // Infinity is no part of anything.
      return false;
    }
  }
}
