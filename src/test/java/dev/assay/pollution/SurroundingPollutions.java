package dev.assay.pollution;

import dev.assay.pollution.Pollution.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What stands around a table. Truth: it is no record and no name of a column. */
final class SurroundingPollutions {
  private SurroundingPollutions() {}

  static List<Pollution> all() {
    List<Pollution> all = new ArrayList<>();
    all.add(before("a title", "Monthly report"));
    all.add(before("a title and a blank line", "Monthly report", ""));
    all.add(
        before(
            "three lines", "Monthly report of the branch", "Made on 2024-06-01 by Ann", "Draft 3"));
    all.add(before("blank lines", "", ""));
    all.add(
        before("six lines", "Report", "", "Region: North", "Made: 2024-06-01", "Confidential", ""));
    all.add(
        before("titles with delimiters", "Report{d} all regions{d} all years", "Draft{d} no 3"));
    all.add(
        before(
            "names and values",
            "Author{d}Ann Smith",
            "Date{d}2024-06-01",
            "Version{d}1.2",
            "Status{d}final"));
    all.add(padded("a title, padded", Group.BEFORE, "Monthly report"));
    all.add(padded("two titles, padded", Group.BEFORE, "Monthly report", "All regions", ""));
    all.add(after("a source", "Source: our own survey"));
    all.add(after("a blank line and a remark", "", "Report made on 2024-06-01"));
    all.add(
        after("three notes", "", "* estimated", "** not yet checked", "Source: branch offices"));
    all.add(after("a note with delimiters", "Note: figures are rounded{d} see the annex"));
    all.add(after("a count", "(that was all)"));
    all.add(padded("a source, padded", Group.AFTER, "Source: our own survey"));
    all.add(tables("a table with as many columns", 1, 0, ""));
    all.add(tables("a table with fewer columns", 1, -1, ""));
    all.add(tables("a table with more columns", 1, 1, ""));
    all.add(tables("a table with a title", 1, 1, "", "Shelves by shop"));
    all.add(tables("a table with no line between", 1, 2));
    all.add(tables("two tables", 2, 1, "", ""));
    all.add(trailing("everywhere", true));
    all.add(trailing("but not in the header", false));
    return all;
  }

  private static Pollution before(String name, String... lines) {
    return new Pollution(
        "before: " + name,
        Group.BEFORE,
        draft -> draft.before.addAll(List.of(lines)) && isTable(draft));
  }

  private static Pollution after(String name, String... lines) {
    return new Pollution(
        "after: " + name,
        Group.AFTER,
        draft -> draft.after.addAll(List.of(lines)) && isTable(draft));
  }

  private static boolean isTable(Draft draft) {
    // A blank stands in every sentence: nobody could tell a title from a row of words.
    return draft.columns() > 2 && !draft.rows.isEmpty() && !draft.delimiter.equals(" ");
  }

  /** As spreadsheets write it: every line has as many delimiters as the table. */
  private static Pollution padded(String name, Group group, String... lines) {
    return new Pollution(
        (group == Group.BEFORE ? "before: " : "after: ") + name,
        group,
        draft -> {
          List<String> around = group == Group.BEFORE ? draft.before : draft.after;
          for (String line : lines) {
            around.add(line + "{d}".repeat(draft.columns() - 1));
          }
          return isTable(draft);
        });
  }

  /** Truth: all tables, each with its own header; what stands between them is nothing. */
  private static Pollution tables(String name, int count, int more, String... between) {
    return new Pollution(
        "after: " + name,
        Group.AFTER,
        draft -> {
          if (!draft.headerScored || !isTable(draft)) {
            return false;
          }
          draft.between = List.of(between);
          for (int i = 1; i <= count; i++) {
            draft.further.add(new Draft(stock(draft.columns() + more * i), draft.random));
          }
          return draft.columns() + more > 1;
        });
  }

  private static CleanTable stock(int columns) {
    List<String> header = new ArrayList<>(List.of("shop", "opened"));
    StringBuilder kinds = new StringBuilder("td");
    for (int i = 2; i < columns; i++) {
      header.add("shelf " + (char) ('A' + i % 26) + (i / 26 == 0 ? "" : i / 26));
      kinds.append('n');
    }
    Random random = new Random(columns);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<String> row = new ArrayList<>();
      row.add(CleanTables.pick(random, "Harbour", "Old Town", "Station", "Airport"));
      row.add(CleanTables.day(random).toString());
      while (row.size() < columns) {
        row.add("" + random.nextInt(400));
      }
      rows.add(row);
    }
    return new CleanTable("stock", kinds.toString(), header, rows);
  }

  /** Truth: no column comes of it. */
  private static Pollution trailing(String name, boolean inHeader) {
    return new Pollution(
        "trailing delimiters " + name,
        Group.TRAILING,
        draft -> {
          draft.trailingDelimiters = true;
          draft.trailingInHeader = inHeader;
          return draft.columns() > 1 && !draft.delimiter.equals(" ");
        });
  }
}
