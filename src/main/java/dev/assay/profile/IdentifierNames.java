package dev.assay.profile;

import dev.assay.model.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a column's name says about its values; evidence beside the values, never instead of them.
 */
public final class IdentifierNames {
  /** Digits under these words are marks to tell things apart: never summed, zeros kept. */
  private static final Set<String> NEVER_NUMBERS =
      Set.of(
          "zip",
          "zips",
          "zipcode",
          "zipcodes",
          "postcode",
          "postcodes",
          "postal",
          "plz",
          "phone",
          "phones",
          "telephone",
          "tel",
          "mobile",
          "cell",
          "cellphone",
          "fax",
          "msisdn",
          "ssn",
          "iban",
          "swift",
          "bic",
          "isbn",
          "issn",
          "ean",
          "upc",
          "gtin",
          "barcode",
          "imei",
          "imsi",
          "iccid",
          "vin",
          "passport",
          "siret",
          "siren",
          "creditcard",
          "version",
          "ver",
          "pincode",
          "postleitzahl",
          "telefon",
          "telefono",
          "telefone",
          "telephones",
          "handy",
          "movil",
          "celular",
          "cep",
          "postnummer",
          "postkod",
          "cpf",
          "cnpj",
          "dni",
          "nif",
          "curp",
          "rfc",
          "npi",
          "fips",
          "ip",
          // Numbers of banks, companies and citizens.
          "sortcode",
          "bsb",
          "blz",
          "bankleitzahl",
          "clabe",
          "kontonummer",
          "rekeningnummer",
          "pin",
          "nip",
          "regon",
          "pesel",
          "tckn",
          "cuit",
          "cuil",
          "kvk",
          "bsn",
          "cvr",
          "orgnr",
          "personnummer",
          "fodselsnummer",
          "henkilotunnus",
          "steuernummer",
          "codicefiscale");

  /** Beside one of these, the word above is what is counted or measured. */
  private static final Set<String> MEASURES =
      Set.of(
          "count",
          "counts",
          "calls",
          "sales",
          "cost",
          "costs",
          "price",
          "amount",
          "total",
          "minutes",
          "usage",
          "share",
          "rate",
          "percent",
          "pct",
          "avg",
          "average",
          "of",
          "length",
          "width",
          "voltage",
          "sessions",
          "users",
          "visits",
          "revenue",
          "spend",
          "per",
          "subscriptions",
          "checks");

  private static final Set<String> BEFORE_NUMBER =
      Set.of(
          "account",
          "card",
          "contact",
          "acct",
          "routing",
          "tax",
          "vat",
          "serial",
          "licence",
          "license",
          "tracking");

  private static final Set<String> NUMBER = Set.of("number", "no", "nr", "num", "id", "code");

  private static final Set<String> FLAGS =
      Set.of("is", "has", "was", "can", "should", "did", "does", "are", "ist", "est", "hat");

  private static final Set<String> FLAG_ENDS =
      Set.of(
          "flag",
          "active",
          "enabled",
          "disabled",
          "deleted",
          "verified",
          "valid",
          "paid",
          "subscribed",
          "optin",
          "indicator",
          "yn",
          "bool",
          "boolean",
          "approved",
          "archived",
          "published",
          "confirmed",
          "locked",
          "hidden",
          "visible",
          "required",
          "consent",
          "aktiv",
          "activo",
          "ativo",
          "actif",
          "attivo");

  /** Words that alone name a count of what is so as often as whether something is. */
  private static final Set<String> COUNTED =
      Set.of(
          "active",
          "deleted",
          "verified",
          "subscribed",
          "approved",
          "archived",
          "published",
          "confirmed",
          "locked",
          "visible",
          "required");

  private IdentifierNames() {}

  public static List<String> words(String name) {
    return Arrays.stream(Slug.of(name, "").split("_")).filter(word -> !word.isEmpty()).toList();
  }

  /** Whether whole numbers under this name are identifiers such as phones and postcodes. */
  public static boolean neverNumber(String name) {
    // "phone1" and "isbn13" are a phone and an ISBN.
    List<String> words =
        words(name).stream().map(word -> word.replaceAll("(?<=\\p{L})[0-9]+$", "")).toList();
    if (words.stream().anyMatch(MEASURES::contains)) {
      return false;
    }
    if (words.stream().anyMatch(NEVER_NUMBERS::contains)
        || words.size() > 1 && words.getLast().equals("card") && words.contains("credit")) {
      return true;
    }
    return words.stream().anyMatch(BEFORE_NUMBER::contains)
        && NUMBER.contains(words.getLast())
        && !words.getLast().equals("id");
  }

  /** Whether even short or broken numbers under this name are marks. */
  static boolean markOfAnyLength(String name) {
    return words(name).stream().anyMatch(Set.of("version", "ver", "fips")::contains);
  }

  /** Whether this name is that of a place on the globe in degrees. */
  static boolean coordinate(String name) {
    return words(name).stream()
        .anyMatch(Set.of("lat", "latitude", "lon", "lng", "long", "longitude")::contains);
  }

  /** Whether this name is that of a part of a date or of a time, of at most two digits. */
  static boolean partOfTime(String name) {
    List<String> words = words(name);
    return !words.isEmpty()
        && Set.of(
                "month", "mon", "day", "hour", "hr", "minute", "min", "second", "sec", "week",
                "quarter", "mm", "dd", "hh", "monat", "tag", "stunde", "mes", "mois", "jour",
                "heure")
            .contains(words.getLast());
  }

  /** Whether 0 and 1 under this name mean no and yes. */
  static boolean flag(String name) {
    List<String> words = words(name);
    return !words.isEmpty()
        && ((words.size() > 1 && FLAGS.contains(words.getFirst()))
            || FLAG_ENDS.contains(words.getLast()));
  }

  /** Whether 0 and 1 under this name may as well count: {@code confirmed}. */
  static boolean counted(String name) {
    List<String> words = words(name);
    return words.size() == 1 && COUNTED.contains(words.getFirst());
  }

  /** Whether this name is that of a key: {@code id}, {@code order_id}, {@code uuid}. */
  public static boolean key(String name) {
    List<String> words = words(name);
    return !words.isEmpty()
        && Set.of("id", "uuid", "guid", "key", "objectid", "rowid", "pk").contains(words.getLast());
  }

  /** Whether this name may be that of a key: {@code order_number}, {@code sku}. */
  public static boolean keyLike(String name) {
    List<String> words = words(name);
    return key(name)
        || (!words.isEmpty()
            && Set.of(
                    "number",
                    "no",
                    "nr",
                    "num",
                    "ref",
                    "reference",
                    "code",
                    "sku",
                    "index",
                    "tid",
                    "identifier")
                .contains(words.getLast()));
  }

  /** Whether this name is that of an amount of money. */
  public static boolean money(String name) {
    return words(name).stream()
        .anyMatch(
            Set.of(
                    "amount",
                    "price",
                    "total",
                    "cost",
                    "revenue",
                    "sales",
                    "fee",
                    "tax",
                    "value",
                    "salary",
                    "wage",
                    "discount",
                    "balance",
                    "payment",
                    "spend",
                    "budget",
                    "usd",
                    "eur",
                    "gbp")
                ::contains);
  }

  /** Whether this name can only be that of money: a value or a total may be of anything. */
  static boolean paid(String name) {
    return money(name) && words(name).stream().noneMatch(Set.of("value", "total")::contains);
  }

  /** Whether this name is that of an amount or a count, which is never below zero by nature. */
  public static boolean amount(String name) {
    return words(name).stream()
        .anyMatch(
            Set.of(
                    "amount",
                    "price",
                    "total",
                    "cost",
                    "revenue",
                    "sales",
                    "quantity",
                    "qty",
                    "count",
                    "fee",
                    "tax",
                    "age",
                    "weight",
                    "height",
                    "width",
                    "length",
                    "size",
                    "duration",
                    "units",
                    "number",
                    "ounces",
                    "distance",
                    "area",
                    "volume",
                    "population",
                    "salary",
                    "wage",
                    "rate",
                    "hours",
                    "minutes",
                    "seconds")
                ::contains);
  }
}
