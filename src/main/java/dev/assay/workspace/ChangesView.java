package dev.assay.workspace;

import dev.assay.model.SilverChanges.Fate;
import dev.assay.model.UserError;
import dev.assay.sql.ChangesSql;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows of Bronze somebody looks at beside Silver.
 *
 * @param fate null for all
 * @param reason one that the rows were left out for; null for any
 * @param row the one row that is meant, as {@code LOAD:ROW}, with all its parts where columns
 *     became rows; null for all
 * @param cells the most characters of a text; one more comes where there is more; null for all
 */
public record ChangesView(Fate fate, String reason, String row, Integer cells) {
  private static final Pattern ROW = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

  /** The load and the number of the one row. */
  Optional<ChangesSql.Place> place() {
    if (row == null) {
      return Optional.empty();
    }
    Matcher matcher = ROW.matcher(row);
    if (!matcher.matches()) {
      throw UserError.invalid("Give row as a load and a row in it, such as 1:20.");
    }
    return Optional.of(
        new ChangesSql.Place(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
  }
}
