package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import dev.assay.profile.Examination;
import dev.assay.profile.IdentifierNames;
import dev.assay.sql.TrustedColumn;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A column of Bronze with its name in Silver and what is known of it.
 *
 * @param name in Silver
 * @param position from 0, in table order
 * @param known what all rows say
 */
record KnownColumn(String name, int position, Examination known) {
  /** One text in so many at most means "missing" where the others are trusted. */
  private static final int MISSING = 10;

  /** As received. */
  String source() {
    return known.profile().name();
  }

  /** As a build would make it. */
  SilverSpec.Column spec() {
    return ColumnAdvice.spec(known, name);
  }

  /** The text that its steps leave, before anything is parsed or spellings are made alike. */
  SilverSpec.Column text() {
    return with(ColumnType.Simple.TEXT, textSteps());
  }

  /** Trimming and the words for "missing". */
  List<Cleaning> textSteps() {
    return known.guess().steps().stream()
        .filter(step -> step instanceof Cleaning.Trim || step instanceof Cleaning.NullTokens)
        .toList();
  }

  /** The same source read in another way. */
  SilverSpec.Column with(ColumnType type, List<Cleaning> steps) {
    return new SilverSpec.Column(
        source(),
        name,
        type,
        steps,
        NullStrategy.KEEP_NULL,
        null,
        List.of(),
        Severity.REJECT,
        false);
  }

  /** Its values with a text, most frequent first, and how many rows have each. */
  List<ValueCount> values() {
    List<String> missing =
        known.guess().steps().stream()
            .filter(Cleaning.NullTokens.class::isInstance)
            .flatMap(step -> ((Cleaning.NullTokens) step).tokens().stream())
            .map(token -> token.toLowerCase(Locale.ROOT))
            .toList();
    return known.values().stream()
        .filter(value -> !value.value().isBlank())
        .filter(value -> !missing.contains(value.value().strip().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** The share of rows, of those whose value is known, that meet a condition. */
  double share(Predicate<String> condition) {
    long all = 0;
    long fitting = 0;
    for (ValueCount value : values()) {
      all += value.count();
      fitting += condition.test(value.value().strip()) ? value.count() : 0;
    }
    return all == 0 ? 0 : (double) fitting / all;
  }

  List<String> words() {
    return IdentifierNames.words(name);
  }

  boolean isText() {
    return known.guess().type() == ColumnType.Simple.TEXT;
  }

  /** As received, under its Silver name. */
  SilverSpec.Column raw() {
    return ColumnAdvice.raw(known, name);
  }

  /** Whether every text that is there is as its value is written out. */
  boolean asWritten() {
    var measured = known.measured();
    return measured.changed() == 0 && measured.parsed() == measured.present();
  }

  /** The raw column where its values are written out as they came: as alike as the typed ones. */
  SilverSpec.Column alike() {
    return asWritten() ? raw() : spec();
  }

  /** As a build would make it, with what all rows have shown of its texts. */
  TrustedColumn trusted() {
    var measured = known.measured();
    // A cast that fails costs more than a pattern: where much is missing, the pattern stays.
    boolean read =
        measured.failed() == 0
            && measured.cleaned() >= measured.present() - measured.present() / MISSING;
    return new TrustedColumn(
        spec(),
        asWritten()
            ? TrustedColumn.Trust.WRITTEN
            : read ? TrustedColumn.Trust.READ : TrustedColumn.Trust.NONE);
  }
}
