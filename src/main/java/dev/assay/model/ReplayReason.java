package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why Silver can or cannot be made by judging its rejected rows alone, as data.
 *
 * @param column the Silver column that it is about; null where it is about the whole table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayReason(Cause cause, String column) {
  /** What has changed: for rejected rows alone, or so that everything has to be made anew. */
  public enum Cause {
    MORE_MEAN_MISSING("more texts mean missing"),
    MORE_VALUES_MAPPED("more values are mapped"),
    MORE_FORMATS("more formats are read"),
    MORE_WORDS("more words are read"),
    MORE_TAKEN_OFF("more words beside numbers are taken off"),
    MISSING_ALLOWED("rows without a value are no longer rejected for it"),
    LOOSER_CHECKS("its checks are looser"),
    MENDED("values of rejected rows were put right or taken back"),

    BRONZE_LOADED("Bronze was loaded anew since Silver was built."),
    NOTHING_CHANGED("nothing has changed since Silver was built."),
    RECIPE_FITS_NO_LONGER("the recipe that was published no longer fits."),
    NOT_BUILT("Silver has not been built."),
    SHAPE("the recipe changes the shape of the table."),
    FILTERS("the recipe leaves rows out on purpose."),
    RULES("rules between columns have changed."),
    OTHER_COLUMNS("there are other columns than before."),
    DUPLICATES("duplicates are removed in another way."),
    HIDDEN_KEY("duplicates are told by a column that Silver does not have."),
    UNIQUE("with UNIQUE one row decides about others."),
    SHARED_KEYS(
        "rescued rows share a key with rows of Silver, so duplicates have to be ranked again."),
    OTHERS_MENDED("values were put right in rows that were not rejected."),
    TYPE("%s has another type or source column."),
    MASK("%s is masked in another way."),
    STEPS("the steps of %s may read accepted values in another way."),
    MISSING("missing values of %s become something else."),
    CHECKS("accepted values of %s have to be checked again.");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  /** Of the whole table. */
  public ReplayReason(Cause cause) {
    this(cause, null);
  }

  /** The same in words, such as {@code amount: more formats are read}. */
  public String words() {
    if (column == null) {
      return cause.words;
    }
    return cause.words.contains("%s") ? cause.words.formatted(column) : column + ": " + cause.words;
  }
}
