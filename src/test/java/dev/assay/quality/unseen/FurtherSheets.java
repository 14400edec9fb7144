package dev.assay.quality.unseen;

import static dev.assay.quality.TrueType.BOOLEAN;
import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TIMESTAMPTZ;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.lakhs;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;
import static dev.assay.quality.unseen.Sheet.between;
import static dev.assay.quality.unseen.Sheet.day;
import static dev.assay.quality.unseen.Sheet.digits;
import static dev.assay.quality.unseen.Sheet.letters;
import static dev.assay.quality.unseen.Sheet.moment;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** Written after the rules were mended for the other tables, to see what that was worth. */
final class FurtherSheets {
  private FurtherSheets() {}

  static Stream<GeneratedTable> tables() {
    return Stream.of(
            pharmacy(),
            cars(),
            court(),
            recipes(),
            telephone(),
            election(),
            patents(),
            danish(),
            czech(),
            russian(),
            japanese(),
            mortgage(),
            theatre(),
            network())
        .map(Sheet::table);
  }

  private static Sheet pharmacy() {
    return Sheet.of("dispensing.csv", 130)
        .text("NDC", r -> "0" + digits(r, 4) + "-" + digits(r, 4) + "-" + digits(r, 2))
        .text("Strength", r -> one(r, "500 mg", "250 mg/5 ml", "1 g", "0.05%"))
        .whole("Qty", 7, 180)
        .text("Sig", r -> one(r, "1-0-1", "1-1-1", "0-0-1"))
        .cells(
            "Exp.",
            DATE,
            r -> {
              LocalDate month = LocalDate.of(2025, 1, 1).plusMonths(r.nextInt(24));
              return Cell.value(day("MMM-yyyy", Locale.ENGLISH).apply(month), month.toString());
            })
        .text("Lot", r -> digits(r, 4) + letters(r, 1) + digits(r, 1))
        .decimal("Copay", 0, 60, 2, n -> "$" + plain(n, '.'))
        .missing(10, "waived")
        .undecided()
        .words("Refills", "0", "1", "2", "PRN")
        .decimal("Dose", 0.25, 12, 2, n -> plain(n, '.') + " mL")
        .truth("Generic?", "Y", "N")
        .text("DEA", r -> letters(r, 2) + digits(r, 7));
  }

  private static Sheet cars() {
    return Sheet.of("gebrauchtwagen.csv", 95)
        .whole("Preis", 1200, 64_000, n -> grouped(n, ".", ',') + ",- €")
        .whole("Kilometerstand", 5000, 240_000, n -> grouped(n, ".", ',') + " km")
        .cells(
            "EZ",
            DATE,
            r -> {
              LocalDate month = LocalDate.of(2008, 1, 1).plusMonths(r.nextInt(180));
              return Cell.value(day("MM/yyyy", Locale.ROOT).apply(month), month.toString());
            })
        .text("Leistung", r -> (50 + r.nextInt(150)) + " kW (" + (70 + r.nextInt(200)) + " PS)")
        .whole("Hubraum", 900, 5000, n -> grouped(n, ".", ',') + " cm³")
        .decimal("Verbrauch", 3, 14, 1, n -> plain(n, ',') + " l/100 km")
        .text("HSN/TSN", r -> "0" + digits(r, 3) + "/" + letters(r, 3))
        .text("Kennzeichen", r -> "B-" + letters(r, 2) + " " + digits(r, 3))
        .words("Getriebe", "Automatik", "Schaltung")
        .truth("Unfallfrei", "ja", "nein")
        .text("TÜV", r -> one(r, "neu", "08/25", "11/26"))
        .text("Türen", r -> one(r, "2/3", "4/5"));
  }

  private static Sheet court() {
    return Sheet.of("docket.csv", 70)
        .text("Case No.", r -> "2023-CV-" + digits(r, 5))
        .days("Filed", LocalDate.parse("2023-01-03"), 300, day("MMM. d, yyyy", Locale.US))
        .days("Hearing", LocalDate.parse("2023-06-03"), 300, day("EEEE, MMMM d, yyyy", Locale.US))
        .text("Article", r -> one(r, "6.1", "8.2", "10.1", "6.10"))
        .decimal("Claim", 500, 90_000, 2, n -> "USD " + grouped(n, ",", '.'))
        .words("Judgment", "for plaintiff", "dismissed", "settled")
        .text("Statute", r -> "§ " + (200 + r.nextInt(90)))
        .whole("Pages", 1, 90, n -> n + " pp.")
        .truth("Sealed", "True", "False")
        .text("Vote", r -> one(r, "5-4", "6-3", "9-0"));
  }

  private static Sheet recipes() {
    return Sheet.of("recipes.csv", 55)
        .text("Prep", r -> one(r, "10 min", "1 h 15 min", "1 h"))
        .whole("Cook", 5, 120, n -> n + " mins")
        .text("Serves", r -> one(r, "4", "4-6", "2"))
        .text("Sugar", r -> one(r, "1/2 cup", "1 cup", "3/4 cup"))
        .whole("Oven", 150, 240, n -> n + "°C")
        .whole("Energy", 100, 900, n -> n + " kcal")
        .decimal("Salt", 0.1, 3, 1, n -> plain(n, '.') + "g")
        .decimal("Stars", 1, 5, 1, n -> plain(n, '.'))
        .truth("Vegan", "✔", "✗")
        .text("Ratio", r -> one(r, "2:1", "1:1", "3:2"));
  }

  private static Sheet telephone() {
    return Sheet.of("call_detail.csv", 240)
        .text("A-Number", r -> "44" + digits(r, 10))
        .text("B Number", r -> "0" + digits(r, 10))
        .minutes("Start", "2024-01-01", moment("dd-MMM-yy HH:mm"))
        .text(
            "Duration", r -> "%02d:%02d:%02d".formatted(r.nextInt(3), r.nextInt(60), r.nextInt(60)))
        .whole("Secs", 1, 3600)
        .decimal("Charge", 0, 4, 4, n -> "£" + plain(n, '.'))
        .text("Cell ID", r -> digits(r, 3) + "-" + digits(r, 2) + "-" + digits(r, 5))
        .whole("Roaming", 0, 1)
        .words("Dir", "IN", "OUT")
        .decimal("MB", 0, 900, 3, n -> grouped(n, ",", '.'));
  }

  private static Sheet election() {
    return Sheet.of("resultats.csv", 85)
        .text("Code dép.", r -> one(r, "01", "2A", "75", "971"))
        .whole("Inscrits", 900, 90_000, n -> grouped(n, "\u202f", ','))
        .decimal("% Abst.", 10, 60, 2, n -> plain(n, ','))
        .decimal("Écart", -12, 12, 1, n -> (n.signum() > 0 ? "+" : "") + plain(n, ',') + " pts")
        .text("Bureau", r -> "%04d".formatted(1 + r.nextInt(60)))
        .truth("Élu", "oui", "non")
        .text("Rang", r -> one(r, "1er", "2e", "3e"))
        .days(
            "Date du scrutin",
            LocalDate.parse("2022-04-10"),
            60,
            day("EEEE d MMMM yyyy", Locale.FRENCH))
        .text("Heure", r -> one(r, "8h-18h", "8h-20h"));
  }

  private static Sheet patents() {
    return Sheet.of("patents.tsv", 60)
        .text("Publication", r -> "EP" + digits(r, 7) + one(r, "A1", "B1"))
        .text("IPC", r -> one(r, "A61K 31/00", "H04L 9/32", "G06F 17/30"))
        .days("Priority", "2012-01-01", 3000, "yyyy.MM.dd")
        .days("Filing", "2012-01-01", 3000, "yyyy/M/d")
        .cells("Appl. No", INTEGER, r -> Cell.text("20" + (10 + r.nextInt(10)) + digits(r, 6)))
        .whole("Claims", 1, 40)
        .missing(5, "not stated")
        .cells("Year", INTEGER, r -> Cell.text(String.valueOf(2012 + r.nextInt(9))))
        .text("Family", r -> digits(r, 2) + "/" + digits(r, 3) + "," + digits(r, 3));
  }

  private static Sheet danish() {
    return Sheet.of("faktura_dk.csv", 40)
        .days(
            "Dato",
            LocalDate.parse("2024-01-05"),
            300,
            day("d. MMMM yyyy", Locale.forLanguageTag("da")))
        .decimal("Beløb", 10, 30_000, 2, n -> grouped(n, ".", ',') + " kr.")
        .whole("Moms", 12, 25, n -> n + " %")
        .text("CVR", r -> "3" + digits(r, 7))
        .text(
            "CPR",
            r ->
                "%02d%02d%02d-".formatted(1 + r.nextInt(28), 1 + r.nextInt(12), 50 + r.nextInt(50))
                    + digits(r, 4))
        .truth("Betalt", "Ja", "Nej")
        .missing(12, "mangler")
        .text("Postnr.", r -> one(r, "2100", "0900", "8000"))
        .text("Kl.", r -> one(r, "kl. 9", "kl. 14"));
  }

  private static Sheet czech() {
    return Sheet.of("faktury_cz.csv", 48)
        .days("Datum vystavení", LocalDate.parse("2024-01-05"), 300, day("d. M. yyyy", Locale.ROOT))
        .days(
            "Splatnost",
            LocalDate.parse("2024-02-05"),
            300,
            day("d. MMMM yyyy", Locale.forLanguageTag("cs")))
        .decimal("Částka", 100, 90_000, 2, n -> grouped(n, "\u00a0", ',') + "\u00a0Kč")
        .text("IČO", r -> "0" + digits(r, 7))
        .text("PSČ", r -> "1" + digits(r, 2) + " " + digits(r, 2))
        .truth("Zaplaceno", "ano", "ne")
        .cells("Var. symbol", INTEGER, r -> Cell.text("2024" + digits(r, 6)))
        .text(
            "Rodné číslo",
            r ->
                "%02d%02d%02d/".formatted(50 + r.nextInt(40), 1 + r.nextInt(12), 1 + r.nextInt(28))
                    + digits(r, 4));
  }

  private static Sheet russian() {
    return Sheet.of("vypiska.csv", 66)
        .days(
            "Дата",
            LocalDate.parse("2024-01-05"),
            300,
            d -> day("d MMMM yyyy", Locale.forLanguageTag("ru")).apply(d) + " г.")
        .days("Срок", "2024-01-05", 300, "dd.MM.yyyy")
        .decimal("Сумма", -90_000, 90_000, 2, n -> grouped(n, "\u00a0", ',') + " ₽")
        .whole("НДС", 10, 20, n -> n + "%")
        .text("ИНН", r -> "77" + digits(r, 8))
        .truth("Оплачено", "да", "нет")
        .missing(10, "нет данных")
        .text(
            "Телефон",
            r ->
                "+7 (9"
                    + digits(r, 2)
                    + ") "
                    + digits(r, 3)
                    + "-"
                    + digits(r, 2)
                    + "-"
                    + digits(r, 2));
  }

  private static Sheet japanese() {
    return Sheet.of("uriage.csv", 44)
        .days(
            "日付",
            LocalDate.parse("2024-01-05"),
            300,
            d -> d.getYear() + "年" + d.getMonthValue() + "月" + d.getDayOfMonth() + "日")
        .whole("金額", 100, 2_000_000, n -> "¥" + grouped(n, ",", '.'))
        .whole("数量", 1, 300, n -> n + "個")
        .text("郵便番号", r -> "1" + digits(r, 2) + "-" + digits(r, 4))
        .text("電話", r -> "03-" + digits(r, 4) + "-" + digits(r, 4))
        .words("状態", "完了", "未完了")
        .decimal("割引", 0, 30, 1, n -> plain(n, '.') + "%");
  }

  private static Sheet mortgage() {
    return Sheet.of("loans_in.csv", 105)
        .whole("Loan Amt", 200_000, 9_000_000, n -> "₹ " + lakhs(n))
        .cells(
            "Property",
            INTEGER,
            r -> {
              BigDecimal n = between(r, 10, 99, 1);
              return Cell.value("Rs." + n + " lakh", n.movePointRight(5).toPlainString());
            })
        .decimal("ROI", 7, 14, 2, n -> plain(n, '.') + "% p.a.")
        .text("Tenure", r -> (5 + r.nextInt(20)) + " yrs " + r.nextInt(12) + " m")
        .days("Sanctioned", "2021-04-01", 1000, "dd/MM/yyyy")
        .text("PAN", r -> letters(r, 5) + digits(r, 4) + letters(r, 1))
        .text("Aadhaar", r -> "4" + digits(r, 3) + " " + digits(r, 4) + " " + digits(r, 4))
        .whole("CIBIL", 600, 850)
        .missing(12, "NA")
        .truth("Closed", "Yes", "No")
        .decimal("LTV", 0.3, 0.9, 3, n -> plain(n, '.'));
  }

  private static Sheet theatre() {
    return Sheet.of("box_office.csv", 32)
        .text("Row/Seat", r -> letters(r, 1) + "-" + (1 + r.nextInt(30)))
        .decimal("Price", 10, 120, 2, n -> "£" + plain(n, '.'))
        .minutes("Performance", "2024-03-01", moment("EEE d MMM yyyy, HH:mm"))
        .text("Season", r -> one(r, "2023/24", "2024/25"))
        .text("Act", r -> one(r, "I", "II", "III"))
        .cells("Concession", BOOLEAN, _ -> Cell.value("x", "true"))
        .missing(70)
        .text("Barcode", r -> "00" + digits(r, 11))
        .decimal("Fee", 0, 5, 2, n -> plain(n, '.'))
        .missing(20, "-");
  }

  private static Sheet network() {
    return Sheet.of("flows.csv", 310)
        .seconds(
            "start", TIMESTAMPTZ, "2024-02-01", moment("yyyy-MM-dd'T'HH:mm:ss'+0100'"), "+01:00")
        .text("src", r -> "fe80::" + Integer.toHexString(r.nextInt(65_536)))
        .cells("port", INTEGER, r -> Cell.text(one(r, "443", "80", "53", "8080")))
        .text("mac", r -> "00-1B-44-" + digits(r, 2) + "-" + digits(r, 2) + "-B7")
        .text("proto", r -> one(r, "TCP", "UDP", "6"))
        .text("flags", r -> one(r, "0x18", "0x02", "0x10"))
        .text("size", r -> one(r, "1.5 MB", "900 KB", "2 GB"))
        .decimal("loss", 0, 5, 1, n -> plain(n, '.') + " %")
        .whole("ttl", 30, 255)
        .text("os", r -> one(r, "10.15", "10.9", "11.0", "10.10"))
        .text("hash", r -> one(r, "1e10", "5f3a", "0012", "9e99"));
  }
}
