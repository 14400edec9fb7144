package dev.assay.quality.unseen;

import static dev.assay.quality.TrueType.BOOLEAN;
import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TEXT;
import static dev.assay.quality.TrueType.TIME;
import static dev.assay.quality.TrueType.TIMESTAMP;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;
import static dev.assay.quality.unseen.Sheet.between;
import static dev.assay.quality.unseen.Sheet.digits;
import static dev.assay.quality.unseen.Sheet.moment;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Hospitals, schools, tenders, energy, surveys. */
final class PublicSheets {
  private PublicSheets() {}

  static Stream<GeneratedTable> tables() {
    return Stream.of(
            hospital(),
            laboratory(),
            marks(),
            university(),
            tenders(),
            energy(),
            survey(),
            feedback())
        .map(Sheet::table);
  }

  private static Sheet hospital() {
    return Sheet.of("admissions_register.csv", 260)
        .text("MRN", r -> "00" + digits(r, 6))
        .text("NHS No", r -> "9" + digits(r, 2) + " " + digits(r, 3) + " " + digits(r, 4))
        .days("DOB", "1931-03-01", 33_000, "dd/MM/yyyy")
        .words("Sex", "M", "F", "U")
        .minutes("Admitted", "2023-01-01", moment("dd/MM/yyyy HH:mm"))
        .minutes("Discharged", "2023-01-05", moment("dd/MM/yyyy HH:mm"))
        .missing(15, "Still in", "N/K")
        .undecided()
        .text("BP", r -> (95 + r.nextInt(80)) + "/" + (55 + r.nextInt(45)))
        .decimal("Temp", 35, 40, 1, n -> plain(n, '.') + "°C")
        .missing(8, "not done")
        .words("Ward", "4A", "4B", "ICU", "12", "Maternity")
        .text("ICD-10", r -> one(r, "E10", "E11.9", "I21.4", "J18", "E03"))
        .truth("Smoker", "Y", "N")
        .missing(6, "N/K")
        .whole("LOS", 0, 60)
        .whole("Triage", 1, 5)
        .words("Allergies", "None known", "Penicillin", "Latex", "Nil");
  }

  private static Sheet laboratory() {
    return Sheet.of("lab_results.csv", 150)
        .text("Sample ID", r -> "24E" + digits(r, 2))
        .minutes("Collected", "2024-02-01", moment("yyyyMMddHHmm"))
        .decimal("Hb (g/dL)", 8, 18, 1, n -> plain(n, '.'))
        .missing(5, "Haemolysed", "Clotted")
        .undecided()
        .text("CRP", r -> one(r, "<5", "12", "48", "<5", ">200", "7"))
        .text("Reference range", r -> one(r, "3.5-5.1", "135-145", "0-5"))
        .words("Result", "Positive", "Negative", "Equivocal")
        .text("Titre", r -> one(r, "1:20", "1:40", "1:80", "1:160"))
        .decimal("Potassium", 3, 6, 1, n -> plain(n, '.') + " mmol/L")
        .words("Flag", "H", "L", "N")
        .missing(40);
  }

  private static Sheet marks() {
    return Sheet.of("Klasse_10a_Noten.csv", 27)
        .words("Klasse", "10a", "10b", "9c")
        .words("Mathe", "2+", "3-", "1", "4", "2")
        .decimal("Schnitt", 1, 5, 1, n -> plain(n, ','))
        .text("Punkte", r -> r.nextInt(31) + "/30")
        .whole("Fehltage", 0, 30)
        .missing(20, "-")
        .words("Schuljahr", "2023/24")
        .days("Geb.datum", "2007-01-05", 700, "dd.MM.yy")
        .open()
        .truth("Versetzt", "ja", "nein")
        .cells("Religion", BOOLEAN, _ -> Cell.value("x", "true"))
        .missing(50)
        .words("Konfession", "ev", "rk")
        .missing(20, "-");
  }

  private static Sheet university() {
    return Sheet.of("exam_results.csv", 180)
        .text("Matrikelnummer", r -> "0" + digits(r, 6))
        .words("Semester", "WS 2023/24", "SS 2023", "WS 2022/23")
        .decimal("ECTS", 2.5, 7.5, 1, n -> plain(n, '.'))
        .words("Grade", "A-", "B+", "F", "C", "A")
        .whole("Score", 40, 100, n -> n + "%")
        .text("Room", r -> one(r, "10.12", "1.03", "2.11", "10.05"))
        .text("Voto", r -> one(r, "18", "24", "27", "30", "30L"))
        .words("Course", "CS101", "MA2", "PH1E2")
        .cells(
            "Begins",
            TIME,
            r -> {
              int hour = 8 + r.nextInt(10);
              String minute = one(r, "15", "30");
              return Cell.value(
                  (hour > 12 ? hour - 12 : hour) + "." + minute + (hour < 12 ? "am" : "pm"),
                  "%02d:%s:00".formatted(hour, minute));
            });
  }

  private static Sheet tenders() {
    return Sheet.of("tenders_TED.csv", 85)
        .text("Notice", r -> "2024/S 0" + digits(r, 2) + "-" + digits(r, 6))
        .text("CPV", r -> "45" + digits(r, 3) + "000-" + digits(r, 1))
        .days("Published", LocalDate.parse("2024-01-02"), 150, d -> d + "+01:00")
        .minutes("Deadline", "2024-02-01", moment("d MMMM yyyy, HH:mm"))
        .whole("Duration", 6, 60, n -> n + " months")
        .cells(
            "Value",
            INTEGER,
            r -> {
              BigDecimal n = between(r, 1.1, 9.9, 1);
              return Cell.value("EUR " + n + " million", n.movePointRight(6).toPlainString());
            })
        .missing(10, "not disclosed")
        .text("Lots", r -> one(r, "1-3", "1-5", "2", "1-12", "4"))
        .text("NUTS", r -> one(r, "DE300", "FR101", "1E2"))
        .words("Procedure", "Open", "Restricted", "Negotiated")
        .truth("EU funds", "true", "false")
        .words("Directive", "2014/24/EU", "2014/25/EU");
  }

  private static Sheet energy() {
    return Sheet.of("Verbrauch_Strom.csv", 36)
        .text("Zählernummer", r -> "00" + digits(r, 6))
        .text("Zeitraum", r -> "01.0%d.2023-30.0%d.2023".formatted(1 + r.nextInt(8), 9))
        .decimal("Verbrauch", 100, 4000, 3, n -> grouped(n, ".", ',') + " kWh")
        .decimal("Arbeitspreis", 20, 45, 2, n -> plain(n, ',') + " ct/kWh")
        .whole("Zählerstand", 10_000, 99_000, n -> grouped(n, ".", ','))
        .text("MaLo-ID", r -> "5" + digits(r, 10))
        .days("Ablesung", "2023-01-01", 360, "dd.MM.yyyy")
        .cells(
            "Monat",
            DATE,
            r -> {
              int month = r.nextInt(12);
              return Cell.value(
                  "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez".split(" ")[month] + " 23",
                  "2023-%02d-01".formatted(month + 1));
            })
        .words("Tarif", "ÖkoStrom 12", "Basis 24")
        .words("Ableseart", "geschätzt", "abgelesen");
  }

  private static Sheet survey() {
    return Sheet.of("survey_responses.csv", 320)
        .seconds("Timestamp", TIMESTAMP, "2024-03-01", moment("M/d/yyyy H:mm:ss"), "")
        .words("Age group", "18-24", "25-34", "35-44", "45-54", "65+")
        .words("I am satisfied", "Strongly agree", "Agree", "Neutral", "Disagree")
        .missing(6, "N/A")
        .words("Q2", "1 - Strongly disagree", "2", "3", "4", "5 - Strongly agree")
        .whole("NPS", 0, 10)
        .words("Q4", "Yes", "No", "Prefer not to say")
        .words("How often", "Daily", "Weekly", "Never", "1-2 times", "3-4 times")
        .text("Household income", r -> one(r, "<$25,000", "$25,000-$49,999", "$50,000+"))
        .words("Which apply", "1,3", "2", "1,2,4", "3,4")
        .words("Children", "0", "1", "2", "3+")
        .text("Comment", r -> one(r, "none", "ok", "no", "Great!", "more 24/7 support"))
        .missing(20, "n/a")
        // Whether 99 says "no answer" is for a person to say: it stays.
        .cells("Satisfaction", INTEGER, r -> Cell.text(one(r, "1", "2", "3", "4", "5", "5", "99")))
        .cells("Consent", BOOLEAN, _ -> Cell.value("Yes", "true"));
  }

  private static Sheet feedback() {
    return Sheet.of("encuesta.csv", 5)
        .given(
            "Marca temporal",
            TIMESTAMP,
            "15/3/2024 9:12:45 → 2024-03-15 09:12:45",
            "15/3/2024 9:40:02 → 2024-03-15 09:40:02",
            "16/3/2024 11:05:33 → 2024-03-16 11:05:33",
            "16/3/2024 18:22:10 → 2024-03-16 18:22:10",
            "17/3/2024 8:00:59 → 2024-03-17 08:00:59")
        .given("Edad", INTEGER, "34", "27", "", "51", "19")
        .given(
            "¿Volvería?", BOOLEAN, "Sí → true", "No → false", "Sí → true", "Sí → true", "Sí → true")
        .given("Nota", DECIMAL, "8,5 → 8.5", "9 → 9", "7,25 → 7.25", "10 → 10", "6 → 6")
        .given("Talla", TEXT, "10-12", "8-10", "12-14", "10-12", "6-8")
        .given("Turno", TEXT, "M", "T", "M", "N", "M");
  }
}
