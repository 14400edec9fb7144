package dev.assay.profile;

import dev.assay.model.MonthLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the languages that name the months of a column: as few as name them all. */
final class DateLanguages {
  private DateLanguages() {}

  /** Empty where plain English, or no name at all, will do. */
  static List<MonthLanguage> of(List<DateForm> forms) {
    List<DateForm> named =
        new ArrayList<>(forms.stream().filter(form -> !form.languages().isEmpty()).toList());
    if (forms.stream().allMatch(DateForm::plain)) {
      return List.of();
    }
    List<MonthLanguage> languages = new ArrayList<>();
    while (!named.isEmpty()) {
      MonthLanguage best =
          List.of(MonthLanguage.values()).stream()
              .max(
                  Comparator.comparingLong((MonthLanguage language) -> naming(named, language))
                      .thenComparing(Comparator.reverseOrder()))
              .orElseThrow();
      languages.add(best);
      named.removeIf(form -> form.languages().contains(best));
    }
    // Names of days alone are read whatever the language.
    return languages.isEmpty() ? List.of(MonthLanguage.EN) : List.copyOf(languages);
  }

  private static long naming(List<DateForm> forms, MonthLanguage language) {
    return forms.stream().filter(form -> form.languages().contains(language)).count();
  }
}
