package dev.assay.pollution;

import static dev.assay.pollution.CleanTables.day;
import static dev.assay.pollution.CleanTables.money;
import static dev.assay.pollution.CleanTables.pick;
import static dev.assay.pollution.CleanTables.table;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Small tables as offices have them: keys, days, people, addresses, sentences, money. */
final class EverydayTables {
  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yyyy");
  private static final String[] SENTENCES = {
    "Called twice, no answer",
    "Wants the blue one, size M, by Friday",
    "ok",
    "Paid in cash; receipt sent",
    "See ticket #4711, then close",
    "",
    "He asked for a \"quick\" reply, please",
    "Delivered to neighbour (no. 12), left side",
    "First line\nsecond line, with comma",
    "100% wool, 2 pieces",
    "New customer: 10% off"
  };

  private EverydayTables() {}

  static List<CleanTable> all() {
    return List.of(contacts(), tickets(), visits(), payroll(), stock(), few());
  }

  private static CleanTable contacts() {
    return table(
        "contacts",
        "nttdnt",
        "id,name,email,joined,balance,notes",
        22,
        random -> {
          String first = pick(random, "ann", "bob", "eve", "liv", "max", "zoe");
          String last = pick(random, "smith", "lund", "rossi", "chen");
          return List.of(
              "" + (100 + random.nextInt(900)),
              capital(first) + " " + capital(last),
              first + "." + last + "@" + pick(random, "example.com", "mail.example.org"),
              day(random).toString(),
              (random.nextInt(4) == 0 ? "-" : "") + money(random, 300),
              pick(random, SENTENCES));
        });
  }

  private static CleanTable tickets() {
    return table(
        "tickets",
        "cdttcn",
        "Key,Opened,Reporter,Subject,Priority,Hours",
        60,
        random ->
            List.of(
                "OPS-" + (10 + random.nextInt(990)),
                day(random)
                    + " "
                    + String.format(
                        Locale.ROOT, "%02d:%02d", random.nextInt(24), random.nextInt(60)),
                pick(random, "ann@example.com", "bob@example.com", "desk@example.com"),
                pick(
                        random,
                        "Printer, 2nd floor, jams",
                        "Reset password",
                        "VPN slow",
                        "Mail \"bounces\"")
                    + pick(random, "", " again", ", urgent"),
                pick(random, "low", "normal", "high"),
                pick(random, "", "0.5", "1", "2.25", "8")));
  }

  private static CleanTable visits() {
    return table(
        "visits",
        "ddcnntt",
        "DAY,TIME,PAGE,HITS,SECONDS,TITLE,COMMENT",
        85,
        random ->
            List.of(
                day(random).format(AMERICAN),
                String.format(
                    Locale.ROOT,
                    "%02d:%02d:%02d",
                    random.nextInt(24),
                    random.nextInt(60),
                    random.nextInt(60)),
                "https://www.example.com/"
                    + pick(random, "shop?item=", "news/", "help#")
                    + random.nextInt(500),
                "" + (1 + random.nextInt(40)),
                money(random, 600),
                pick(
                    random,
                    "Sale, up to 50% off",
                    "News of the week",
                    "How to return, step by step",
                    "Contact"),
                pick(random, SENTENCES)));
  }

  private static CleanTable payroll() {
    return table(
        "payroll",
        "tdntc",
        "Employee,Hired,Salary,Department,Active",
        18,
        random ->
            List.of(
                pick(random, "Smith, Ann", "Lund, Bo", "Garcia, Eva", "O'Neil, Tim", "Chen, Li"),
                day(random).format(AMERICAN),
                "$" + (30 + random.nextInt(60)) + "," + (100 + random.nextInt(900)) + ".00",
                pick(random, "Sales", "IT", "Research and Development"),
                pick(random, "yes", "no")));
  }

  private static CleanTable stock() {
    return table(
        "stock list",
        "ctnnd",
        "SKU,Item,Qty,Unit Price,Last Count",
        9,
        random ->
            List.of(
                "SKU" + (1000 + random.nextInt(9000)),
                pick(random, "Desk, oak", "Chair", "Lamp, desk, LED", "Shelf 2m"),
                "" + random.nextInt(90),
                money(random, 400),
                day(random).toString()));
  }

  private static CleanTable few() {
    return table(
        "few",
        "ntdn",
        "No,Guest,Arrival,Nights",
        5,
        random ->
            List.of(
                "" + (1 + random.nextInt(99)),
                pick(random, "Ann Smith", "Bo Lund", "Li Chen"),
                day(random).toString(),
                "" + (1 + random.nextInt(14))));
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
