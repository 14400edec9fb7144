package dev.assay.advice.llm;

import dev.assay.sql.ContestSql.Field;
import java.util.List;

/** What all rows say about a reading beside the present one. */
record Measured(List<Object> fields) {
  private static final int LONGEST_EXAMPLE = 80;

  long count(Field field) {
    return fields.get(field.ordinal()) instanceof Long count ? count : 0;
  }

  long parsed() {
    return count(Field.PARSED);
  }

  long failed() {
    return count(Field.CLEANED) - count(Field.PARSED);
  }

  long lossy() {
    return count(Field.LOSSY);
  }

  long changed() {
    return count(Field.CHANGED);
  }

  /** Whether every value that is there now stays, as it is. */
  boolean keepsAll() {
    return count(Field.EMPTIED) == 0
        && count(Field.LOST) == 0
        && count(Field.DIFFERENT) == 0
        && count(Field.INVENTED) == 0;
  }

  List<String> failures() {
    return fields.get(Field.FAILURES.ordinal()) instanceof List<?> texts
        ? texts.stream().map(text -> shortened((String) text)).toList()
        : List.of();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…";
  }
}
