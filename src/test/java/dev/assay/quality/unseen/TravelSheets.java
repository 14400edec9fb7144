package dev.assay.quality.unseen;

import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TEXT;
import static dev.assay.quality.TrueType.TIME;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;
import static dev.assay.quality.unseen.Sheet.digits;
import static dev.assay.quality.unseen.Sheet.letters;
import static dev.assay.quality.unseen.Sheet.moment;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** Flights, parcels, homes, rooms and restaurants. */
final class TravelSheets {
  private TravelSheets() {}

  static Stream<GeneratedTable> tables() {
    return Stream.of(
            flights(), airline(), shipping(), parcels(), homes(), funda(), restaurants(), hotel())
        .map(Sheet::table);
  }

  private static Sheet flights() {
    return Sheet.of("flights.csv", 200)
        .words("src", "aa", "flightview", "orbitz")
        .text("flight", r -> "AA-" + digits(r, 4) + "-ORD-PHX")
        .minutes("sched_dep_time", "2011-12-01", moment("MM/dd/yyyy hh:mm a"))
        .cells(
            "act_dep_time",
            TIME,
            r -> {
              int hour = r.nextInt(24);
              int minute = r.nextInt(60);
              return Cell.value(
                  "%d:%02d %s"
                      .formatted(
                          hour % 12 == 0 ? 12 : hour % 12, minute, hour < 12 ? "a.m." : "p.m."),
                  "%02d:%02d:00".formatted(hour, minute));
            })
        .missing(12, "Not Available", "")
        .text("gate", r -> one(r, "C12", "12", "D4", "7"))
        .words("terminal", "1", "2", "3", "E")
        .text("seat", r -> (1 + r.nextInt(30)) + one(r, "A", "C", "E"));
  }

  private static Sheet airline() {
    return Sheet.of("On_Time_2023_3.csv", 350)
        .days("FlightDate", "2023-03-01", 31, "yyyy-MM-dd")
        .text("CRSDepTime", r -> "%02d%02d".formatted(r.nextInt(24), r.nextInt(12) * 5))
        .whole("DepDelay", -15, 300)
        .whole("Tail", 100, 999, n -> n.toPlainString())
        .whole("Distance", 100, 2700, n -> plain(n, '.') + " mi")
        .truth("Cancelled", "1", "0")
        .words("CancellationCode", "A", "B")
        .missing(95)
        .text("DistanceGroup", r -> one(r, "0-249", "250-499", "500-749"))
        .text("AirTime", r -> (1 + r.nextInt(5)) + "h " + r.nextInt(60) + "m");
  }

  private static Sheet shipping() {
    return Sheet.of("shipments.csv", 100)
        .text("Container", r -> "MSCU" + digits(r, 7))
        .days(
            "ETD",
            LocalDate.parse("2024-01-01"),
            200,
            d -> Sheet.day("ddMMMyyyy", Locale.ENGLISH).apply(d).toUpperCase(Locale.ROOT))
        .days("ETA", "2024-02-01", 200, "dd-MMM-yy")
        .text("HS Code", r -> one(r, "8471.30", "8517.12", "0901.21", "6109.10"))
        .decimal("Gross wt", 10, 24_000, 1, n -> grouped(n, ",", '.') + " kgs")
        .decimal("CBM", 1, 66, 3, n -> plain(n, '.'))
        .whole("Freight", 1000, 9000, n -> "USD " + grouped(n, ",", '.'))
        .decimal("Reefer", -25, 5, 1, n -> plain(n, '.') + " °C")
        .missing(50, "n.a.")
        .words("Incoterm", "FOB", "CIF", "EXW")
        .words("Week", "Wk 12", "Wk 13", "Wk 14")
        .text("Vessel/Voy", r -> "MAERSK " + digits(r, 3) + one(r, "E", "W"))
        .text("Free days", r -> one(r, "7", "14", "7+7"));
  }

  private static Sheet parcels() {
    return Sheet.of("parcels.csv", 80)
        .text("Tracking", r -> "1Z" + letters(r, 3) + digits(r, 10))
        .text("Window", r -> one(r, "08:00-10:00", "10:00-12:00", "14-16"))
        .minutes("Delivered", "2024-03-01", moment("M/d/yy h:mm a"))
        .missing(20, "In transit", "Pending")
        .undecided()
        .text("ZIP", r -> one(r, "02139", "10001", "60614-1234"))
        .text("Weight", r -> one(r, "2 lb 3 oz", "1 lb 0 oz", "5 lb 12 oz"))
        .truth("Signed", "Y", "N")
        .decimal("COD", 5, 90, 2, n -> "US$" + plain(n, '.'))
        .truth("Insured", "✓", "✗")
        .whole("Attempts", 1, 3);
  }

  private static Sheet homes() {
    return Sheet.of("Immobilien_Berlin.csv", 115)
        .whole("Kaufpreis", 90_000, 2_900_000, n -> grouped(n, ".", ',') + " €")
        .missing(6, "auf Anfrage")
        .decimal("Wohnfläche", 20, 240, 1, n -> plain(n, ',') + " m²")
        .cells(
            "Zimmer",
            DECIMAL,
            r -> {
              int halves = 2 + r.nextInt(10);
              String n = halves % 2 == 0 ? String.valueOf(halves / 2) : halves / 2 + ",5";
              return Cell.value(n, n.replace(',', '.'));
            })
        .text("Etage", r -> one(r, "EG", "1. OG", "2. OG", "DG"))
        .whole("Baujahr", 1880, 2024)
        .missing(12, "unbekannt")
        .text("Hausnummer", r -> one(r, "12", "12a", "3", "44-46", "7"))
        .text("PLZ", r -> one(r, "10115", "12043", "04109"))
        .decimal("Hausgeld", 80, 900, 2, n -> plain(n, ',') + " EUR")
        .words("Balkon", "vorhanden", "nicht vorhanden")
        .truth("Aufzug", "ja", "nein")
        .decimal("Provision", 0, 7, 2, n -> plain(n, ',') + " %")
        .text("Bezugsfrei", r -> one(r, "sofort", "01.04.2024", "nach Vereinbarung", "15.07.2024"))
        .text("Energieklasse", r -> one(r, "A+", "B", "E", "H"));
  }

  private static Sheet funda() {
    return Sheet.of("funda.csv", 24)
        .whole("Vraagprijs", 200_000, 900_000, n -> "€ " + grouped(n, ".", ',') + " k.k.")
        .whole("Woonoppervlakte", 40, 220, n -> n + " m²")
        .whole("Perceel", 100, 1900, n -> grouped(n, ".", ',') + " m²")
        .missing(30)
        .text("Postcode", r -> "1" + digits(r, 3) + " " + letters(r, 2))
        .words("Energielabel", "A", "B", "C", "G")
        .cells("Garage", TEXT, _ -> Cell.missing(null));
  }

  private static Sheet restaurants() {
    return Sheet.of("restaurants_nyc.csv", 160)
        .text("address", r -> (1 + r.nextInt(900)) + one(r, " E 12th St", " Broadway", " 5th Ave"))
        .text("phone", r -> "212/" + digits(r, 3) + "-" + digits(r, 4))
        .words("price", "$", "$$", "$$$")
        .decimal("rating", 1, 5, 1, n -> plain(n, '.'))
        .missing(8, "NEW")
        .undecided()
        .text("hours", r -> one(r, "11am-10pm", "24 hours", "5pm-1am"))
        .words("grade", "A", "B", "C", "Z")
        .missing(20)
        // Whether 1900 says "never" is for a person to say: it stays.
        .cells(
            "inspection",
            DATE,
            r -> {
              LocalDate day =
                  r.nextInt(15) == 0
                      ? LocalDate.of(1900, 1, 1)
                      : LocalDate.of(2022, 1, 1).plusDays(r.nextInt(700));
              return Cell.value(Sheet.day("MM/dd/yyyy", Locale.ROOT).apply(day), day.toString());
            })
        .whole("reviews", 1, 4000, n -> grouped(n, ",", '.'))
        .text("table", r -> (1 + r.nextInt(30)) + one(r, "", "", "B"))
        .truth("outdoor", "yes", "no")
        .decimal("tip", 10, 25, 1, n -> plain(n, '.') + "%")
        .text("score", r -> (1 + r.nextInt(5)) + "/5");
  }

  private static Sheet hotel() {
    return Sheet.of("reservations.csv", 12)
        .given(
            "Check-in",
            DATE,
            "1/2/24 → 2024-02-01",
            "3/2/24 → 2024-02-03",
            "7/2/24 → 2024-02-07",
            "9/2/24 → 2024-02-09",
            "4/3/24 → 2024-03-04",
            "5/3/24 → 2024-03-05",
            "8/3/24 → 2024-03-08",
            "11/3/24 → 2024-03-11",
            "2/4/24 → 2024-04-02",
            "6/4/24 → 2024-04-06",
            "10/4/24 → 2024-04-10",
            "12/5/24 → 2024-05-12")
        .open()
        .given(
            "Room", TEXT, "101", "102A", "204", "101", "PH1", "203", "102A", "204", "101", "PH1",
            "203", "204")
        .given("Nights", INTEGER, "2", "1", "3", "7", "2", "1", "1", "4", "2", "3", "1", "5")
        .given("Guests", TEXT, "2+1", "2", "1", "2+2", "2", "1", "2", "3", "2+1", "2", "1", "2")
        .given(
            "Rate",
            DECIMAL,
            "€120 → 120",
            "€99.50 → 99.5",
            "€150 → 150",
            "€120 → 120",
            "€310 → 310",
            "€140 → 140",
            "€99.50 → 99.5",
            "€150 → 150",
            "€120 → 120",
            "€310 → 310",
            "€140 → 140",
            "€150 → 150")
        .given(
            "Arrival",
            TIME,
            "14h30 → 14:30:00",
            "16h00 → 16:00:00",
            "15h15 → 15:15:00",
            "14h00 → 14:00:00",
            "18h45 → 18:45:00",
            "14h30 → 14:30:00",
            "20h00 → 20:00:00",
            "14h30 → 14:30:00",
            "15h00 → 15:00:00",
            "22h10 → 22:10:00",
            "14h30 → 14:30:00",
            "15h00 → 15:00:00")
        .given(
            "Breakfast",
            TEXT,
            "incl.",
            "excl.",
            "incl.",
            "incl.",
            "incl.",
            "excl.",
            "excl.",
            "incl.",
            "incl.",
            "incl.",
            "excl.",
            "incl.");
  }
}
