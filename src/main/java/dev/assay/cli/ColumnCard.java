package dev.assay.cli;

import dev.assay.model.ColumnProfile;
import dev.assay.model.Evidence;
import dev.assay.model.PlainWords;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints everything that is known about one column of a suggestion. */
final class ColumnCard {
  private static final String INDENT = "  ";
  private static final int LONGEST = 60;

  private final Session session;
  private final String source;

  ColumnCard(Session session, String source) {
    this.session = session;
    this.source = source;
  }

  void print(SilverRecipe recipe, String wanted) {
    SilverColumn column = find(recipe, wanted);
    session.say(
        Words.plain(SilverPrinter.name(column))
            + "  "
            + (column.targetType() == null ? "TEXT" : column.targetType().text()));
    reading(column);
    if (column.evidence() != null) {
      alternatives(column.evidence());
    }
    session.workspace().profile(source).columns().stream()
        .filter(profile -> profile.name().equals(column.sourceColumn()))
        .findFirst()
        .ifPresent(profile -> values(profile, column.mask() != null));
    about(recipe, column);
  }

  private static SilverColumn find(SilverRecipe recipe, String wanted) {
    Optional<SilverColumn> found =
        recipe.columns().stream()
            .filter(c -> wanted.equals(c.silverName()) || wanted.equals(c.sourceColumn()))
            .findFirst()
            .or(() ->
                recipe.columns().stream()
                    .filter(c ->
                        wanted.strip().equalsIgnoreCase(c.silverName())
                            || wanted.strip().equalsIgnoreCase(c.sourceColumn().strip()))
                    .findFirst());
    return found.orElseThrow(() ->
        UserError.notFound(
            "There is no column '"
                + wanted
                + "'."
                + Suggestion.hint(
                    wanted,
                    recipe.columns().stream()
                        .map(c -> c.silverName() == null ? c.sourceColumn() : c.silverName())
                        .toList())));
  }

  private void reading(SilverColumn column) {
    Evidence evidence = column.evidence();
    if (evidence != null) {
      line("why", evidence.because());
      line(
          "all rows",
          Words.count(evidence.rows())
              + ": "
              + Words.count(evidence.parsed())
              + " read, "
              + Words.count(evidence.failed())
              + " fail, "
              + Words.count(evidence.missing())
              + " missing; "
              + Words.count(evidence.changed())
              + " change, "
              + Words.count(evidence.lossy())
              + " lose something");
      line("cannot be read", list(evidence.counterExamples()));
      line(
          "confidence",
          Words.percent(Math.round(evidence.confidence() * 100), 100)
              + ", by "
              + switch (SilverPrinter.author(column)) {
                case PERSON -> "a person";
                case RULES -> "the rules";
                case MODEL -> "a model";
              });
      if (evidence.semanticType() != null) {
        line(
            "meaning",
            evidence.semanticType().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (evidence.semanticType().personal() ? " (personal data)" : ""));
      }
    }
    line("steps", PlainWords.steps(column.cleaning()));
    line("as SQL", column.castExpression());
    String rule = SilverPrinter.rule(column);
    line(
        "rule",
        rule.isEmpty() || column.validation() == null
            ? rule
            : rule
                + " (else "
                + (column.onViolation() == null ? Severity.REJECT : column.onViolation())
                    .name()
                    .toLowerCase(Locale.ROOT)
                + ")");
  }

  private void line(String title, String text) {
    if (text != null && !text.isEmpty()) {
      String head = INDENT + String.format(Locale.ROOT, "%-15s", title);
      int width = session.terminal().outIsTerminal() ? session.terminal().width() : 10_000;
      List<String> lines = Words.wrapped(Words.plain(text), Math.max(20, width - head.length()));
      session.say(head + lines.getFirst());
      lines.subList(1, lines.size()).forEach(l -> session.say(" ".repeat(head.length()) + l));
    }
  }

  private static String list(List<String> texts) {
    return texts == null ? "" : String.join(" · ", texts.stream().map(ColumnCard::quoted).toList());
  }

  private static String quoted(String text) {
    return "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "'";
  }

  private void alternatives(Evidence evidence) {
    if (evidence.alternatives() == null || evidence.alternatives().isEmpty()) {
      return;
    }
    session.say("");
    Table table = new Table("OR AS", ">READ", ">FAIL", ">CHANGED", ">LOSSY", "~HOW, AND WHY NOT");
    for (Evidence.Alternative other : evidence.alternatives()) {
      String steps = PlainWords.steps(other.cleaning());
      String not = list(other.counterExamples());
      table.add(
          other.targetType().text(),
          Words.count(other.parsed()),
          Words.count(other.failed()),
          other.changed() == null ? "" : Words.count(other.changed()),
          other.lossy() == null ? "" : Words.count(other.lossy()),
          (steps.isEmpty() ? "" : steps + ". ")
              + (other.because() == null ? "" : other.because())
              + (not.isEmpty() ? "" : " Not: " + not));
    }
    table.print(session.terminal());
  }

  private void values(ColumnProfile profile, boolean masked) {
    session.say("");
    session.say(
        "As received: "
            + Words.count(profile.count() - profile.missing())
            + " values, about "
            + Words.count(profile.distinct())
            + " different, "
            + profile.minLength()
            + " to "
            + profile.maxLength()
            + " characters"
            + (masked || profile.min() == null
                ? ""
                : ", from " + quoted(profile.min()) + " to " + quoted(profile.max())));
    int most = Math.max(masked ? 0 : profile.topValues().size(), profile.shapes().size());
    if (most == 0) {
      return;
    }
    Table table =
        masked
            ? new Table("SHAPE", ">ROWS")
            : new Table("MOST FREQUENT", ">ROWS", "SHAPE", ">ROWS");
    for (int i = 0; i < most; i++) {
      String shape = i < profile.shapes().size() ? profile.shapes().get(i).value() : "";
      String shaped =
          i < profile.shapes().size() ? Words.count(profile.shapes().get(i).count()) : "";
      if (masked) {
        table.add(shape, shaped);
      } else {
        boolean there = i < profile.topValues().size();
        table.add(
            there ? profile.topValues().get(i).value() : "",
            there ? Words.count(profile.topValues().get(i).count()) : "",
            shape,
            shaped);
      }
    }
    table.print(session.terminal());
  }

  private void about(SilverRecipe recipe, SilverColumn column) {
    List<Question> questions = recipe.questions() == null ? List.of() : recipe.questions();
    for (Question question : questions) {
      if (names(column, question.column())) {
        session.say("");
        session.say("", question.text());
        session.say(INDENT + session.command(question.command()));
      }
    }
    List<Proposal> proposals =
        recipe.proposals().stream()
            .filter(proposal -> proposal.columns().stream().anyMatch(c -> names(column, c)))
            .toList();
    if (!proposals.isEmpty()) {
      session.say("");
    }
    SilverPrinter printer = new SilverPrinter(session, source);
    for (int i = 0; i < proposals.size(); i++) {
      printer.proposal(i + 1, proposals.get(i));
    }
  }

  private static boolean names(SilverColumn column, String name) {
    return name.equals(column.silverName()) || name.equals(column.sourceColumn());
  }
}
