package dev.assay.relationship;

import dev.assay.model.Relationship.Sign;
import java.util.List;

/**
 * How well a column's name says that it looks up a column of another table.
 *
 * @param score 0 to 1
 * @param tells whether one name says which table the other stands in, and not only the same
 * @param sign what the names say, as data
 * @param because the same in words, to be followed by figures
 */
record NameFit(double score, boolean tells, Sign sign, String because) {
  private static final NameFit NONE = new NameFit(0, false, null, "");

  /** A user is a customer, unless there is a table of users. */
  private static final double OTHER_WORD = 0.84;

  NameFit(double score, Sign sign, String because) {
    this(score, true, sign, because);
  }

  /** What stands on both sides, each with what its table is named after. */
  record Column(String name, KeyName key, List<String> table, boolean sameTable) {}

  static NameFit of(Column from, Column to) {
    KeyName looks = from.key();
    List<String> table = to.table();
    boolean own =
        to.key().key() && to.key().about().isEmpty()
            || !to.key().about().isEmpty()
                && (Entities.endsWith(to.key().about(), table)
                    || to.key().key() && Entities.endsWith(table, to.key().about()));
    if (own && !looks.about().isEmpty()) {
      NameFit fit = ownKey(from, to);
      if (fit.score() > 0) {
        return fit;
      }
    }
    if (from.sameTable()) {
      return NONE;
    }
    boolean identifying =
        looks.key() && !Entities.isPosition(looks.about())
            || !looks.words().isEmpty() && Entities.IDENTIFYING.contains(looks.words().getLast());
    if (identifying && looks.sameAs(to.key())) {
      return new NameFit(0.8, false, Sign.SAME_NAME, "both are called " + from.name());
    }
    boolean label =
        to.key().words().size() == 1 && Entities.LABELS.contains(to.key().words().getFirst())
            || !to.key().key() && Entities.endsWith(to.key().about(), table);
    if (label && !looks.key() && Entities.endsWith(looks.about(), table)) {
      return new NameFit(
          0.75, Sign.NAMED_AFTER_LABEL, from.name() + " is called after what is named there");
    }
    return NONE;
  }

  private static NameFit ownKey(Column from, Column to) {
    KeyName looks = from.key();
    List<String> about = looks.about();
    List<String> table = to.table();
    String named = from.name() + " is named after the key of " + String.join(" ", table);
    if (from.sameTable()) {
      return about.stream().anyMatch(Entities.KIN::contains)
              || Entities.endsWith(about, table) && about.size() > table.size() && looks.key()
          ? new NameFit(0.75, Sign.SAME_TABLE, from.name() + " names another row of the same table")
          : NONE;
    }
    if (Entities.endsWith(about, table)) {
      double words = about.size() == table.size() ? 1 : 0.9;
      boolean literally = Entities.isSameWord(about.getLast(), table.getLast());
      return new NameFit(
          words * (looks.key() ? 1 : 0.87) * (literally ? 1 : OTHER_WORD),
          Sign.NAMED_AFTER_KEY,
          named);
    }
    if (Entities.endsWith(table, about) && !about.isEmpty()) {
      return new NameFit(looks.key() ? 0.75 : 0.6, Sign.NAMED_AFTER_KEY, named);
    }
    boolean role = about.stream().anyMatch(Entities.ROLES::contains);
    if (role && table.stream().anyMatch(Entities::isStaff)) {
      return new NameFit(
          0.65, Sign.NAMES_SOMEBODY, from.name() + " names somebody, and so does the key there");
    }
    return NONE;
  }
}
