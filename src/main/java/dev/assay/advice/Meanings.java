package dev.assay.advice;

import dev.assay.model.Check;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.SemanticType;
import dev.assay.profile.IdentifierNames;
import dev.assay.profile.Units;
import java.util.List;
import java.util.regex.Pattern;

/** What the values of each column may mean: by their form, or by their name and their form. */
final class Meanings {
  private static final double NEARLY_ALL = 0.95;
  private static final double MOST = 0.8;
  private static final int FEW = 100;

  static final Pattern URL =
      Pattern.compile("(?i)(?:(?:https?|ftp|sftp|wss?|s3)://|www\\.)[^\\s/?#<>\"]+\\.?[^\\s<>\"]*");
  static final Pattern IP =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}"
              + "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
              + "|(?i:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7})"
              + "|(?i:(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?|::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?)");
  static final Pattern IBAN = Pattern.compile("(?i)[A-Z]{2}[0-9]{2}(?:[ -]?[0-9A-Z]{1,4}){3,8}");
  static final Pattern CARD =
      Pattern.compile("[0-9]{4}[ -]?[0-9]{4,6}[ -]?[0-9]{4,5}(?:[ -]?[0-9]{1,7})?");
  static final Pattern NATIONAL =
      Pattern.compile(
          "[A-Z]{0,3}[ -]?[0-9]{2,4}[0-9A-Z./"
              + " -]{3,14}|[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]|\\*+[-0-9*]+");
  static final Pattern POSTCODE =
      Pattern.compile(
          "(?i)[0-9]{4,6}|[0-9]{5}[- ][0-9]{3,4}|[0-9]{3}[- ][0-9]{2,4}|[0-9]{2}-[0-9]{3}"
              + "|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[A-Z][0-9][A-Z][ -]?[0-9][A-Z][0-9]"
              + "|[0-9]{4} ?[A-Z]{2}|[A-Z]{1,2}-?[0-9]{4,5}|[A-Z][0-9]{4}[A-Z]{3}");
  private static final Pattern BRITISH_OR_CANADIAN =
      Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[A-Z][0-9][A-Z] [0-9][A-Z][0-9]");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’`.,() -]*");
  private static final Pattern FULL_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: [\\p{L}\\p{M}'’.-]+){1,3}");
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?i).*\\b(inc|ltd|llc|gmbh|corp|co|ag|sa|plc|company|group|kg|bv|srl|spa)\\b\\.?.*");

  private final List<KnownColumn> columns;
  private final List<String> keys;
  private final boolean people;

  Meanings(String table, List<KnownColumn> columns, List<String> keys) {
    this.columns = columns;
    this.keys = keys;
    this.people = NameSense.people(IdentifierNames.words(table));
  }

  /** The meanings that are likely, the likeliest first; mostly none or one. */
  List<Suspicion.Meant> of(KnownColumn column) {
    if (column.known().measured().cleaned() == 0) {
      return List.of();
    }
    if (column.known().guess().type() == ColumnType.Simple.UUID) {
      return known(column, SemanticType.UUID);
    }
    if (column.known().email()) {
      return known(column, SemanticType.EMAIL);
    }
    boolean temporal =
        column.known().guess().type().isTemporal()
            || column.known().guess().rivals().stream()
                .anyMatch(rival -> rival.type().isTemporal());
    if (temporal) {
      return NameSense.birth(column.words()) ? known(column, SemanticType.BIRTH_DATE) : List.of();
    }
    List<Suspicion.Meant> formed = formed(column);
    if (!formed.isEmpty()) {
      return formed;
    }
    return column.isText() ? worded(column) : number(column);
  }

  private static List<Suspicion.Meant> known(KnownColumn column, SemanticType type) {
    return List.of(new Suspicion.Meant(column, type, List.of()));
  }

  private static List<Suspicion.Meant> asked(
      KnownColumn column, SemanticType type, Pattern pattern) {
    String text = pattern.pattern();
    boolean folded = text.startsWith("(?i)");
    String anchored =
        (folded ? "(?i)" : "") + "^\\s*(?:" + (folded ? text.substring(4) : text) + ")\\s*$";
    return List.of(new Suspicion.Meant(column, type, List.of(new Check.Matches(anchored, false))));
  }

  private static boolean nearlyAll(KnownColumn column, Pattern pattern) {
    return column.share(text -> pattern.matcher(text).matches()) >= NEARLY_ALL;
  }

  /** What the form of the values tells, with a name where the form alone might be chance. */
  private static List<Suspicion.Meant> formed(KnownColumn column) {
    List<String> words = column.words();
    boolean whole =
        column.known().guess().type() == ColumnType.Simple.BIGINT
            || column.known().guess().type() instanceof ColumnType.Decimal(int _, int scale)
                && scale == 0;
    if (!column.isText() && !whole) {
      return List.of();
    }
    if (nearlyAll(column, URL)) {
      return asked(column, SemanticType.URL, URL);
    }
    if (nearlyAll(column, IP) && !words.contains("version")) {
      return asked(column, SemanticType.IP_ADDRESS, IP);
    }
    if (nearlyAll(column, IBAN)
        && column.share(Checksums::iban) >= (NameSense.any(words, NameSense.IBAN) ? 0.5 : MOST)) {
      return asked(column, SemanticType.IBAN, IBAN);
    }
    boolean card = NameSense.any(words, NameSense.CARD);
    if (nearlyAll(column, CARD)
        && column.share(Checksums::card) >= (card ? 0.5 : NEARLY_ALL)
        && (card || column.values().size() >= 20)
        && !NameSense.any(words, NameSense.ARTICLE)) {
      return asked(column, SemanticType.CARD_NUMBER, CARD);
    }
    if (NameSense.nationalId(words) && nearlyAll(column, NATIONAL)) {
      return asked(column, SemanticType.NATIONAL_ID, NATIONAL);
    }
    if (Phones.likely(column)) {
      return asked(column, SemanticType.PHONE, Phones.SHAPE);
    }
    boolean postcode = NameSense.any(words, NameSense.POSTCODE) && nearlyAll(column, POSTCODE);
    if (postcode || nearlyAll(column, BRITISH_OR_CANADIAN) && column.values().size() >= 5) {
      return asked(column, SemanticType.POSTCODE, POSTCODE);
    }
    return List.of();
  }

  private List<Suspicion.Meant> worded(KnownColumn column) {
    List<String> words = column.words();
    if (person(column)) {
      return known(column, SemanticType.PERSON_NAME);
    }
    if (NameSense.address(words)
        && column.share(text -> text.matches(".*\\p{L}.*")) >= MOST
        && column.share(text -> text.matches(".*[ 0-9,].*")) >= 0.5) {
      return known(column, SemanticType.ADDRESS);
    }
    if (Places.countries(column)) {
      return known(column, SemanticType.COUNTRY);
    }
    if (Places.currencies(column)) {
      return known(column, SemanticType.CURRENCY);
    }
    if (IdentifierNames.key(column.name()) || keys.equals(List.of(column.name()))) {
      return known(column, SemanticType.IDENTIFIER);
    }
    long distinct = column.known().profile().distinct();
    boolean few =
        distinct >= 2
            && distinct <= FEW
            && distinct * 10 <= column.known().measured().cleaned()
            && column.known().profile().averageLength() <= 40;
    return few ? known(column, SemanticType.CATEGORY) : List.of();
  }

  private boolean person(KnownColumn column) {
    List<String> words = column.words();
    if (NameSense.person(words)) {
      return nearlyAllNames(column);
    }
    return NameSense.bareName(words)
        && (people
            || columns.stream().filter(other -> other != column).anyMatch(Meanings::besidePeople))
        && column.share(text -> FULL_NAME.matcher(text).matches()) >= MOST
        && column.share(text -> COMPANY.matcher(text).matches()) < 0.05
        && nearlyAllNames(column);
  }

  private static boolean besidePeople(KnownColumn other) {
    return NameSense.besidePeople(other.words());
  }

  private static boolean nearlyAllNames(KnownColumn column) {
    return column.share(text -> text.length() <= 80 && NAME.matcher(text).matches()) >= 0.9;
  }

  private List<Suspicion.Meant> number(KnownColumn column) {
    if (IdentifierNames.key(column.name()) || keys.equals(List.of(column.name()))) {
      return known(column, SemanticType.IDENTIFIER);
    }
    if (!column.known().guess().type().isNumeric()) {
      return List.of();
    }
    if (NameSense.any(column.words(), NameSense.PERCENT) || written(column, "%")) {
      return known(column, SemanticType.PERCENT);
    }
    boolean money =
        IdentifierNames.money(column.name()) || strip(column).stream().anyMatch(Units::money);
    return money ? known(column, SemanticType.AMOUNT) : List.of();
  }

  private static boolean written(KnownColumn column, String sign) {
    return strip(column).contains(sign);
  }

  private static List<String> strip(KnownColumn column) {
    return column.known().guess().steps().stream()
        .filter(Cleaning.ParseNumber.class::isInstance)
        .flatMap(step -> ((Cleaning.ParseNumber) step).strip().stream())
        .toList();
  }
}
