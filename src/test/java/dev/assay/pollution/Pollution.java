package dev.assay.pollution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One way in which files are dirty.
 *
 * @param apply pollutes a draft and its truth; false, and the draft is thrown away, where the draft
 *     cannot be polluted so or nobody could tell afterwards what was meant
 */
record Pollution(String name, Group group, Predicate<Draft> apply) {
  /** Pollutions of two groups go together; they are applied in this order. */
  enum Group {
    ROWS,
    VALUES,
    HEADER,
    DELIMITER,
    QUOTING,
    ESCAPE,
    ROW,
    BEFORE,
    AFTER,
    TRAILING,
    LINES,
    ENCODING
  }

  static List<Pollution> all() {
    List<Pollution> all = new ArrayList<>();
    all.addAll(TablePollutions.all());
    all.addAll(WritingPollutions.all());
    all.addAll(RowPollutions.all());
    all.addAll(HeaderPollutions.all());
    all.addAll(SurroundingPollutions.all());
    return all;
  }

  /** Whether a file may have both, this one first. */
  boolean goesWith(Pollution later) {
    if (group == Group.ROW && later.group == Group.ROW) {
      // Another row and another sin: the names end in the place.
      return !place().equals(later.place()) && name.compareTo(later.name) < 0;
    }
    return group.ordinal() < later.group.ordinal();
  }

  private String place() {
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
