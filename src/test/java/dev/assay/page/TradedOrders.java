package dev.assay.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Orders whose dates fit both orders of day and month, and one of whose amounts is a word. */
final class TradedOrders {
  private static final List<String> COUNTRIES = List.of("pt", "es", "fr");

  private TradedOrders() {}

  /** A row of the file that is dropped. */
  record Order(int number, String country, String amount) {}

  private static List<Order> orders() {
    return IntStream.range(0, 120)
        .mapToObj(i ->
            new Order(1000 + i, COUNTRIES.get(i % 3), i == 7 ? "twenty" : (10 + i % 40) + ".25"))
        .toList();
  }

  /** Every date fits both orders of day and month. */
  static String csv() {
    StringBuilder text = new StringBuilder("Order No,Ordered On,Ctry,Amount\n");
    for (Order order : orders()) {
      int i = order.number();
      text.append(
          "%d,%02d/%02d/2024,%s,%s\n"
              .formatted(i, i % 9 + 1, i * 5 % 11 + 1, order.country(), order.amount()));
    }
    return text.toString();
  }

  /** What every country's amounts come to, where amounts that are no numbers are taken so. */
  static Map<String, BigDecimal> totals(Map<String, String> mended, String atLeast) {
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (Order order : orders()) {
      String amount = mended.getOrDefault(order.amount(), order.amount());
      if (amount.matches("[0-9.]+")
          && new BigDecimal(amount).compareTo(new BigDecimal(atLeast)) >= 0) {
        totals.merge(
            order.country().toUpperCase(Locale.ROOT), new BigDecimal(amount), BigDecimal::add);
      }
    }
    return totals;
  }
}
