package dev.assay.sql;

import java.util.Set;

/**
 * Words that cannot stand as a plain identifier in DuckDB (its reserved and type-function
 * keywords).
 */
final class Keywords {
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and anti any array as asc asof asymmetric at both by case cast check collate collation column"
                  + " concurrently constraint create cross current_date current_time current_timestamp current_role"
                  + " current_user default deferrable desc describe distinct do else end except false fetch for foreign"
                  + " freeze from full generated glob grant group having ilike in initially inner intersect into is isnull"
                  + " join lambda lateral leading left like limit map natural not notnull null offset on only or order"
                  + " outer overlaps pivot pivot_longer pivot_wider placing positional primary qualify references"
                  + " returning right select semi session_user show similar some struct summarize symmetric table"
                  + " tablesample then to trailing true try_cast union unique unpivot user using values variadic verbose"
                  + " when where window with date time timestamp interval year month day hour minute second")
              .split(" "));

  private Keywords() {}

  static boolean reserved(String word) {
    return RESERVED.contains(word);
  }
}
