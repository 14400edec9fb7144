package dev.assay.advice.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.advice.Advisor;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.llm.Dialogue;
import dev.assay.llm.Instruction;
import dev.assay.llm.ModelGate;
import dev.assay.llm.Outcome;
import dev.assay.llm.Prompt;
import dev.assay.llm.Quotation;
import dev.assay.model.ModelSettings;
import dev.assay.model.Problem;
import dev.assay.model.Profile;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Suggests Silver by rules and asks a language model about the same profile. What the model says is
 * measured on all rows and used column by column, only where it does better; whatever goes wrong,
 * the rules' suggestion stands and says why.
 */
public final class LlmAdvisor implements Advisor {
  private static final String PURPOSE = "suggest silver";

  private final Advisor rules;
  private final ModelGate gate;
  private final RecipeTrial test;
  private final Function<Source, Set<String>> masked;
  private final Rivals rivals;
  private final Dialect dialect;

  /**
   * @param masked source columns that the recipe in force masks
   */
  public LlmAdvisor(
      Advisor rules,
      ModelGate gate,
      RecipeTrial test,
      Function<Source, Set<String>> masked,
      Engine engine,
      Dialect dialect) {
    this.rules = rules;
    this.gate = gate;
    this.test = test;
    this.masked = masked;
    this.rivals = new Rivals(engine, dialect);
    this.dialect = dialect;
  }

  @Override
  public SilverRecipe suggest(Source source, Profile profile, Work work) {
    SilverRecipe suggested = rules.suggest(source, profile, work);
    Optional<ModelSettings> model = gate.open();
    if (model.isEmpty() || suggested.columns().isEmpty()) {
      return suggested;
    }
    try {
      return new Session(source, profile, suggested, model.get(), work).advise();
    } catch (EngineException e) {
      return unused(suggested, "what it said could not be measured.");
    }
  }

  private static SilverRecipe unused(SilverRecipe suggested, String because) {
    List<String> notes = new ArrayList<>(suggested.notes() == null ? List.of() : suggested.notes());
    notes.add("The language model was not used, the rules' suggestion stands: " + because);
    return suggested.withNotes(List.copyOf(notes));
  }

  private final class Session {
    private final Source source;
    private final SilverRecipe suggested;
    private final ModelSettings model;
    private final Work work;
    private final Briefing briefing;
    private final Merging merging;

    Session(
        Source source, Profile profile, SilverRecipe suggested, ModelSettings model, Work work) {
      this.source = source;
      this.suggested = suggested;
      this.model = model;
      this.work = work;
      this.briefing = new Briefing(model.privacy(), profile, suggested, masked.apply(source));
      this.merging =
          new Merging(
              profile,
              suggested,
              rivals,
              dialect,
              candidate -> test.check(source, candidate),
              work);
    }

    SilverRecipe advise() {
      List<ObjectNode> columns = suggested.columns().stream().map(briefing::column).toList();
      ObjectNode table = briefing.table();
      int spent = Instruction.SILVER.text().length() + table.toString().length();
      List<List<Integer>> chunks = Chunks.of(columns, model.tokenBudget(), spent);
      Set<String> failures = new java.util.LinkedHashSet<>();
      for (int i = 0; i < chunks.size(); i++) {
        work.progress((double) i / chunks.size());
        Optional<Outcome.Failed> failed = ask(chunks.get(i), columns, table, i == 0);
        failed.map(Outcome.Failed::because).ifPresent(failures::add);
        if (failed.isPresent() && !helpsToGoOn(failed.get().kind())) {
          break;
        }
      }
      return checked(merging.merged(model.model(), List.copyOf(failures)));
    }

    /** Whether another part of the table may fare better. */
    private static boolean helpsToGoOn(Outcome.Kind kind) {
      return switch (kind) {
        case NOT_UNDERSTOOD, TRUNCATED, EMPTY, REFUSED, TOO_LARGE -> true;
        case WRONG_KEY, BUSY, TIMED_OUT, UNREACHABLE, REDIRECTED, WRONG_CONTENT -> false;
      };
    }

    private Optional<Outcome.Failed> ask(
        List<Integer> chunk, List<ObjectNode> columns, ObjectNode table, boolean first) {
      ObjectNode data = table.deepCopy();
      var listed = data.putArray("columns");
      chunk.forEach(i -> listed.add(columns.get(i)));
      Prompt prompt =
          new Prompt(
              PURPOSE,
              source.id(),
              List.of(
                  new Prompt.Turn.Instruction(Instruction.SILVER.text()),
                  new Prompt.Turn.Asked("Source profile of the table:\n" + Quotation.data(data))),
              "silver",
              Instruction.SILVER.schema());
      List<SilverColumn> asked = chunk.stream().map(suggested.columns()::get).toList();
      return switch (new Dialogue(gate, model).ask(prompt, text -> read(text, asked), work)) {
        case Dialogue.Result.Usable<Checked>(Checked checked, Outcome.Answered answer) -> {
          String outcome = merging.take(checked.said(), checked.columns(), first);
          gate.judged(answer, outcome);
          yield Optional.empty();
        }
        case Dialogue.Result.Useless<Checked>(Outcome.Failed failed) -> Optional.of(failed);
      };
    }

    private Checked read(String text, List<SilverColumn> asked) {
      Set<String> names = new HashSet<>();
      asked.forEach(column -> names.add(column.sourceColumn()));
      Said said = AnswerReader.table(text, names);
      List<Problem> problems = new ArrayList<>();
      List<SilverSpec.Column> columns = List.of();
      if (!said.columns().isEmpty()) {
        List<SilverColumn> recipe = said.columns().stream().map(Said.Column::column).toList();
        try {
          columns = test.check(source, new SilverRecipe(recipe, null)).columns();
        } catch (UserError e) {
          problems.addAll(
              e.problems().isEmpty() ? List.of(new Problem("", e.getMessage())) : e.problems());
        }
      }
      problems.addAll(
          new Proposing(suggested, candidate -> test.check(source, candidate)).problems(said));
      if (!problems.isEmpty()) {
        throw UserError.of(problems);
      }
      return new Checked(said, columns);
    }

    /** Whatever was put together wrongly: the rules' suggestion is sound. */
    private SilverRecipe checked(SilverRecipe merged) {
      try {
        test.check(source, merged);
        return merged;
      } catch (UserError e) {
        return unused(suggested, e.getMessage());
      }
    }
  }

  /** An answer and its columns as a build takes them, in the same order. */
  private record Checked(Said said, List<SilverSpec.Column> columns) {}
}
