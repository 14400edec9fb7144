package dev.assay.workspace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Orders of a made-up shop, as messy as real exports are; the same seed makes the same file.
 *
 * <p>Every 40th line or so has a defect: several date formats, thousands separators, currency and
 * percent signs, blanks around values, words for "missing", codes and postcodes with leading zeros,
 * phone numbers, exact copies, later versions of an order, values that no cast can read, lines with
 * too few or too many cells, broken e-mail addresses, a blank and a duplicate header, truth values
 * in words. The column {@code billed} fits day-month and month-day alike: only a person can tell.
 */
public final class DemoOrders {
  /** How many lines the sample has that people are given to play with. */
  public static final int ROWS = 50_000;

  /** What its values come of. */
  public static final long SEED = 20_260_101L;

  private static final String HEADER =
      "order_id,Order Date,billed,Customer,email ,Phone,ZIP,Country,product code,Quantity,amount,"
          + "Discount,Paid?,Status,updated_at,session_id,,notes,notes";
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 730;
  private static final List<String> FIRST_NAMES =
      List.of("Anna", "Björn", "Chloé", "David", "Elif", "Farid", "Grace", "Hana", "Igor", "João");
  private static final List<String> LAST_NAMES =
      List.of("Andersson", "Bauer", "Costa", "Dubois", "Evans", "Fischer", "García", "Novák");
  private static final List<String> COUNTRIES =
      List.of("Germany", "France", "Spain", "Sweden", "Portugal", "Czechia", "Italy", "Austria");
  private static final List<String> STATUSES =
      List.of("shipped", "shipped", "shipped", "delivered", "delivered", "pending", "cancelled");
  private static final List<String> MISSING = List.of("N/A", "-", "n/a", "NULL", "");
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT),
          DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT),
          DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH));
  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Random random;

  private DemoOrders(long seed) {
    this.random = new Random(seed);
  }

  /** Writes a CSV of {@code rows} lines below the header, in UTF-8. */
  public static void write(Path file, int rows, long seed) throws IOException {
    new DemoOrders(seed).write(file, rows);
  }

  private void write(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEADER + "\n");
      Order last = order(100_000);
      for (int i = 0; i < rows; i++) {
        if (i > 0 && oneIn(100)) {
          // An exact copy, or the same order as it was later.
          last = oneIn(2) ? last : last.later(random);
          out.write(last.line());
        } else if (oneIn(1_000)) {
          out.write(ragged(order(100_001 + i)));
        } else {
          last = order(100_001 + i);
          out.write(last.line());
        }
        out.write("\n");
      }
    }
  }

  /** One line's cells, as written. */
  private record Order(List<String> cells, LocalDateTime updated) {
    private static final int STATUS = 13;
    private static final int UPDATED = 14;

    Order later(Random random) {
      LocalDateTime time = updated.plusHours(1L + random.nextInt(72));
      List<String> changed = new java.util.ArrayList<>(cells);
      changed.set(STATUS, "delivered");
      changed.set(UPDATED, STAMP.format(time));
      return new Order(changed, time);
    }

    String line() {
      return String.join(",", cells);
    }
  }

  private Order order(int number) {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    LocalDateTime updated = day.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
    String first = pick(FIRST_NAMES);
    String last = pick(LAST_NAMES);
    int quantity = 1 + random.nextInt(9);
    return new Order(
        List.of(
            Integer.toString(number),
            date(day),
            SLASHED.format(day.withDayOfMonth(1 + random.nextInt(12)).plusMonths(1)),
            blanks(first + (oneIn(50) ? "  " : " ") + last),
            email(first, last),
            phone(),
            zip(),
            oneIn(60) ? pick(MISSING) : blanks(pick(COUNTRIES)),
            String.format(Locale.ROOT, "%05d", 1 + random.nextInt(420)),
            oneIn(3_000) ? "several" : Integer.toString(quantity),
            amount(quantity),
            discount(),
            pick(List.of("yes", "no", "Yes", "NO", "Y", "n")),
            status(),
            oneIn(3)
                ? updated.toString().replaceAll("T(\\d\\d:\\d\\d)$", "T$1:00")
                : STAMP.format(updated),
            new UUID(random.nextLong(), random.nextLong()).toString(),
            oneIn(200) ? "x" : "",
            notes(),
            oneIn(20) ? "gift" : ""),
        updated);
  }

  private String date(LocalDate day) {
    if (oneIn(1_500)) {
      return pick(List.of("2024-02-30", "soon", "2025-13-01"));
    }
    return oneIn(4) ? pick(DATES).format(day) : DATES.getFirst().format(day);
  }

  private String email(String first, String last) {
    String name =
        Normalizer.normalize(first + "." + last, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z.]", "");
    if (oneIn(400)) {
      return pick(List.of(name + ".example.com", name + "@", "none given"));
    }
    if (oneIn(120)) {
      return pick(MISSING);
    }
    String address = name + random.nextInt(500) + "@example.com";
    return oneIn(30) ? blanks(address.toUpperCase(Locale.ROOT)) : address;
  }

  private String phone() {
    int number = 1_000_000 + random.nextInt(9_000_000);
    return switch (random.nextInt(4)) {
      case 0 -> "+49 30 " + number;
      case 1 -> "030 " + number;
      case 2 -> "0049-30-" + number;
      default -> oneIn(10) ? "" : "030/" + number;
    };
  }

  private String zip() {
    return String.format(Locale.ROOT, "%05d", 1_000 + random.nextInt(98_000));
  }

  private String amount(int quantity) {
    if (oneIn(150)) {
      return pick(MISSING);
    }
    if (oneIn(1_800)) {
      return pick(List.of("see invoice", "1.2.3", "??"));
    }
    // Cents, with a long tail: now and then someone orders for a whole office.
    long cents = (499L + random.nextInt(14_000)) * quantity * (oneIn(80) ? 25 : 1);
    String plain = String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    String grouped = String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
    String written =
        switch (random.nextInt(6)) {
          case 0, 1 -> grouped;
          case 2 -> "$" + grouped;
          default -> plain;
        };
    return written.contains(",") ? "\"" + written + "\"" : blanks(written);
  }

  private String discount() {
    return switch (random.nextInt(5)) {
      case 0 -> "5%";
      case 1 -> "10 %";
      case 2 -> "12.5%";
      case 3 -> "0%";
      default -> oneIn(4) ? pick(MISSING) : "0%";
    };
  }

  private String status() {
    String status = pick(STATUSES);
    return switch (random.nextInt(12)) {
      case 0 -> status.toUpperCase(Locale.ROOT);
      case 1 -> status + "  ";
      case 2 -> " " + status;
      default -> status;
    };
  }

  private String notes() {
    return switch (random.nextInt(60)) {
      case 0 -> "\"leave at the door, please\"";
      case 1 -> "\"said \"\"call me\"\" twice\"";
      case 2 -> "\"ring\ntwice\"";
      case 3 -> "\"\"";
      default -> "";
    };
  }

  private String ragged(Order order) {
    List<String> cells = order.cells();
    return switch (random.nextInt(3)) {
      case 0 -> String.join(",", cells.subList(0, 7));
      case 1 -> order.line() + ",left,over";
      default ->
          "\"" + cells.getFirst() + "\"x," + String.join(",", cells.subList(1, cells.size()));
    };
  }

  private String blanks(String value) {
    return switch (random.nextInt(40)) {
      case 0 -> value + " ";
      case 1 -> "  " + value;
      default -> value;
    };
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
