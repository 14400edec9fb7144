package dev.assay.pollution;

import dev.assay.pollution.Draft.Spoiled;
import dev.assay.pollution.Pollution.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A header that is not written like the rows below it. */
final class HeaderPollutions {
  private HeaderPollutions() {}

  static List<Pollution> all() {
    return List.of(
        header("own delimiter", HeaderPollutions::ownDelimiter),
        header("own quotes", HeaderPollutions::ownQuotes),
        header("own line break", HeaderPollutions::ownLineBreak),
        header("quotes around the line", HeaderPollutions::wrapped),
        header("two names merged", HeaderPollutions::merged),
        header("surplus delimiter inside", HeaderPollutions::surplusInside),
        header("surplus delimiter at end", draft -> draft.headerRows.getLast().add("")),
        header("last name lost", HeaderPollutions::short1),
        header("unclosed quote", draft -> spoiled(draft, Spoiled.UNCLOSED)),
        header("extra quote", draft -> spoiled(draft, Spoiled.EXTRA_QUOTE)),
        header("unopened quote", draft -> spoiled(draft, Spoiled.UNOPENED)));
  }

  private static Pollution header(String name, Predicate<Draft> apply) {
    return new Pollution(
        "row: " + name + ", header",
        Group.ROW,
        draft ->
            draft.table.isTyped()
                && draft.columns() > 2
                && draft.rows.size() > 3
                && draft.headerRows.size() == 1
                && draft.quote != null
                && apply.test(draft));
  }

  /** Truth: the names as they were. */
  private static boolean ownDelimiter(Draft draft) {
    String all = String.join("", draft.headerRows.getLast());
    for (String own : List.of(";", "|", "\t", ",")) {
      if (!all.contains(own) && !draft.delimiter.contains(own) && !all.contains(draft.delimiter)) {
        draft.headerStyle.delimiter = own;
        return true;
      }
    }
    return false;
  }

  /** Truth: the names without the quotes. */
  private static boolean ownQuotes(Draft draft) {
    char own = draft.quote == '\'' ? '"' : '\'';
    draft.headerStyle.quote = own;
    return draft.headerRows.getLast().stream()
        .allMatch(name -> name.indexOf(own) < 0 && !name.isEmpty());
  }

  private static boolean ownLineBreak(Draft draft) {
    draft.headerStyle.lineBreak = draft.random.nextBoolean() ? "\r" : "\r\n";
    return true;
  }

  private static boolean wrapped(Draft draft) {
    draft.headerStyle.wrap = String.valueOf(draft.quote);
    return draft.escape == Draft.Escape.DOUBLED
        && draft.headerRows.getLast().stream().noneMatch(String::isEmpty);
  }

  /** Truth: both names in the one place or the other, the other column without one. */
  private static boolean merged(Draft draft) {
    List<String> names = draft.headerRows.getLast();
    int at = draft.random.nextInt(draft.columns() - 1);
    String merged = names.get(at) + names.get(at + 1);
    if (names.get(at).isEmpty() || names.get(at + 1).isEmpty()) {
      return false;
    }
    draft.header.set(at, Set.of(merged));
    draft.header.set(at + 1, Set.of(""));
    names.set(at, merged);
    names.remove(at + 1);
    return true;
  }

  /** Truth: the names without the empty one that is too many. */
  private static boolean surplusInside(Draft draft) {
    draft.headerRows.getLast().add(1 + draft.random.nextInt(draft.columns() - 1), "");
    return draft.header.stream().noneMatch(names -> names.contains(""));
  }

  /** Truth: the last column has no name. */
  private static boolean short1(Draft draft) {
    draft.headerRows.getLast().removeLast();
    draft.header.set(draft.columns() - 1, Set.of(""));
    return true;
  }

  /** Truth: the name without the stray quote, or with it. */
  private static boolean spoiled(Draft draft, Spoiled how) {
    List<String> names = new ArrayList<>(draft.headerRows.getLast());
    if (draft.escape == Draft.Escape.BACKSLASH_WITHOUT_QUOTES) {
      return false;
    }
    int at = draft.random.nextInt(names.size());
    String name = names.get(at);
    draft.headerStyle.spoiled.put(at, how);
    draft.header.set(at, Set.of(name, draft.quote + name, name + draft.quote));
    return name.length() > 1;
  }
}
