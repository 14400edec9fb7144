package dev.assay.advice;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the words of a column's name say about its values, in several languages; evidence beside the
 * values, never instead of them.
 */
final class NameSense {
  static final Set<String> PHONE =
      words(
          """
          phone phones telephone telefon telefono telefone tel mobile cell cellphone fax handy
          celular movil msisdn whatsapp telefoon telefonnummer phonenumber puhelin
          """);
  static final Set<String> BIRTH =
      words(
          """
          birth born birthday birthdate birthdt dob bday geburtsdatum geburtstag geboren geburt
          naissance nacimiento nascita nascimento geboortedatum fodelsedatum foedselsdato urodzenia
          """);
  static final Set<String> POSTCODE =
      words(
          """
          zip zipcode postcode postalcode postal plz postleitzahl cep zipcodes pincode
          """);
  static final Set<String> COUNTRY =
      words(
          """
          country countries countrycode nation nationality land pays pais paese nationalitaet
          staatsangehoerigkeit kraj ulke
          """);
  static final Set<String> CURRENCY =
      words("currency currencycode waehrung wahrung devise moneda valuta moeda curr ccy iso4217");
  static final Set<String> PERCENT = words("percent percentage pct prozent pourcentage porcentaje");
  static final Set<String> LATITUDE = words("latitude lat breitengrad latitud");
  static final Set<String> LONGITUDE = words("longitude lon lng long laengengrad longitud");
  static final Set<String> AGE = words("age alter edad idade leeftijd");
  static final Set<String> CARD =
      words("card creditcard cardnumber cc pan ccnumber kreditkarte kartennummer tarjeta");
  static final Set<String> IBAN = words("iban");
  static final Set<String> ARTICLE = words("ean ean13 upc gtin barcode isbn isbn13");

  private static final Set<String> NATIONAL =
      words(
          """
          ssn sin nin nino cpf pesel bsn aadhaar aadhar passport personnummer socialsecurity dni nie
          curp hkid nric steuerid sozialversicherungsnummer svnr codicefiscale passportno
          passportnumber nationalid
          """);
  private static final Set<String> ADDRESS =
      words(
          """
          address address1 address2 addr street streetaddress adresse direccion rue indirizzo
          endereco strasse str calle adres ulica straat anschrift
          """);
  private static final Set<String> NO_ADDRESS =
      words("ip email mail mac web url id type number http host network wallet count");
  private static final Set<String> NAME =
      words("name names nom nombre nome naam namn nimi imie nazwa fullname");
  private static final Set<String> GIVEN =
      words(
          """
          firstname lastname surname forename givenname familyname middlename fullname vorname
          nachname familienname prenom apellido apellidos cognome sobrenome voornaam achternaam
          fornamn efternamn imie nazwisko etunimi sukunimi
          """);
  private static final Set<String> BEFORE_NAME =
      words("first last middle given family full maiden sur contact");
  private static final Set<String> PEOPLE =
      words(
          """
          customer customers client clients employee employees person persons people user users
          patient patients student students member members passenger passengers guest guests
          subscriber subscribers visitor contact contacts donor applicant candidate teacher doctor
          staff worker driver tenant beneficiary recipient cardholder holder sender payer payee
          manager owner lead leads signup kunde kunden mitarbeiter cliente clientes paciente
          """);
  private static final Set<String> BESIDE_PEOPLE =
      words("gender sex geschlecht sexo age dob birthday birthdate salary ssn email phone surname");

  private NameSense() {}

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  static boolean any(List<String> words, Set<String> known) {
    return words.stream().anyMatch(known::contains);
  }

  /** Whether the name says that values are names of people. */
  static boolean person(List<String> words) {
    if (words.isEmpty()
        || words.contains("file")
        || words.contains("user") && words.size() == 2 && words.getLast().equals("name")) {
      return false;
    }
    boolean name = NAME.contains(words.getLast());
    return any(words, GIVEN)
        || words.size() == 2 && BEFORE_NAME.contains(words.getFirst()) && name
        || words.size() > 1 && name && any(words.subList(0, words.size() - 1), PEOPLE)
        || words.size() > 2 && name && BEFORE_NAME.contains(words.get(words.size() - 2));
  }

  /** Whether the name is just "name", which people have and products as well. */
  static boolean bareName(List<String> words) {
    return words.size() == 1 && NAME.contains(words.getFirst());
  }

  /** Whether a table or a neighbouring column is about people. */
  static boolean people(List<String> words) {
    return any(words, PEOPLE);
  }

  static boolean besidePeople(List<String> words) {
    return any(words, BESIDE_PEOPLE) || any(words, BIRTH) || any(words, GIVEN) || person(words);
  }

  static boolean address(List<String> words) {
    return any(words, ADDRESS) && !any(words, NO_ADDRESS);
  }

  static boolean nationalId(List<String> words) {
    String joined = String.join(" ", words);
    return any(words, NATIONAL)
        || joined.matches(
            ".*\\b(social security|national (id|insurance|number)|tax id|passport (no|number)|id"
                + " card)\\b.*");
  }

  /** A birth date's name, not that of a birth place or a birth weight. */
  static boolean birth(List<String> words) {
    return any(words, BIRTH)
        && !any(
            words, Set.of("place", "city", "country", "weight", "rate", "name", "year", "order"));
  }
}
