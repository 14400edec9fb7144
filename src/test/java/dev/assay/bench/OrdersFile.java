package dev.assay.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A seeded CSV of orders for benchmarks: 12 columns, about 110 bytes a row, with the defects of
 * real exports (bad dates, {@code N/A}, thousands separators, blanks, orders that occur twice).
 */
public final class OrdersFile {
  private static final String[] NAMES = {
    "Ann", "Bob", "Chloé", "Dmitri", "Eve", "Farid", "Grace", "Hana", "Ivan", "Jürgen", "Kim", "Lu"
  };
  private static final String[] SURNAMES = {
    "Miller", "Okafor", "García", "Nguyen", "Smith", "Kowalski", "O'Neil", "Tanaka", "Rossi", "Ali"
  };
  private static final String[] CITIES = {
    "Berlin", "Paris", "Lyon", "Madrid", "Oslo", "Porto", "Wien", "Praha", "Gent", "Cork"
  };
  private static final String[] COUNTRIES = {
    "DE", "FR", "FR", "ES", "NO", "PT", "AT", "CZ", "BE", "IE"
  };
  private static final String[] STATUSES = {"paid", "shipped", "returned", "pending", "cancelled"};
  private static final String[] PRODUCTS = {
    "Desk lamp",
    "Chair",
    "Notebook, ruled",
    "Pen",
    "Monitor 27",
    "Cable \"USB-C\"",
    "Mug",
    "Backpack"
  };

  private OrdersFile() {}

  /** Writes {@code rows} orders and a header; the same rows and seed make the same bytes. */
  public static Path write(Path file, long rows, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder line = new StringBuilder(256);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(
          "order_id,customer_id,customer_name,email,order_date,status,product,quantity,unit_price,amount,city,country\n"
              .getBytes(StandardCharsets.UTF_8));
      long previous = 0;
      for (long row = 1; row <= rows; row++) {
        // One order in 200 comes a second time, with another status.
        long order = row > 1 && random.nextInt(200) == 0 ? previous : 1_000_000 + row;
        previous = order;
        line.setLength(0);
        order(line, order, random);
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static void order(StringBuilder line, long order, SplittableRandom random) {
    int customer = random.nextInt(500_000);
    String first = NAMES[customer % NAMES.length];
    String last = SURNAMES[customer / NAMES.length % SURNAMES.length];
    int quantity = 1 + random.nextInt(9);
    int cents = 99 + random.nextInt(250_000);
    int city = random.nextInt(CITIES.length);
    line.append(order).append(",C").append(100_000 + customer).append(',');
    line.append(first).append(' ').append(last).append(',');
    email(line, customer, random);
    line.append(',');
    date(line, random);
    line.append(',').append(STATUSES[random.nextInt(STATUSES.length)]).append(',');
    quoted(line, PRODUCTS[random.nextInt(PRODUCTS.length)]);
    line.append(',').append(quantity).append(',');
    money(line, cents, false);
    line.append(',');
    amount(line, (long) cents * quantity, random);
    line.append(',').append(CITIES[city]).append(',').append(COUNTRIES[city]).append('\n');
  }

  private static void email(StringBuilder line, int customer, SplittableRandom random) {
    switch (random.nextInt(100)) {
      case 0, 1 -> {}
      case 2 -> line.append("N/A");
      default -> line.append("customer").append(customer).append("@example.com");
    }
  }

  private static void date(StringBuilder line, SplittableRandom random) {
    int day = 1 + random.nextInt(28);
    int month = 1 + random.nextInt(12);
    int year = 2021 + random.nextInt(5);
    switch (random.nextInt(500)) {
      case 0 -> line.append("2024-13-45");
      case 1 -> line.append("N/A");
      default -> {
        line.append(year).append('-');
        two(line, month).append('-');
        two(line, day);
      }
    }
  }

  private static void amount(StringBuilder line, long cents, SplittableRandom random) {
    switch (random.nextInt(1_000)) {
      case 0 -> line.append("N/A");
      case 1 -> line.append("-");
      default -> money(line, cents, true);
    }
  }

  private static void money(StringBuilder line, long cents, boolean thousands) {
    long whole = cents / 100;
    boolean separated = thousands && whole >= 1_000;
    if (separated) {
      line.append('"').append(whole / 1_000).append(',');
      line.append((char) ('0' + whole / 100 % 10));
      two(line, (int) (whole % 100));
    } else {
      line.append(whole);
    }
    line.append('.');
    two(line, (int) (cents % 100));
    if (separated) {
      line.append('"');
    }
  }

  private static StringBuilder two(StringBuilder line, int number) {
    return line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static void quoted(StringBuilder line, String text) {
    if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
      line.append(text);
    } else {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }
}
