package dev.assay.cli;

import dev.assay.model.Author;
import dev.assay.model.Deduplication;
import dev.assay.model.Evidence;
import dev.assay.model.PlainWords;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Prints a suggested silver recipe for a person to judge: nothing cut off that decides. */
final class SilverPrinter {
  /** With so many columns only those are shown that deserve a look. */
  private static final int WIDE = 40;

  /** Less sure than this deserves a look. */
  private static final double SURE = 0.8;

  private static final String INDENT = "  ";

  private final Session session;
  private final String source;

  SilverPrinter(Session session, String source) {
    this.session = session;
    this.source = source;
  }

  /** The whole recipe; {@code all} for every column, however many. */
  void print(SilverRecipe recipe, boolean all) {
    List<SilverColumn> shown = recipe.columns();
    if (!all && shown.size() > WIDE) {
      shown = shown.stream().filter(column -> deserves(column, recipe)).toList();
    }
    if (!shown.isEmpty()) {
      table(shown).print(session.terminal());
    }
    rest(recipe, shown);
    session.say("");
    List<String> notes = recipe.notes() == null ? List.of() : recipe.notes();
    session.say("", "Duplicates: " + duplicates(recipe.deduplication()));
    whole("Shape", recipe.shape().stream().map(PlainWords::of).toList());
    whole(
        "Left out on purpose",
        recipe.filters().stream()
            .map(filter ->
                filter.name()
                    + ": rows whose "
                    + filter.column()
                    + " is not "
                    + filter.keep().text()
                    + because(filter.because()))
            .toList());
    whole(
        "Rules",
        recipe.rules().stream()
            .map(rule ->
                rule.name()
                    + ": "
                    + rule.condition()
                    + (rule.tolerance() == null ? "" : " within " + rule.tolerance())
                    + (rule.onViolation() == null
                        ? ""
                        : ", else " + rule.onViolation().name().toLowerCase(Locale.ROOT)))
            .toList());
    if (recipe.rejectLimit() != null) {
      session.say(
          "Nothing is published where more than "
              + Words.percent(Math.round(recipe.rejectLimit() * 1_000_000), 1_000_000)
              + " of the rows are rejected.");
    }
    notes.forEach(note -> session.say("", note));
    questions(recipe.questions() == null ? List.of() : recipe.questions());
    proposals(recipe.proposals());
    session.say("");
    session.say(
        "Everything about one column: "
            + session.command("assay suggest silver " + Words.argument(source) + " --column NAME"));
  }

  /** Everything about one column. */
  void column(SilverRecipe recipe, String column) {
    new ColumnCard(session, source).print(recipe, column);
  }

  private Table table(List<SilverColumn> columns) {
    boolean lossy = any(columns, Evidence::lossy);
    boolean rules = columns.stream().anyMatch(column -> !rule(column).isEmpty());
    boolean authors = columns.stream().anyMatch(column -> author(column) != Author.RULES);
    List<String> headings =
        new ArrayList<>(List.of("~COLUMN", "TYPE", ">READ", ">FAIL", ">CHANGED"));
    add(headings, lossy, ">LOSSY");
    add(headings, rules, "~RULE");
    add(headings, authors, "BY");
    headings.add("~WHY");
    Table table = new Table(headings);
    for (SilverColumn column : columns) {
      Evidence evidence = column.evidence();
      List<String> cells =
          new ArrayList<>(
              List.of(
                  name(column),
                  column.targetType() == null ? "" : column.targetType().text(),
                  count(evidence, Evidence::parsed),
                  count(evidence, Evidence::failed),
                  count(evidence, Evidence::changed)));
      add(cells, lossy, count(evidence, Evidence::lossy));
      add(cells, rules, rule(column));
      add(cells, authors, author(column).name().toLowerCase(Locale.ROOT));
      cells.add(why(evidence));
      table.add(cells);
    }
    return table;
  }

  private static void add(List<String> cells, boolean wanted, String cell) {
    if (wanted) {
      cells.add(cell);
    }
  }

  private static boolean any(List<SilverColumn> columns, ToLongFunction<Evidence> count) {
    return columns.stream()
        .map(SilverColumn::evidence)
        .anyMatch(evidence -> evidence != null && count.applyAsLong(evidence) > 0);
  }

  private static String count(Evidence evidence, ToLongFunction<Evidence> count) {
    return evidence == null ? "" : Words.count(count.applyAsLong(evidence));
  }

  static Author author(SilverColumn column) {
    return column.evidence() == null || column.evidence().author() == null
        ? Author.RULES
        : column.evidence().author();
  }

  /** As received and as cleaned, where these differ. */
  static String name(SilverColumn column) {
    return column.silverName() == null || column.silverName().equals(column.sourceColumn())
        ? column.sourceColumn()
        : column.sourceColumn() + " → " + column.silverName();
  }

  /** What a row must meet, and what becomes of missing values and of secrets. */
  static String rule(SilverColumn column) {
    List<String> rules = new ArrayList<>();
    if (column.validation() != null) {
      rules.add(column.validation().text());
    }
    if (column.nullStrategy() != null) {
      switch (column.nullStrategy()) {
        case KEEP_NULL -> {}
        case DROP_ROW, FILL_DEFAULT, FILL_UNKNOWN, FILL_ZERO ->
            rules.add(column.nullStrategy().name());
      }
    }
    if (column.mask() != null) {
      rules.add("masked: " + PlainWords.of(column.mask()));
    }
    return String.join(", ", rules);
  }

  private static String why(Evidence evidence) {
    if (evidence == null) {
      return "";
    }
    List<String> examples = evidence.counterExamples();
    return (evidence.because() == null ? "" : evidence.because())
        + (examples == null || examples.isEmpty() ? "" : " Not: " + String.join(", ", examples));
  }

  /** Whether a person who has no time for all columns should see this one. */
  private static boolean deserves(SilverColumn column, SilverRecipe recipe) {
    Evidence evidence = column.evidence();
    return evidence == null
        || evidence.failed() > 0
        || evidence.lossy() > 0
        || evidence.confidence() < SURE && evidence.parsed() > 0
        || author(column) != Author.RULES
        || column.mask() != null
        || about(recipe.questions(), column);
  }

  private static boolean about(List<Question> questions, SilverColumn column) {
    return questions != null
        && questions.stream()
            .anyMatch(question ->
                question.column().equals(column.silverName())
                    || question.column().equals(column.sourceColumn()));
  }

  /** How the columns that are not shown are read. */
  private void rest(SilverRecipe recipe, List<SilverColumn> shown) {
    Map<String, Long> types =
        recipe.columns().stream()
            .filter(column -> !shown.contains(column))
            .collect(
                Collectors.groupingBy(
                    column -> column.targetType() == null ? "TEXT" : column.targetType().text(),
                    TreeMap::new,
                    Collectors.counting()));
    if (!types.isEmpty()) {
      long rest = types.values().stream().mapToLong(Long::longValue).sum();
      if (!shown.isEmpty()) {
        session.say("");
      }
      session.say(
          "",
          Words.counted(rest, shown.isEmpty() ? "column" : "more column")
              + (rest == 1 ? " is" : " are")
              + " read without a doubt: "
              + types.entrySet().stream()
                  .map(type -> Words.count(type.getValue()) + " " + type.getKey())
                  .collect(Collectors.joining(", "))
              + ". Show all with --all.");
    }
  }

  private void whole(String title, List<String> lines) {
    if (lines.size() == 1) {
      session.say("", title + ": " + lines.getFirst());
    } else if (!lines.isEmpty()) {
      session.say(title + ":");
      lines.forEach(line -> session.say(INDENT, line));
    }
  }

  private static String because(String because) {
    return because == null ? "" : " (" + because.replaceFirst("\\.$", "") + ")";
  }

  static String duplicates(Deduplication deduplication) {
    if (deduplication == null) {
      return "every row stays.";
    }
    String key = String.join(", ", deduplication.keyColumns());
    String order = deduplication.orderBy() == null ? "" : " by " + deduplication.orderBy();
    return switch (deduplication.strategy()) {
      case null -> "every row stays.";
      case KEEP_LATEST -> "of rows with the same " + key + ", the latest" + order + " stays.";
      case KEEP_FIRST -> "of rows with the same " + key + ", the first" + order + " stays.";
      case REMOVE_EXACT ->
          "exact copies" + (key.isEmpty() ? "" : " with the same " + key) + " are removed.";
      case NONE -> "every row stays.";
    };
  }

  private void questions(List<Question> questions) {
    if (!questions.isEmpty()) {
      session.say("");
      session.say(Words.counted(questions.size(), "open question") + ":");
    }
    for (Question question : questions) {
      session.say(
          INDENT,
          (question.column().equals("deduplication") || question.text().contains(question.column())
                  ? ""
                  : question.column() + ": ")
              + question.text());
      session.say(INDENT + INDENT + session.command(question.command()));
    }
  }

  private void proposals(List<Proposal> proposals) {
    if (proposals.isEmpty()) {
      return;
    }
    session.say("");
    session.say(
        Words.counted(proposals.size(), "proposal")
            + ", made only where you accept "
            + (proposals.size() == 1 ? "it:" : "them:"));
    for (int i = 0; i < proposals.size(); i++) {
      proposal(i + 1, proposals.get(i));
    }
  }

  void proposal(int number, Proposal proposal) {
    String head = number + ". ";
    session.say(
        head
            + Words.plain(proposal.id())
            + "  "
            + Words.counted(proposal.rows(), "row")
            + ", confidence "
            + Words.percent(Math.round(proposal.confidence() * 100), 100)
            + (proposal.author() == null || proposal.author() == Author.RULES
                ? ""
                : ", by a " + proposal.author().name().toLowerCase(Locale.ROOT)));
    String indent = " ".repeat(head.length());
    session.say(indent, proposal.because());
    if (!proposal.examples().isEmpty()) {
      session.say(indent, "Such as: " + String.join(" · ", proposal.examples()));
    }
    if (!proposal.edits().isEmpty()) {
      session.say(
          indent
              + session.command(
                  "assay apply " + Words.argument(source) + " " + Words.argument(proposal.id())));
    }
  }
}
