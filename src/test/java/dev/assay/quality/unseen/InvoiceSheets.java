package dev.assay.quality.unseen;

import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;
import static dev.assay.quality.unseen.Sheet.day;
import static dev.assay.quality.unseen.Sheet.digits;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** Invoices in the languages of Europe. */
final class InvoiceSheets {
  private InvoiceSheets() {}

  static Stream<GeneratedTable> tables() {
    return Stream.of(
            german(),
            french(),
            portuguese(),
            spanish(),
            italian(),
            polish(),
            swedish(),
            dutch(),
            turkish())
        .map(Sheet::table);
  }

  private static Sheet german() {
    return Sheet.of("Rechnungen_2023.csv", 130)
        .text("Rechnungsnr.", r -> "2023-" + "%04d".formatted(1 + r.nextInt(1300)))
        .days(
            "Rechnungsdatum",
            LocalDate.parse("2023-01-05"),
            350,
            day("d. MMMM yyyy", Locale.GERMAN))
        .days("Fällig am", LocalDate.parse("2023-01-19"), 350, day("d.M.yyyy", Locale.GERMAN))
        .days("Bezahlt", LocalDate.parse("2023-01-19"), 350, day("dd.MM.yyyy", Locale.GERMAN))
        .missing(25, "offen", "k. A.")
        .undecided()
        .decimal("Netto", 10, 40_000, 2, n -> grouped(n, ".", ',') + " €")
        .cells(
            "MwSt.",
            INTEGER,
            r -> {
              String rate = one(r, "19", "19", "7");
              return Cell.value(rate + " %", rate);
            })
        .decimal("Skonto", 0, 3, 1, n -> plain(n, ',') + "%")
        .whole("Menge", 1, 5000, n -> grouped(n, ".", ','))
        .text("USt-IdNr.", r -> "DE" + digits(r, 9))
        .truth("Mahnung", "Ja", "Nein");
  }

  private static Sheet french() {
    return Sheet.of("factures.csv", 70)
        .text("N° facture", r -> "F" + digits(r, 2) + "/" + digits(r, 4))
        .days("Date facture", LocalDate.parse("2022-01-05"), 700, day("d MMMM yyyy", Locale.FRENCH))
        .days("Échéance", LocalDate.parse("2022-02-05"), 700, day("dd/MM/yy", Locale.FRENCH))
        .decimal("Montant HT", 10, 70_000, 2, n -> grouped(n, " ", ',') + " €")
        .cells(
            "TVA",
            DECIMAL,
            r -> {
              String rate = one(r, "20", "5,5", "10", "2,1");
              return Cell.value(rate + " %", rate.replace(',', '.'));
            })
        .text(
            "SIRET",
            r -> digits(r, 3) + " " + digits(r, 3) + " " + digits(r, 3) + " " + digits(r, 5))
        .text(
            "Tél.",
            r ->
                "0"
                    + (1 + r.nextInt(6))
                    + "."
                    + digits(r, 2)
                    + "."
                    + digits(r, 2)
                    + "."
                    + digits(r, 2)
                    + "."
                    + digits(r, 2))
        .text("Code postal", r -> one(r, "75011", "01000", "13008", "06200", "69003"))
        .truth("Réglée", "Oui", "Non")
        .missing(10, "n.c.");
  }

  private static Sheet portuguese() {
    return Sheet.of("faturas.csv", 40)
        .text("Fatura", r -> "FT 2024/" + (1 + r.nextInt(400)))
        .days("Emissão", "2024-01-02", 200, "dd-MM-yyyy")
        .days(
            "Vencimento",
            LocalDate.parse("2024-02-02"),
            200,
            day("d 'de' MMMM 'de' yyyy", Locale.forLanguageTag("pt")))
        .decimal("Valor", 5, 3000, 2, n -> plain(n, ',') + "€")
        .text("NIF", r -> "5" + digits(r, 8))
        .text("Cód. Postal", r -> "1" + digits(r, 3) + "-" + digits(r, 3))
        .text("Telemóvel", r -> "+351 91" + digits(r, 1) + " " + digits(r, 3) + " " + digits(r, 3))
        // Two letters alone may be anything.
        .words("Liquidada", "S", "N")
        .whole("Prazo", 30, 90, n -> n + " dias");
  }

  private static Sheet spanish() {
    return Sheet.of("facturas emitidas.csv", 95)
        .text("Nº", r -> "A-" + digits(r, 3) + "/23")
        .days(
            "Fecha",
            LocalDate.parse("2023-01-05"),
            350,
            day("dd-MMM-yy", Locale.forLanguageTag("es")))
        .decimal("Base imponible", 20, 20_000, 2, n -> grouped(n, ".", ','))
        .cells(
            "IVA",
            INTEGER,
            r -> {
              String rate = one(r, "21", "10", "4");
              return Cell.value(rate + "%", rate);
            })
        .decimal("Retención", -2000, 0, 2, n -> grouped(n, ".", ','))
        .missing(20, "s/d", "-")
        .text("NIF", r -> one(r, "B", "A") + digits(r, 8))
        .truth("Cobrada", "Sí", "No")
        .text("C.P.", r -> one(r, "08001", "28013", "41004", "03002"))
        .words("Forma de pago", "Transferencia", "Recibo", "Contado");
  }

  private static Sheet italian() {
    return Sheet.of("fatture_elettroniche.csv", 110)
        .text("Numero", r -> (1 + r.nextInt(300)) + "/" + one(r, "A", "FE"))
        .days("Data", LocalDate.parse("2023-01-05"), 350, day("d MMM yyyy", Locale.ITALIAN))
        .days("Scadenza", "2023-02-05", 350, "dd/MM/yyyy")
        .decimal("Imponibile", 20, 20_000, 2, n -> "€ " + grouped(n, ".", ','))
        .whole("Aliquota", 4, 22, n -> n + "%")
        .text("P.IVA", r -> "0" + digits(r, 10))
        .text("CAP", r -> one(r, "00185", "20121", "80132"))
        .truth("Pagata", "Sì", "No")
        .missing(15, "n.d.")
        .text("Codice SDI", r -> one(r, "0000000", "M5UXCR1", "KRRH6B9"));
  }

  private static Sheet polish() {
    return Sheet.of("faktury.csv", 64)
        .text("Numer", r -> "FV/" + (1 + r.nextInt(90)) + "/0" + (1 + r.nextInt(9)) + "/2023")
        .days(
            "Data wystawienia",
            LocalDate.parse("2023-01-05"),
            350,
            day("d MMMM yyyy", Locale.forLanguageTag("pl")))
        .days("Termin", "2023-01-19", 350, "dd.MM.yyyy 'r.'")
        .decimal("Kwota netto", 20, 90_000, 2, n -> grouped(n, "\u00a0", ',') + " zł")
        .whole("VAT", 5, 23, n -> n + "%")
        .text(
            "NIP", r -> digits(r, 3) + "-" + digits(r, 3) + "-" + digits(r, 2) + "-" + digits(r, 2))
        .text("Kod pocztowy", r -> digits(r, 2) + "-" + digits(r, 3))
        .truth("Zapłacono", "tak", "nie")
        .missing(12, "brak danych")
        .text("PESEL", r -> one(r, "0", "7", "8", "9") + digits(r, 10));
  }

  private static Sheet swedish() {
    return Sheet.of("fakturor.csv", 52)
        .text("Fakturanr", r -> "F-" + digits(r, 5))
        .days("Fakturadatum", "2023-01-05", 350, "yyyy-MM-dd")
        .days(
            "Förfallodag",
            LocalDate.parse("2023-02-05"),
            350,
            day("d MMMM yyyy", Locale.forLanguageTag("sv")))
        .decimal("Belopp", 20, 90_000, 2, n -> grouped(n, " ", ',') + " kr")
        .decimal("Öresavrundning", -1, 1, 2, n -> plain(n, ',').replace('-', '−'))
        .text(
            "Personnummer",
            r ->
                "%02d%02d%02d-".formatted(50 + r.nextInt(50), 1 + r.nextInt(12), 1 + r.nextInt(28))
                    + digits(r, 4))
        .text("Org.nr", r -> "556" + digits(r, 3) + "-" + digits(r, 4))
        .text("Postnr", r -> "1" + digits(r, 2) + " " + digits(r, 2))
        .truth("Betald", "Ja", "Nej")
        .missing(14, "saknas");
  }

  private static Sheet dutch() {
    return Sheet.of("facturen.csv", 33)
        .text("Factuurnr", r -> "2024" + digits(r, 4))
        .days(
            "Factuurdatum",
            LocalDate.parse("2024-01-05"),
            300,
            day("d MMMM yyyy", Locale.forLanguageTag("nl")))
        .days("Vervaldatum", "2024-01-19", 300, "dd-MM-yyyy")
        .whole("Bedrag", 1000, 90_000, n -> "€ " + grouped(n, ".", ',') + ",-")
        .decimal("BTW", 1, 2000, 2, n -> "€ " + grouped(n, ".", ','))
        .text("Postcode", r -> "1" + digits(r, 3) + " " + Sheet.letters(r, 2))
        .text("Huisnr", r -> one(r, "12", "12-2", "3", "101", "7-1", "44 hs", "9A"))
        .text("KvK", r -> "0" + digits(r, 7))
        .truth("Betaald", "ja", "nee");
  }

  private static Sheet turkish() {
    return Sheet.of("faturalar.csv", 48)
        .text("Fatura No", r -> "ABC2024" + digits(r, 9))
        .days(
            "Tarih",
            LocalDate.parse("2024-01-05"),
            300,
            day("d MMMM yyyy", Locale.forLanguageTag("tr")))
        .days("Vade", "2024-02-05", 300, "dd.MM.yyyy")
        .decimal("Tutar", 20, 90_000, 2, n -> grouped(n, ".", ',') + " TL")
        .decimal("Bakiye", 20, 90_000, 2, n -> "₺" + grouped(n, ".", ','))
        .whole("KDV", 1, 20, n -> "%" + n)
        .text("VKN", r -> digits(r, 10))
        .truth("Ödendi", "Evet", "Hayır")
        .missing(15, "yok")
        .text("Telefon", r -> "0 (532) " + digits(r, 3) + " " + digits(r, 2) + " " + digits(r, 2));
  }
}
