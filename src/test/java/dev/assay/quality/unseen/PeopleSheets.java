package dev.assay.quality.unseen;

import static dev.assay.quality.TrueType.BOOLEAN;
import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TEXT;
import static dev.assay.quality.TrueType.TIMESTAMPTZ;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;
import static dev.assay.quality.unseen.Sheet.digits;
import static dev.assay.quality.unseen.Sheet.moment;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Employees, members, contacts and orders. */
final class PeopleSheets {
  private PeopleSheets() {}

  static Stream<GeneratedTable> tables() {
    return Stream.of(employees(), staff(), members(), contacts(), orders(), timesheet())
        .map(Sheet::table);
  }

  private static Sheet employees() {
    return Sheet.of("HR_export_workday.csv", 210)
        .text("Employee ID", r -> "00" + digits(r, 4))
        .cells("Hire Date", DATE, mixed("yyyy-MM-dd", "MM/dd/yyyy", "d-MMM-yyyy"))
        .days("Termination", "2022-01-01", 900, "yyyy-MM-dd")
        .missing(80, "9999-99-99", "")
        .decimal("FTE", 0.4, 1, 2, n -> plain(n, '.'))
        .whole("Base salary", 28_000, 240_000, n -> "$" + grouped(n, ",", '.'))
        .decimal("Bonus", 0, 0.3, 2, n -> plain(n, '.'))
        .words("Grade", "L4", "L5", "E3")
        .text("SSN", r -> "078-" + digits(r, 2) + "-" + digits(r, 4))
        .text("Manager", r -> one(r, "Lee, Ann", "No, Jin", "Null, Sam", "May, Tom"))
        .words("Exempt", "Exempt", "Non-exempt")
        .words("Shift", "06-14", "14-22", "22-06")
        .words("Location", "Remote", "NY", "NY-2")
        .text("Tenure", r -> r.nextInt(20) + " yrs " + r.nextInt(12) + " mos");
  }

  private static Sheet staff() {
    return Sheet.of("personal_stamm.csv", 95)
        .text("PersNr", r -> "000" + digits(r, 5))
        .days(
            "Eintritt",
            LocalDate.parse("1999-01-01"),
            9000,
            Sheet.day("d. MMM yyyy", Locale.GERMAN))
        // Whether 9999 says "never" is for a person to say: it stays.
        .cells(
            "Austritt",
            DATE,
            r -> {
              LocalDate day =
                  r.nextInt(10) > 0
                      ? LocalDate.of(9999, 12, 31)
                      : LocalDate.of(2019, 1, 1).plusDays(r.nextInt(1800));
              return Cell.value(Sheet.day("dd.MM.yyyy", Locale.ROOT).apply(day), day.toString());
            })
        .decimal("Gehalt", 1800, 9000, 2, n -> grouped(n, ".", ','))
        .decimal("Std./Woche", 10, 40, 1, n -> plain(n, ','))
        .text("Steuer-ID", r -> "4" + digits(r, 10))
        .text("SV-Nr.", r -> "65" + digits(r, 6) + "M" + digits(r, 3))
        .whole("StKl", 1, 5)
        .truth("Befristet", "J", "N")
        .text("Tel.", r -> one(r, "0171/", "030/", "0351/") + digits(r, 7))
        .whole("Urlaub", 20, 32, n -> n + " Tage");
  }

  private static Sheet members() {
    return Sheet.of("members.csv", 6)
        .given("no", INTEGER, "1", "2", "3", "4", "5", "6")
        .given(
            "joined",
            DATE,
            "05/06/2021 → 2021-06-05",
            "07/08/2021 → 2021-08-07",
            "01/02/2022 → 2022-02-01",
            "11/12/2022 → 2022-12-11",
            "03/03/2023 → 2023-03-03",
            "")
        .open()
        .given(
            "born",
            DATE,
            "23.5.61 → 1961-05-23",
            "4.11.78 → 1978-11-04",
            "30.1.85 → 1985-01-30",
            "17.9.02 → 2002-09-17",
            "2.2.94 → 1994-02-02",
            "28.12.49 → 1949-12-28")
        .open()
        .given("paid", BOOLEAN, "x → true", "", "x → true", "x → true", "", "")
        .given(
            "fee",
            DECIMAL,
            "12,50 → 12.50",
            "12,50 → 12.50",
            "7,00 → 7.00",
            "12,50 → 12.50",
            "",
            "7,00 → 7.00")
        .given("belt", TEXT, "9. Kyu", "1. Dan", "5. Kyu", "5. Kyu", "2. Dan", "9. Kyu")
        .given("house", TEXT, "12", "3a", "7/1", "44", "9", "10");
  }

  private static Sheet contacts() {
    return Sheet.of("contacts.csv", 125)
        .text("Phone", r -> one(r, "+1 (212) 555-0", "212-555-0", "212.555.0") + digits(r, 3))
        .text("Ext", r -> "x" + digits(r, 3))
        .missing(60)
        .days(
            "Birthday", LocalDate.parse("1960-01-01"), 15_000, Sheet.day("MM/dd/yyyy", Locale.ROOT))
        .missing(30, "--")
        .text("Name day", r -> one(r, "03-14", "12-06", "05-01"))
        .truth("Opt-in", "✔", "✘")
        .text("Time zone", r -> one(r, "+05:30", "-08:00", "+00:00"))
        .text("Height", r -> (5 + r.nextInt(2)) + "'" + r.nextInt(12) + "\"")
        .whole("Age", 18, 90)
        .missing(5, "unknown", "?")
        .text("Zip", r -> "0" + digits(r, 4))
        .cells("Fax", TEXT, _ -> Cell.missing(null))
        .words("Lang", "en", "no", "de");
  }

  private static Sheet orders() {
    return Sheet.of("orders_shopify.csv", 300)
        .text("Name", r -> "#" + (1000 + r.nextInt(900)))
        .seconds(
            "Created at",
            TIMESTAMPTZ,
            "2024-01-05",
            moment("yyyy-MM-dd HH:mm:ss' -0500'"),
            "-05:00")
        .seconds(
            "Paid at", TIMESTAMPTZ, "2024-01-05", moment("MMM d, yyyy h:mm:ss a 'PST'"), "-08:00")
        .missing(9)
        .words("Currency", "USD")
        .decimal("Subtotal", 5, 900, 2, n -> plain(n, '.'))
        .decimal("Discount", -90, 0, 2, n -> plain(n, '.'))
        .text("Zip", r -> "'0" + digits(r, 4))
        .text("Lineitem sku", r -> one(r, "1E3", "2E5", "12E4"))
        .whole("Lineitem quantity", 1, 9)
        // One word alone is no answer until the other one comes.
        .words("Accepts Marketing", "yes")
        .cells("Weight", INTEGER, r -> Cell.text(String.valueOf(50 * r.nextInt(40))))
        .text("Discount Code", r -> one(r, "MAY20", "SAVE10", "JAN24"))
        .missing(70);
  }

  private static Sheet timesheet() {
    return Sheet.of("timesheet.csv", 72)
        .days(
            "Day", LocalDate.parse("2024-01-01"), 180, Sheet.day("EEE, d MMM yyyy", Locale.ENGLISH))
        .cells(
            "In",
            dev.assay.quality.TrueType.TIME,
            r -> {
              int hour = 6 + r.nextInt(4);
              int minute = r.nextInt(60);
              return Cell.value(
                  hour + ":%02d".formatted(minute), "%02d:%02d:00".formatted(hour, minute));
            })
        .text("Worked", r -> (4 + r.nextInt(6)) + ":%02d".formatted(r.nextInt(60)))
        .decimal("Decimal hours", 1, 10, 2, n -> plain(n, '.') + "h")
        .text("Break", r -> one(r, "0:30", "0:45", "1:00"))
        .words("Weekday", "Mon", "Tue", "Wed")
        .text("Project", r -> "24-" + digits(r, 3))
        .truth("Billable", "1", "0");
  }

  /** Each cell is written in one of these ways. */
  private static Function<Random, Cell> mixed(String... patterns) {
    return r -> {
      LocalDate day = LocalDate.of(2010, 1, 1).plusDays(r.nextInt(4500));
      return Cell.value(Sheet.day(one(r, patterns), Locale.ENGLISH).apply(day), day.toString());
    };
  }
}
