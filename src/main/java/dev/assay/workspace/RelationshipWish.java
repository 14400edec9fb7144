package dev.assay.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * How a person says that two sources belong together.
 *
 * @param from the side whose rows look something up
 * @param to the side that is looked up
 * @param manyToMany whether rows of both sides may share values; null for no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelationshipWish(RelatedColumns from, RelatedColumns to, Boolean manyToMany) {

  /** Columns of the Silver table of a source. */
  public record RelatedColumns(String source, List<String> columns) {
    public RelatedColumns {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }
  }

  /** Reads {@code orders.customer_id=customers.id}, several pairs with commas between. */
  public static RelationshipWish parse(String text, boolean manyToMany) {
    String from = null;
    String to = null;
    List<String> columns = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String pair : text.split(",")) {
      String[] sides = pair.strip().split("\\s*=\\s*");
      if (sides.length != 2 || sides[0].indexOf('.') < 1 || sides[1].indexOf('.') < 1) {
        throw unreadable(text);
      }
      String one = sides[0].substring(0, sides[0].indexOf('.'));
      String other = sides[1].substring(0, sides[1].indexOf('.'));
      if (from != null && (!from.equals(one) || !to.equals(other))) {
        throw unreadable(text);
      }
      from = one;
      to = other;
      columns.add(sides[0].substring(one.length() + 1));
      others.add(sides[1].substring(other.length() + 1));
    }
    return new RelationshipWish(
        new RelatedColumns(from, columns),
        new RelatedColumns(to, others),
        manyToMany ? Boolean.TRUE : null);
  }

  private static UserError unreadable(String text) {
    return UserError.invalid(
        "'"
            + text
            + "' says no relationship. Write it as orders.customer_id=customers.id, or two pairs"
            + " of the same sources with a comma between.");
  }
}
