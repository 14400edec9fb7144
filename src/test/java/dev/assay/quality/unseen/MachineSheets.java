package dev.assay.quality.unseen;

import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TIMESTAMP;
import static dev.assay.quality.TrueType.TIMESTAMPTZ;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;
import static dev.assay.quality.unseen.Sheet.digits;
import static dev.assay.quality.unseen.Sheet.moment;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Logs, sensors, data frames and spreadsheets. */
final class MachineSheets {
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  private MachineSheets() {}

  static Stream<GeneratedTable> tables() {
    return Stream.of(access(), sensors(), weather(), frame(), inventory(), workbook(), jobs())
        .map(Sheet::table);
  }

  private static Sheet access() {
    return Sheet.of("access_log.tsv", 400)
        .text("ip", r -> one(r, "10.0.", "192.168.") + r.nextInt(256) + "." + r.nextInt(256))
        .words("ident", "-")
        .missing(100, "-")
        .seconds(
            "time",
            TIMESTAMPTZ,
            "2024-01-01",
            t -> "[" + moment("dd/MMM/yyyy:HH:mm:ss").apply(t) + " +0100]",
            "+01:00")
        .text("request", r -> "GET /item/" + r.nextInt(900) + " HTTP/1.1")
        .cells("status", INTEGER, r -> Cell.text(one(r, "200", "404", "301", "500")))
        .whole("bytes", 100, 900_000)
        .missing(15, "-")
        .words("referer", "https://example.com/", "https://example.org/a")
        .missing(60, "-")
        .whole("latency", 1, 900, n -> n + "ms")
        .text("http_version", r -> one(r, "1.1", "2.0", "1.0"))
        .cells(
            "epoch",
            TIMESTAMPTZ,
            r -> {
              long second = 1_704_067_200L + r.nextInt(8_000_000);
              return Cell.value(
                  String.valueOf(second), java.time.Instant.ofEpochSecond(second).toString());
            });
  }

  private static Sheet sensors() {
    return Sheet.of("iot_readings.csv", 250)
        .text(
            "device",
            r -> "%02X-%02X-%02X".formatted(r.nextInt(256), r.nextInt(256), r.nextInt(256)))
        .cells(
            "ts",
            TIMESTAMPTZ,
            r -> {
              long milli = 1_690_000_000_000L + r.nextInt(2_000_000_000);
              return Cell.value(
                  String.valueOf(milli), java.time.Instant.ofEpochMilli(milli).toString());
            })
        .seconds(
            "received", TIMESTAMPTZ, "2023-07-22", moment("yyyy-MM-dd'T'HH:mm:ss'.000Z'"), "+00")
        .decimal("temp_c", -12, 35, 2, n -> plain(n, '.'))
        .missing(4, "NaN")
        .whole("battery", 2, 100, n -> n + "%")
        .whole("rssi", -99, -40, n -> n + " dBm")
        .text(
            "uptime",
            r ->
                r.nextInt(40)
                    + "d %02d:%02d:%02d".formatted(r.nextInt(24), r.nextInt(60), r.nextInt(60)))
        .text("fw", r -> one(r, "1.10", "1.9", "2.0"))
        .text("state", r -> one(r, "0x1F", "0x00", "0x2A"))
        .decimal("volt", 3, 4, 2, n -> plain(n, '.') + "V")
        .words("door", "OPEN", "CLOSED")
        .text("interval", r -> one(r, "PT5M", "PT1H", "PT30S"))
        .decimal("lat", -60, 70, 6, n -> plain(n, '.'))
        .decimal("lon", -179, 179, 6, n -> plain(n, '.'));
  }

  private static Sheet weather() {
    return Sheet.of("stationsdaten.txt", 120)
        .text("STATIONS_ID", r -> one(r, "00044", "01048", "10865"))
        .days("MESS_DATUM", LocalDate.parse("2020-01-01"), 1400, Sheet.day("yyyyMMdd", Locale.ROOT))
        // What -999 says is for a person to say: it stays.
        .cells(
            "TMK",
            DECIMAL,
            r ->
                r.nextInt(12) == 0
                    ? Cell.text("-999")
                    : Cell.text(Sheet.between(r, -15, 30, 1).toPlainString()))
        .decimal("RSK", 0, 40, 1, n -> plain(n, '.'))
        .words("eor", "eor")
        .text("WIND", r -> one(r, "NW", "N", "SSE", "E"))
        .text(
            "POS",
            r -> "%02d°%02d'%02d\"N".formatted(47 + r.nextInt(7), r.nextInt(60), r.nextInt(60)))
        .decimal("BREITE", 47, 54, 4, n -> plain(n, ','))
        .cells(
            "KW",
            DATE,
            r -> {
              LocalDate monday = LocalDate.of(2023, 1, 2).plusWeeks(r.nextInt(52));
              return Cell.value(
                  "2023-W%02d"
                      .formatted(1 + ChronoUnit.WEEKS.between(LocalDate.of(2023, 1, 2), monday)),
                  monday.toString());
            });
  }

  private static Sheet frame() {
    return Sheet.of("df_final_v2.csv", 180)
        .whole("Unnamed: 0", 0, 180)
        .cells(
            "rooms",
            INTEGER,
            r -> {
              int n = 1 + r.nextInt(6);
              return Cell.value(n + ".0", String.valueOf(n));
            })
        .missing(10, "nan")
        .cells("p_value", dev.assay.quality.TrueType.DOUBLE, MachineSheets::scientific)
        .truth("churned", "True", "False")
        .seconds("signup", TIMESTAMP, "2022-01-01", moment("yyyy-MM-dd HH:mm:ss"), "")
        .missing(7, "NaT")
        .words("country", "NA", "DE", "US", "FR")
        .text("tags", r -> one(r, "['a']", "['a', 'b']", "[]"))
        .decimal("score", 0, 1, 6, n -> plain(n, '.'))
        .text(
            "delta",
            r -> r.nextInt(9) + " days %02d:%02d:00".formatted(r.nextInt(24), r.nextInt(60)))
        .words("split", "train", "test")
        .whole("target", 0, 2);
  }

  private static Sheet inventory() {
    return Sheet.of("stock.csv", 90)
        .text("SKU", r -> one(r, "2024-0", "2023-0") + (1 + r.nextInt(9)))
        .text("EAN", r -> "4006381" + digits(r, 6))
        .text("Size", r -> one(r, "10-12", "8-10", "12-14"))
        .text("Art.", r -> (1 + r.nextInt(9)) + "E" + (1 + r.nextInt(9)))
        .text("Dims", r -> (10 + r.nextInt(40)) + " x " + (10 + r.nextInt(40)) + " cm")
        .text(
            "Shelf",
            r -> (1 + r.nextInt(9)) + "-" + (1 + r.nextInt(12)) + "-" + (1 + r.nextInt(28)))
        .text("Thread", r -> one(r, "M6", "M8", "1/4\"", "3/8\""))
        .text("VIN", r -> "WVWZZZ1JZ" + digits(r, 8))
        .whole("Stock", -20, 900)
        .text("Pack", r -> one(r, "6x330ml", "12x1L", "24x500ml"))
        .cells(
            "Best before",
            DATE,
            r -> {
              LocalDate month = LocalDate.of(2024, 1, 1).plusMonths(r.nextInt(24));
              return Cell.value(Sheet.day("MM/yyyy", Locale.ROOT).apply(month), month.toString());
            });
  }

  private static Sheet workbook() {
    return Sheet.of("Book1.csv", 65)
        .days(
            "Start Date",
            LocalDate.parse("2019-05-01"),
            1500,
            d -> String.valueOf(ChronoUnit.DAYS.between(ZERO, d)))
        .days("End Date", "2020-05-01", 1500, "d-MMM-yy")
        .decimal(
            "Budget",
            -9000,
            90_000,
            2,
            n -> {
              String text = dev.assay.quality.Written.grouped(n.abs(), ",", '.');
              return n.signum() < 0 ? " $(" + text + ")" : " $" + text + " ";
            })
        .cells(
            "Variance",
            DECIMAL,
            r -> {
              var n = Sheet.between(r, -50, 50, 1);
              return n.signum() < 0
                  ? Cell.value("(" + n.abs() + "%)", n.toString())
                  : Cell.value(n + "%", n.toString());
            })
        .missing(6, "#DIV/0!", "#REF!")
        .text("Owner", r -> one(r, "Smith, J.", "Lee, A.", "O'Neil, T."))
        .truth("Done", "TRUE", "FALSE")
        .text("Phase", r -> one(r, "1.1", "1.2", "1.10", "2.1"))
        .decimal("Hours", 0.25, 12, 2, n -> plain(n, '.'));
  }

  private static Sheet jobs() {
    return Sheet.of("cron-history.csv", 110)
        .text("duration", r -> r.nextInt(3) + "h " + r.nextInt(60) + "m")
        .text("elapsed", r -> "%02d:%02d".formatted(r.nextInt(60), r.nextInt(60)))
        .text("version", r -> r.nextInt(3) + "." + r.nextInt(12) + "." + r.nextInt(30))
        .seconds(
            "started_at", TIMESTAMPTZ, "2024-06-01", moment("yyyy-MM-dd HH:mm:ss'+02'"), "+02:00")
        .seconds("finished", TIMESTAMP, "2024-06-01", moment("EEE MMM d HH:mm:ss yyyy"), "")
        .text("cron", r -> one(r, "*/5 * * * *", "0 3 * * 1", "@daily"))
        .text("commit", r -> one(r, "1234567", "00e1234", "9e10234", "abc1234"))
        .whole("exit", 0, 1)
        .whole("rows", 1000, 9_000_000, n -> dev.assay.quality.Written.grouped(n, "_", '.'))
        .text("rate", r -> one(r, "1.2 MB/s", "340 KB/s", "12 MB/s"));
  }

  private static Cell scientific(Random r) {
    String text = String.format(Locale.ROOT, "%.2e", r.nextDouble() / 1e5);
    return Cell.value(text, new java.math.BigDecimal(text).toString());
  }
}
