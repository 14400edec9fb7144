package dev.assay.quality.dates;

import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TEXT;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import dev.assay.quality.Kind;
import dev.assay.quality.TrueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** What looks like dates and is none. */
public final class LookalikeColumns {
  private LookalikeColumns() {}

  public static Stream<GeneratedTable> tables() {
    return kinds().stream().flatMap(Moments::tables);
  }

  private static Kind texts(String name, Function<Random, String> text, String... headers) {
    return Kind.of(name, TEXT, List.of(headers), random -> () -> Cell.text(text.apply(random)));
  }

  private static Kind numbers(
      String name, TrueType type, Function<Random, String> text, String... headers) {
    return Kind.of(
        name,
        type,
        List.of(headers),
        random ->
            () -> {
              String number = text.apply(random);
              return Cell.value(number, number);
            });
  }

  private static int between(Random random, int least, int greatest) {
    return least + random.nextInt(greatest - least + 1);
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(
        texts(
            "versions",
            r -> r.nextInt(4) + "." + r.nextInt(20) + "." + r.nextInt(30),
            "version",
            "release",
            "x"));
    kinds.add(
        texts(
            "versions of two digits",
            r -> between(r, 10, 12) + "." + between(r, 10, 12) + "." + between(r, 10, 12),
            "version",
            "app_version"));
    kinds.add(
        texts(
            "fractions",
            r -> between(r, 1, 3) + "/" + between(r, 2, 8),
            "fraction",
            "size",
            "date"));
    kinds.add(texts("ratings", r -> between(r, 1, 5) + "/5", "rating", "score", "x"));
    kinds.add(texts("scores", r -> r.nextInt(6) + "-" + r.nextInt(6), "result", "score", "day"));
    kinds.add(texts("ratios", r -> between(r, 1, 21) + ":" + between(r, 1, 9), "ratio", "odds"));
    kinds.add(
        texts(
            "phones",
            r -> "%d-%03d-%04d".formatted(between(r, 200, 999), r.nextInt(1000), r.nextInt(10_000)),
            "phone",
            "contact",
            "x"));
    kinds.add(
        texts(
            "phones with blanks",
            r ->
                "%02d %02d %02d %02d %02d"
                    .formatted(
                        between(r, 1, 9),
                        r.nextInt(100),
                        r.nextInt(100),
                        r.nextInt(100),
                        r.nextInt(100)),
            "phone",
            "tel"));
    kinds.add(
        texts(
            "short phones",
            r ->
                "%02d-%02d-%02d"
                    .formatted(between(r, 10, 12), between(r, 1, 12), between(r, 1, 12)),
            "phone",
            "telephone"));
    kinds.add(
        texts(
            "ISBN",
            r ->
                "978-%d-%02d-%06d-%d"
                    .formatted(r.nextInt(10), r.nextInt(100), r.nextInt(1_000_000), r.nextInt(10)),
            "isbn",
            "book",
            "code"));
    kinds.add(
        texts(
            "short ISBN",
            r ->
                "%d-%02d-%06d-%d"
                    .formatted(r.nextInt(10), r.nextInt(100), r.nextInt(1_000_000), r.nextInt(10)),
            "isbn",
            "book"));
    kinds.add(
        numbers(
            "years",
            INTEGER,
            r -> String.valueOf(between(r, 1950, 2024)),
            "year",
            "yr",
            "founded",
            "model_year"));
    kinds.add(
        texts(
            "seasons",
            r -> {
              int year = between(r, 2000, 2010);
              return "%d-%02d".formatted(year, (year + 1) % 100);
            },
            "season",
            "year",
            "x"));
    kinds.add(
        texts(
            "spans of years",
            r -> {
              int year = between(r, 1950, 2010);
              return year + "-" + (year + between(r, 1, 9));
            },
            "years",
            "active",
            "period"));
    kinds.add(
        numbers(
            "numbers of ten digits that begin with a day",
            INTEGER,
            r -> "2021%02d%02d%02d".formatted(between(r, 1, 12), between(r, 1, 28), r.nextInt(100)),
            "batch",
            "run",
            "lot"));
    kinds.add(
        numbers(
            "whole numbers as large as seconds",
            INTEGER,
            r -> String.valueOf(1_600_000_000L + r.nextInt(90_000_000)),
            "views",
            "response_time",
            "bytes",
            "cpu_time_ns"));
    kinds.add(
        numbers(
            "whole numbers as large as days of a spreadsheet",
            INTEGER,
            r -> String.valueOf(between(r, 30_000, 50_000)),
            "salary",
            "visitors_to_date",
            "x",
            "amount_due",
            "candidates"));
    kinds.add(
        numbers(
            "amounts as large as days of a spreadsheet",
            DECIMAL,
            r -> between(r, 30_000, 50_000) + "." + between(r, 10, 99),
            "amount",
            "price",
            "total"));
    kinds.add(
        texts(
            "addresses",
            r ->
                r.nextInt(4) == 0
                    ? "IP " + r.nextInt(9)
                    : "10.%d.%d.%d".formatted(r.nextInt(12), between(r, 1, 12), r.nextInt(24)),
            "ip",
            "host"));
    kinds.add(
        texts(
            "days without a year",
            r -> "%02d/%02d".formatted(between(r, 1, 28), between(r, 1, 12)),
            "day",
            "date",
            "birthday"));
    kinds.add(
        texts(
            "months or days of a month",
            r ->
                List.of("Jan", "Feb", "Mar", "Apr", "May").get(r.nextInt(5))
                    + "-"
                    + between(r, 10, 24),
            "x",
            "month"));
    kinds.add(
        texts(
            "months by name",
            r -> List.of("January", "February", "March", "May").get(r.nextInt(4)),
            "month",
            "x"));
    kinds.add(
        texts(
            "durations",
            r -> r.nextInt(10) + ":%02d".formatted(r.nextInt(60)),
            "duration",
            "lap",
            "length"));
    kinds.add(
        texts(
            "durations with zeros in front",
            r -> "%02d:%02d".formatted(r.nextInt(24), r.nextInt(60)),
            "duration",
            "flight_len",
            "lap",
            "time_remaining"));
    kinds.add(
        numbers(
            "days that count from another day",
            INTEGER,
            r -> String.valueOf(between(r, 20_454, 21_914)),
            "date",
            "arrdate"));
    kinds.add(
        numbers(
            "days of astronomers",
            INTEGER,
            r -> String.valueOf(between(r, 57_000, 59_000)),
            "mjd_date"));
    kinds.add(
        texts(
            "streets",
            r ->
                between(r, 1, 28) + " March " + List.of("Street", "Road", "Lane").get(r.nextInt(3)),
            "address",
            "street"));
    kinds.add(
        texts(
            "codes",
            r ->
                "%02d-%s-%04d"
                    .formatted(
                        between(r, 1, 12),
                        List.of("ABC", "MAR", "DEC").get(r.nextInt(3)),
                        r.nextInt(900)),
            "code",
            "sku"));
    kinds.add(texts("cases", r -> "2021-%04d".formatted(r.nextInt(3000)), "case", "ticket", "x"));
    kinds.add(
        texts(
            "chapters",
            r -> between(r, 1, 9) + "." + between(r, 1, 12) + "." + between(r, 1, 9),
            "chapter",
            "section"));
    kinds.add(
        texts(
            "sizes",
            r -> between(r, 2, 12) + "x" + between(r, 2, 12) + "x" + between(r, 10, 24),
            "size",
            "dimensions"));
    return kinds;
  }
}
