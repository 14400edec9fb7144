package dev.assay.quality.unseen;

import static dev.assay.quality.TrueType.BOOLEAN;
import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.TEXT;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.lakhs;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;
import static dev.assay.quality.unseen.Sheet.between;
import static dev.assay.quality.unseen.Sheet.digits;
import static dev.assay.quality.unseen.Sheet.letters;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Statements and ledgers of several countries. */
final class BankSheets {
  private BankSheets() {}

  static Stream<GeneratedTable> tables() {
    return Stream.of(
            german(), swiss(), indian(), american(), british(), french(), brazilian(), ledger())
        .map(Sheet::table);
  }

  private static Sheet german() {
    return Sheet.of("umsaetze.csv", 140)
        .words("Auftragskonto", "DE89370400440532013000")
        .days("Buchungstag", "2023-01-02", 360, "dd.MM.yy")
        .days("Valutadatum", "2023-01-02", 360, "dd.MM.yy")
        .words("Buchungstext", "FOLGELASTSCHRIFT", "GUTSCHRIFT", "KARTENZAHLUNG", "DAUERAUFTRAG")
        .text("Verwendungszweck", r -> one(r, "Miete ", "RG ", "Kd-Nr ") + digits(r, 6))
        .text("Kontonummer/IBAN", r -> "DE" + digits(r, 20))
        .text("BLZ", r -> one(r, "10010010", "37040044", "50010517"))
        .decimal("Betrag", -2500, 4000, 2, n -> grouped(n, ".", ','))
        .words("Waehrung", "EUR")
        .words("Info", "Umsatz gebucht")
        .words("Soll/Haben", "S", "H");
  }

  private static Sheet swiss() {
    return Sheet.of("Kontoauszug_CHF.csv", 45)
        .days("Datum", "2024-01-03", 170, "dd.MM.yyyy")
        .words("Buchungstext", "Einkauf Migros", "TWINT", "Lohn", "Bezug Bancomat")
        .cells(
            "Belastung",
            DECIMAL,
            r -> {
              BigDecimal n = between(r, 5, 9000, 2);
              return r.nextInt(4) == 0
                  ? Cell.missing(null)
                  : Cell.value(grouped(n, "'", '.'), n.toPlainString());
            })
        .cells(
            "Gutschrift",
            DECIMAL,
            r -> {
              BigDecimal n = between(r, 1000, 9000, 2);
              return r.nextInt(5) == 0
                  ? Cell.value(grouped(n, "'", '.'), n.toPlainString())
                  : Cell.missing(null);
            })
        .decimal("Saldo", 1000, 250_000, 2, n -> grouped(n, "’", '.'))
        .cells(
            "Rundung",
            DECIMAL,
            r -> {
              int rappen = 5 * r.nextInt(20);
              int franks = 1 + r.nextInt(80);
              return rappen == 0
                  ? Cell.value(franks + ".–", String.valueOf(franks))
                  : Cell.value(
                      "%d.%02d".formatted(franks, rappen), "%d.%02d".formatted(franks, rappen));
            })
        .text("Referenz", r -> digits(r, 2) + " " + digits(r, 5) + " " + digits(r, 5));
  }

  private static Sheet indian() {
    return Sheet.of("statement_hdfc.csv", 90)
        .days("Txn Date", "2023-04-01", 360, "dd-MMM-yyyy")
        .days("Value Dt", "2023-04-01", 360, "dd/MM/yy")
        .text("Narration", r -> "UPI/" + digits(r, 12) + "/" + one(r, "SWIGGY", "IRCTC", "RENT"))
        .text("Chq./Ref.No.", r -> "0000" + digits(r, 12))
        .decimal("Withdrawal Amt.", 50, 300_000, 2, n -> lakhs(n))
        .missing(40)
        .decimal("Deposit Amt.", 50, 900_000, 2, n -> lakhs(n))
        .missing(60)
        // Which of both is below zero depends on whose books these are.
        .text(
            "Closing Balance",
            r -> lakhs(between(r, 100, 2_500_000, 2)) + one(r, " Dr", " Cr", " Cr"))
        .whole("Fee", 100, 900_000, n -> "Rs. " + lakhs(n) + "/-")
        .text("IFSC", r -> one(r, "HDFC", "SBIN", "ICIC") + "0" + digits(r, 6))
        .text("PIN", r -> one(r, "560001", "110011", "400076", "600042"));
  }

  private static Sheet american() {
    return Sheet.of("checking 2024.csv", 60)
        .words("Details", "DEBIT", "CREDIT", "CHECK")
        .days("Posting Date", "2024-01-01", 200, "MM/dd/yyyy")
        .text("Description", r -> one(r, "STARBUCKS STORE ", "AMZN MKTP US*") + digits(r, 5))
        .decimal(
            "Amount",
            -900,
            3500,
            2,
            n -> n.signum() < 0 ? "(" + grouped(n.abs(), ",", '.') + ")" : grouped(n, ",", '.'))
        .words("Type", "ACH_DEBIT", "DEBIT_CARD", "CHECK_PAID")
        .decimal(
            "Balance",
            -500,
            45_000,
            2,
            n -> (n.signum() < 0 ? "-$" : "$") + grouped(n.abs(), ",", '.'))
        .text("Check or Slip #", r -> "1" + digits(r, 3))
        .missing(85)
        .text("Routing", r -> one(r, "021000021", "122000247", "267084131"))
        .words("Card exp", "04/27", "11/26", "09/25")
        .cells(
            "Pending",
            BOOLEAN,
            r -> r.nextInt(5) == 0 ? Cell.value("Y", "true") : Cell.value("N", "false"));
  }

  private static Sheet british() {
    return Sheet.of("barclays.csv", 8)
        .given("Number", TEXT, "", "", "", "", "", "", "", "")
        .given(
            "Date",
            DATE,
            "03/04/2024 → 2024-04-03",
            "05/04/2024 → 2024-04-05",
            "08/04/2024 → 2024-04-08",
            "08/04/2024 → 2024-04-08",
            "09/04/2024 → 2024-04-09",
            "10/04/2024 → 2024-04-10",
            "11/04/2024 → 2024-04-11",
            "12/04/2024 → 2024-04-12")
        .open()
        .given(
            "Account",
            TEXT,
            "20-45-45 13579246",
            "20-45-45 13579246",
            "20-45-45 13579246",
            "20-45-45 13579246",
            "20-45-45 13579246",
            "20-45-45 13579246",
            "20-45-45 13579246",
            "20-45-45 13579246")
        .given(
            "Sort code",
            TEXT,
            "20-45-45",
            "20-10-11",
            "08-12-10",
            "11-02-12",
            "20-45-45",
            "20-45-45",
            "09-01-28",
            "20-45-45")
        .given(
            "Amount",
            DECIMAL,
            "-12.50",
            "£1,250.00 → 1250.00",
            "-3.20",
            "-£45.99 → -45.99",
            "-8.00",
            "-19.99",
            "-7.10",
            "100.00")
        .given(
            "Balance",
            DECIMAL,
            "1,204.11 CR → 1204.11",
            "2,454.11 CR → 2454.11",
            "2,450.91 CR → 2450.91",
            "2,404.92 CR → 2404.92",
            "2,396.92 CR → 2396.92",
            "2,376.93 CR → 2376.93",
            "2,369.83 CR → 2369.83",
            "2,469.83 CR → 2469.83");
  }

  private static Sheet french() {
    return Sheet.of("releve_compte.csv", 75)
        .days("Date opération", "2023-09-01", 120, "dd/MM/yyyy")
        .text("Libellé", r -> one(r, "PAIEMENT CB ", "VIR SEPA ", "PRLV ") + letters(r, 5))
        .decimal("Débit euros", -1500, -1, 2, n -> plain(n, ','))
        .missing(30)
        .decimal("Crédit euros", 100, 9000, 2, n -> "+" + grouped(n, "\u00a0", ','))
        .missing(70)
        .truth("Pointée", "oui", "non")
        .text("Référence", r -> digits(r, 7) + letters(r, 1))
        .decimal("Solde", 10, 90_000, 2, n -> grouped(n, "\u202f", ',') + "\u00a0€")
        .days("Date valeur", "2023-09-01", 120, "d MMM yy");
  }

  private static Sheet brazilian() {
    return Sheet.of("extrato_nubank.csv", 55)
        .days("Data", "2024-02-01", 90, "dd/MM/yyyy")
        .decimal(
            "Valor",
            -3000,
            5000,
            2,
            n -> (n.signum() < 0 ? "-" : "") + "R$ " + grouped(n.abs(), ".", ','))
        .text(
            "CPF", r -> digits(r, 3) + "." + digits(r, 3) + "." + digits(r, 3) + "-" + digits(r, 2))
        .text("CEP", r -> "0" + digits(r, 4) + "-" + digits(r, 3))
        .text("Celular", r -> "(11) 9" + digits(r, 4) + "-" + digits(r, 4))
        .truth("Pago", "Sim", "Não")
        .decimal("Taxa a.m.", 0.5, 14, 2, n -> plain(n, ',') + "%")
        .whole("Parcelas", 1, 12)
        .words("Parcela", "1/12", "2/12", "3/12", "1/3", "2/3", "3/10")
        .text("Agência", r -> one(r, "0001", "0001", "3287-4"));
  }

  private static Sheet ledger() {
    return Sheet.of("SAP_FBL3N_export.txt", 220)
        .text("G/L", r -> one(r, "0000400000", "0000113100", "0000476000"))
        .text("DocumentNo", r -> "51000" + digits(r, 5))
        .days("Doc. Date", "2023-01-01", 360, "dd.MM.yyyy")
        .days("Pstng Date", "2023-01-01", 360, "yyyyMMdd")
        .decimal(
            "Amount in LC",
            -90_000,
            90_000,
            2,
            n -> grouped(n.abs(), ".", ',') + (n.signum() < 0 ? "-" : ""))
        .words("LCurr", "EUR")
        .text("Cost Ctr", r -> "0000" + one(r, "1000", "2100", "4711"))
        .words("Tx", "V0", "V1", "A1", "**")
        .text("Period", r -> "%03d".formatted(1 + r.nextInt(12)))
        .days("Clrng date", "2023-02-01", 300, "dd.MM.yyyy")
        .missing(55, "00.00.0000")
        .cells("Reversed with", TEXT, _ -> Cell.missing(null))
        .whole("Assignment", 20230100, 20231330);
  }
}
