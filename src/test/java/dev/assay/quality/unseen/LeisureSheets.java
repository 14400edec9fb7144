package dev.assay.quality.unseen;

import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TEXT;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;
import static dev.assay.quality.unseen.Sheet.between;
import static dev.assay.quality.unseen.Sheet.digits;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** Films, beers, matches, races and loans. */
final class LeisureSheets {
  private LeisureSheets() {}

  static Stream<GeneratedTable> tables() {
    return Stream.of(movies(), beers(), matches(), squad(), race(), loans(), books(), charts())
        .map(Sheet::table);
  }

  private static Sheet movies() {
    return Sheet.of("movies.csv", 240)
        .whole("year", 1931, 2023)
        .whole("runtime", 61, 210, n -> n + " min")
        .missing(5, "\\N")
        .cells(
            "gross",
            INTEGER,
            r -> {
              BigDecimal n = between(r, 0.01, 600, 2);
              return Cell.value("$" + n + "M", n.movePointRight(6).toPlainString());
            })
        .missing(12, "")
        .decimal("imdb", 1, 10, 1, n -> plain(n, '.'))
        .whole("votes", 1000, 2_000_000, n -> grouped(n, ",", '.'))
        .whole("rotten", 0, 100, n -> n + "%")
        .words("rated", "PG-13", "R", "G", "Not Rated")
        .days("released", "1990-01-05", 12_000, "dd MMM yyyy")
        .missing(4, "N/A")
        .text("genre", r -> one(r, "Drama", "Comedy, Drama", "Action"))
        .text("aspect", r -> one(r, "16:9", "4:3", "2.39:1"))
        .text("title", r -> one(r, "1917", "Se7en", "300", "10,000 BC", "2012", "Up"))
        .text("length", r -> (1 + r.nextInt(2)) + "h " + r.nextInt(60) + "min");
  }

  private static Sheet beers() {
    return Sheet.of("craft_beers.csv", 170)
        .decimal("abv", 3, 12, 1, n -> plain(n, '.') + "% ABV")
        .missing(4, "N/A")
        .whole("ibu", 4, 130)
        .missing(35, "")
        .cells(
            "ounces",
            DECIMAL,
            r -> {
              String n = one(r, "12.0", "16.0", "8.4", "24.0");
              return Cell.value(n + one(r, " oz", " oz.", " ounce", " OZ."), n);
            })
        .text("brewery", r -> one(r, "21st Amendment", "10 Barrel", "Oskar Blues"))
        .cells("notes", TEXT, _ -> Cell.missing(null))
        .cells("og", DECIMAL, r -> Cell.text("1.0" + (10 + r.nextInt(80))))
        .text("srm", r -> one(r, "4-6", "10-14", "30+"))
        .words("available", "Year-round", "Seasonal", "May-Aug");
  }

  private static Sheet matches() {
    return Sheet.of("bundesliga.csv", 150)
        .text("Spieltag", r -> (1 + r.nextInt(34)) + ".")
        .days("Datum", LocalDate.parse("2023-08-18"), 270, Sheet.day("EEE dd.MM.yy", Locale.GERMAN))
        .text("Ergebnis", r -> r.nextInt(5) + ":" + r.nextInt(4))
        .text("Halbzeit", r -> "(" + r.nextInt(3) + ":" + r.nextInt(3) + ")")
        .whole("Zuschauer", 10_000, 81_000, n -> grouped(n, ".", ','))
        .text("Minute", r -> one(r, "45+2", "90+4", "12", "67"))
        .decimal("xG", 0, 4, 2, n -> plain(n, ','))
        .whole("Ballbesitz", 25, 75, n -> n + " %")
        .text("Quote", r -> one(r, "5/2", "11/4", "1/3"))
        .words("Saison", "2023/24");
  }

  private static Sheet squad() {
    return Sheet.of("squad_values.csv", 28)
        .whole("No", 1, 40)
        .missing(10, "-")
        .decimal("Height", 1.65, 2, 2, n -> plain(n, ',') + "m")
        .cells(
            "Market value",
            INTEGER,
            r -> {
              boolean million = r.nextBoolean();
              BigDecimal n = million ? between(r, 1, 90, 2) : between(r, 100, 900, 0);
              return Cell.value(
                  "€" + n + (million ? "m" : "k"),
                  n.movePointRight(million ? 6 : 3).toPlainString());
            })
        .days("Contract until", "2024-06-30", 1500, "MMM d, yyyy")
        .text("W-L-T", r -> (1 + r.nextInt(12)) + "-" + (1 + r.nextInt(12)) + "-" + r.nextInt(9))
        .text("Foot", r -> one(r, "left", "right", "both"))
        .text("Ht", r -> (5 + r.nextInt(2)) + "-" + r.nextInt(12))
        .whole("GD", -40, 40, n -> (n.signum() > 0 ? "+" : "") + n)
        .text("Rank", r -> one(r, "T3", "1", "2", "T5"));
  }

  private static Sheet race() {
    return Sheet.of("marathon_results.csv", 330)
        .whole("Place", 1, 330)
        .text("Bib", r -> "F" + digits(r, 3))
        .text(
            "Net time",
            r -> (2 + r.nextInt(4)) + ":%02d:%02d".formatted(r.nextInt(60), r.nextInt(60)))
        .text("Pace", r -> (4 + r.nextInt(4)) + ":%02d".formatted(r.nextInt(60)))
        .text("Gap", r -> "+" + r.nextInt(50) + ":%02d".formatted(r.nextInt(60)))
        .text("AG", r -> one(r, "M40", "W35", "MHK"))
        .text("5 km", r -> (18 + r.nextInt(20)) + "'" + "%02d\"".formatted(r.nextInt(60)))
        .whole("YoB", 1945, 2005)
        .cells("DNF", TEXT, _ -> Cell.missing(null))
        .decimal("100m", 9.6, 14, 2, n -> plain(n, '.'));
  }

  private static Sheet loans() {
    return Sheet.of("loans_export.csv", 105)
        .text("Barcode", r -> "3" + digits(r, 13))
        .days("Due", "2024-01-01", 300, "yyyyMMdd")
        .days("Returned", "2024-01-01", 300, "yyyy-MM-dd")
        .missing(45, "0000-00-00")
        .text("Call no.", r -> one(r, "QA76.73.J38", "005.133", "813.54", "PS3553"))
        .text("Dewey", r -> one(r, "005.133", "813.54", "940.53", "025.04"))
        .decimal("Fine", 0.25, 12, 2, n -> "$" + plain(n, '.'))
        .missing(50, "-")
        .text("Patron", r -> "P" + digits(r, 6))
        .whole("Renewals", 0, 3)
        .truth("Overdue", "true", "false");
  }

  private static Sheet books() {
    return Sheet.of("katalog.csv", 58)
        .text("ISBN-10", r -> "3" + digits(r, 8) + one(r, "X", "1", "7"))
        .text("ISBN", r -> "978-3-" + digits(r, 3) + "-" + digits(r, 5) + "-" + digits(r, 1))
        .text("Erschienen", r -> one(r, "c1999", "[2003]", "2010", "1987"))
        .whole("Umfang", 90, 790, n -> n + " S.")
        .cells(
            "Preis",
            DECIMAL,
            r -> {
              BigDecimal n = between(r, 5, 60, 2);
              return Cell.value("EUR " + plain(n, ','), n.toPlainString());
            })
        .words("Auflage", "1. Aufl.", "2., überarb. Aufl.", "3. Aufl.")
        .text("Bd.", r -> one(r, "1", "2", "1/2", "3"))
        .text("Signatur", r -> "12-" + digits(r, 5))
        .words("Sprache", "de", "en", "no", "fr");
  }

  private static Sheet charts() {
    return Sheet.of("charts.csv", 40)
        .text("Peak", r -> one(r, "1st", "2nd", "13th"))
        .text("Duration", r -> "0" + (2 + r.nextInt(4)) + ":%02d".formatted(r.nextInt(60)))
        .whole("Streams", 1_000_000, 900_000_000, n -> grouped(n, " ", ','))
        .cells(
            "Sales",
            INTEGER,
            r -> {
              BigDecimal n = between(r, 1, 900, 1);
              return Cell.value(n + "K", n.movePointRight(3).toPlainString());
            })
        .days("Week of", LocalDate.parse("2024-01-01"), 200, Sheet.day("MMMM d, yyyy", Locale.US))
        .text("Decade", r -> one(r, "1980s", "1990s", "2000s"))
        .whole("BPM", 80, 170)
        .text("Artist", r -> one(r, "50 Cent", "2Pac", "U2", "Blink-182"));
  }
}
