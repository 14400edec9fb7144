package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.Mask;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SemanticType;
import dev.assay.profile.IdentifierNames;
import java.util.ArrayList;
import java.util.List;

/** Proposes a mask for every column of personal data. */
final class PersonalData implements Finder {
  private static final int EXAMPLES = 5;

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    List<Proposal> proposals = new ArrayList<>();
    for (KnownColumn column : table.columns()) {
      table
          .meaning(column)
          .filter(SemanticType::personal)
          .filter(type -> type != SemanticType.ADDRESS || ofPeople(table))
          .ifPresent(type -> proposals.add(proposal(column, type)));
    }
    return proposals;
  }

  /** Buildings and companies have addresses as well: those are nobody's secret. */
  private static boolean ofPeople(KnownTable table) {
    return NameSense.people(IdentifierNames.words(table.source().name()))
        || table.columns().stream()
            .anyMatch(column ->
                NameSense.besidePeople(column.words())
                    || table
                        .meaning(column)
                        .filter(type -> type.personal() && type != SemanticType.ADDRESS)
                        .isPresent());
  }

  private static Proposal proposal(KnownColumn column, SemanticType type) {
    Mask mask = mask(type);
    long rows = column.known().measured().cleaned();
    return new Proposal(
        "mask-" + column.name(),
        Proposal.Kind.PERSONAL_DATA,
        List.of(column.name()),
        "The values are " + words(type) + ", which are personal: " + says(mask) + ".",
        rows,
        column.values().stream()
            .map(ValueCount::value)
            .limit(EXAMPLES)
            .map(text -> Stars.of(text, mask))
            .distinct()
            .toList(),
        sure(type) ? 0.95 : 0.8,
        Author.RULES,
        List.of(new RecipeEdit.MaskColumn(column.name(), mask)));
  }

  /** Whether the form of the values tells, not the name of the column with it. */
  private static boolean sure(SemanticType type) {
    return switch (type) {
      case EMAIL, IBAN, CARD_NUMBER, IP_ADDRESS, PHONE -> true;
      case PERSON_NAME,
          ADDRESS,
          BIRTH_DATE,
          NATIONAL_ID,
          URL,
          UUID,
          POSTCODE,
          COUNTRY,
          CURRENCY,
          AMOUNT,
          PERCENT,
          CATEGORY,
          IDENTIFIER ->
          false;
    };
  }

  /**
   * Whatever rows are joined or counted by keeps its equality; the rest keeps as little as helps.
   */
  private static Mask mask(SemanticType type) {
    return switch (type) {
      case EMAIL, PERSON_NAME, IP_ADDRESS, NATIONAL_ID -> new Mask.Hash();
      case PHONE -> new Mask.KeepPart(0, 2);
      case IBAN -> new Mask.KeepPart(2, 2);
      case CARD_NUMBER -> new Mask.KeepPart(0, 4);
      case ADDRESS,
          BIRTH_DATE,
          URL,
          UUID,
          POSTCODE,
          COUNTRY,
          CURRENCY,
          AMOUNT,
          PERCENT,
          CATEGORY,
          IDENTIFIER ->
          new Mask.Redact();
    };
  }

  private static String says(Mask mask) {
    return switch (mask) {
      case Mask.Hash _ -> "a hash hides them and still lets equal ones be counted and joined";
      case Mask.Redact _ -> "they can be hidden and only counted";
      case Mask.KeepPart(int first, int last) ->
          "stars hide all but "
              + (first == 0
                  ? "the last " + last + " characters"
                  : "the first " + first + " and the last " + last + " characters");
    };
  }

  private static String words(SemanticType type) {
    return switch (type) {
      case EMAIL -> "e-mail addresses";
      case PHONE -> "telephone numbers";
      case PERSON_NAME -> "names of people";
      case ADDRESS -> "postal addresses";
      case BIRTH_DATE -> "birth dates";
      case NATIONAL_ID -> "numbers of people's documents";
      case IBAN -> "bank accounts";
      case CARD_NUMBER -> "card numbers";
      case IP_ADDRESS -> "IP addresses";
      case URL, UUID, POSTCODE, COUNTRY, CURRENCY, AMOUNT, PERCENT, CATEGORY, IDENTIFIER ->
          "values of a person";
    };
  }
}
