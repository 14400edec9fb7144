package dev.assay.pollution;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Clean tables of many kinds, always the same. */
final class CleanTables {
  private static final DateTimeFormatter EUROPEAN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final String[] FIRST = {
    "Ann", "Bob", "Carla", "Dmitri", "Eve", "Farid", "Grace", "Hugo", "Ines", "Jon", "Kemal", "Liv"
  };
  private static final String[] LAST = {
    "Smith", "O'Neil", "Garcia", "Novak", "van Dyk", "Chen", "Rossi", "Adeyemi", "Kowalski", "Lund"
  };
  private static final String[] CITIES = {
    "Berlin", "New York", "Lima", "Oslo", "Cape Town", "Porto", "Hanoi", "San Jose", "Graz"
  };

  private CleanTables() {}

  static List<CleanTable> all() {
    List<CleanTable> tables = new ArrayList<>();
    tables.add(orders());
    tables.add(products());
    tables.add(sensors());
    tables.add(wide());
    tables.addAll(ofOneColumn());
    tables.add(comments());
    tables.add(settings());
    tables.add(log());
    tables.add(countries());
    tables.add(points());
    tables.add(paths());
    tables.add(scripts());
    tables.addAll(EverydayTables.all());
    tables.addAll(LanguageTables.all());
    return tables;
  }

  private static CleanTable orders() {
    return table(
        "orders",
        "ndttnt",
        "order_id,order_date,customer,city,amount,status",
        120,
        random ->
            List.of(
                "" + (10_000 + random.nextInt(90_000)),
                day(random).toString(),
                pick(random, FIRST) + " " + pick(random, LAST),
                pick(random, CITIES),
                money(random, 2000),
                pick(random, "paid", "open", "returned", "shipped")));
  }

  private static CleanTable products() {
    String[] names = {
      "6\" pipe, steel",
      "Bolt \"M8\" zinc",
      "Paint, white, 5 l",
      "Hammer",
      "Saw blade (fine)",
      "Tape 19mm, black",
      "Nails 3\" 500 pcs",
      "Gloves; size L",
      "Rope | 10 m",
      "Lamp \"Nova\" warm, tall"
    };
    return table(
        "products",
        "ctnnt",
        "Article No,Product name,Unit price,In stock,Remark",
        40,
        random ->
            List.of(
                String.format(Locale.ROOT, "%06d", random.nextInt(90_000)),
                pick(random, names) + " #" + random.nextInt(40),
                money(random, 90),
                "" + random.nextInt(500),
                pick(random, "", "", "discontinued", "order early, slow supplier", "new")));
  }

  private static CleanTable sensors() {
    LocalDateTime[] at = {LocalDateTime.of(2023, 11, 4, 0, 10)};
    return table(
        "sensors",
        "dnnnnnnnn",
        "measured_at,t1,t2,t3,humidity,pressure,co2,noise,light",
        150,
        random -> {
          List<String> row = new ArrayList<>();
          at[0] = at[0].plusMinutes(10 + random.nextInt(3));
          row.add(at[0].format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")));
          for (int i = 0; i < 8; i++) {
            row.add(random.nextInt(10) < 6 ? "" : decimals(random, 3000, 1));
          }
          return row;
        });
  }

  private static CleanTable wide() {
    StringBuilder header = new StringBuilder("station,since");
    StringBuilder kinds = new StringBuilder("td");
    for (int i = 1; i <= 38; i++) {
      header.append(",metric_").append(i);
      kinds.append('n');
    }
    return table(
        "wide",
        kinds.toString(),
        header.toString(),
        30,
        random -> {
          List<String> row = new ArrayList<>(List.of(pick(random, CITIES), day(random).toString()));
          IntStream.range(0, 38).forEach(i -> row.add(decimals(random, 100_000, i % 4)));
          return row;
        });
  }

  private static List<CleanTable> ofOneColumn() {
    return List.of(
        table(
            "codes",
            "c",
            "postcode",
            80,
            random -> List.of(String.format(Locale.ROOT, "%05d", random.nextInt(99_999)))),
        table("amounts", "n", "amount", 25, random -> List.of(money(random, 500))),
        table(
            "people",
            "t",
            "name",
            40,
            random -> List.of(pick(random, LAST) + ", " + pick(random, FIRST))));
  }

  private static CleanTable comments() {
    String[] texts = {
      "All fine.",
      "Came late,\nbut well packed",
      "He said \"never again\" and left",
      "Two lines:\nfirst, second\n\nand a third",
      "Good value, would buy again",
      "Broken on arrival; sent back",
      "The \"large\" one is small"
    };
    return table(
        "comments",
        "ndntt",
        "id,posted,stars,author,comment",
        45,
        random ->
            List.of(
                "" + random.nextInt(100_000),
                day(random).format(EUROPEAN),
                "" + (1 + random.nextInt(5)),
                pick(random, LAST) + ", " + pick(random, FIRST),
                pick(random, texts)));
  }

  private static CleanTable settings() {
    return new CleanTable(
        "settings",
        "tnd",
        List.of("name", "value", "changed"),
        List.of(
            List.of("retries", "3", "2024-02-01"),
            List.of("time-out", "30.5", "2024-02-11"),
            List.of("pool size", "16", "2023-12-24"),
            List.of("margin", "-0.25", "2024-03-08"),
            List.of("limit", "100000", "2022-07-30")));
  }

  private static CleanTable log() {
    LocalDateTime[] at = {LocalDateTime.of(2024, 5, 1, 7, 59, 58)};
    return table(
        "log",
        "dctnn",
        "Time,Level,Message,Millis,Code",
        300,
        random -> {
          at[0] = at[0].plusSeconds(random.nextInt(90));
          return List.of(
              at[0].format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
              pick(random, "INFO", "WARN", "ERROR"),
              pick(
                  random,
                  "started: ok",
                  "disk is full",
                  "user " + pick(random, FIRST) + " in",
                  "retry: 3 of 5",
                  "closed"),
              "" + random.nextInt(5000),
              "" + pick(random, "200", "404", "500"));
        });
  }

  private static CleanTable countries() {
    String[] rows = {
      "Portugal,Lisbon,Portuguese,Europe", "Peru,Lima,Spanish,South America",
      "Norway,Oslo,Norwegian,Europe", "Kenya,Nairobi,Swahili,Africa",
      "Vietnam,Hanoi,Vietnamese,Asia", "Austria,Vienna,German,Europe",
      "Japan,Tokyo,Japanese,Asia", "Chile,Santiago,Spanish,South America",
      "Ghana,Accra,English,Africa", "Poland,Warsaw,Polish,Europe",
      "Nepal,Kathmandu,Nepali,Asia", "Cuba,Havana,Spanish,North America",
      "Egypt,Cairo,Arabic,Africa", "Iceland,Reykjavik,Icelandic,Europe"
    };
    return new CleanTable(
        "countries",
        "tttt",
        List.of("country", "capital", "language", "continent"),
        java.util.Arrays.stream(rows).map(row -> List.of(row.split(","))).toList());
  }

  private static CleanTable points() {
    return table(
        "points",
        "nnnn",
        "x,y,z,weight",
        200,
        random ->
            List.of(
                String.format(Locale.ROOT, "%.4f", random.nextGaussian()),
                "-" + random.nextInt(1000),
                String.format(Locale.ROOT, "%.3e", random.nextGaussian() * 1e5),
                "0." + random.nextInt(1000)));
  }

  private static CleanTable paths() {
    return table(
        "paths",
        "tnd",
        "file,size,modified",
        15,
        random ->
            List.of(
                "C:\\data\\" + pick(random, "new", "raw, old", "temp") + "\\f" + random.nextInt(99),
                "" + random.nextInt(1 << 20),
                day(random).format(GERMAN)));
  }

  private static CleanTable scripts() {
    String[] names = {
      "Ωμέγα", "naïve café", "日本", "שלום", "مرحبا", "smile 😀", "e\u0301tude", "Łódź", "½ ≤ 1"
    };
    return table(
        "scripts",
        "ntdt",
        "nr,name,when,größe",
        30,
        random ->
            List.of(
                "" + random.nextInt(10_000),
                pick(random, names),
                day(random).toString(),
                pick(random, "klein", "groß", "größer, am größten", "—")));
  }

  /** Rows made one by one, with names that commas part. */
  static CleanTable table(
      String name, String kinds, String header, int rows, Function<Random, List<String>> row) {
    Random random = new Random(name.hashCode());
    List<List<String>> made = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      made.add(row.apply(random));
    }
    return new CleanTable(name, kinds, List.of(header.split(",")), made);
  }

  static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  static LocalDate day(Random random) {
    return LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1200));
  }

  static String money(Random random, int most) {
    return String.format(Locale.ROOT, "%d.%02d", random.nextInt(most), random.nextInt(100));
  }

  private static String decimals(Random random, int most, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", random.nextInt(most) / 10.0);
  }
}
