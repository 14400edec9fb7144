package dev.assay.gold.llm;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.gold.CheckedSelect;
import dev.assay.llm.Dialogue;
import dev.assay.llm.Instruction;
import dev.assay.llm.ModelGate;
import dev.assay.llm.Outcome;
import dev.assay.llm.Prompt;
import dev.assay.llm.Quotation;
import dev.assay.llm.ToldColumn.Detail;
import dev.assay.llm.Veil;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.ModelSettings;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Has a language model suggest business tables; what does not run as it says is not shown. */
public final class GoldModel {
  private static final String PURPOSE = "suggest gold";
  private static final int MOST_BESIDE = 3;
  private static final int LONGEST = 1_000;
  private static final int CHARACTERS_A_TOKEN = 3;

  private final ModelGate gate;
  private final Function<Source, Veil> veils;
  private final Engine engine;
  private final Function<Source, CheckedSelect> guards;

  /**
   * @param veils the columns whose values no model is told
   * @param guards both walls around SQL over the Silver table of a source
   */
  public GoldModel(
      ModelGate gate,
      Function<Source, Veil> veils,
      Engine engine,
      Function<Source, CheckedSelect> guards) {
    this.gate = gate;
    this.veils = veils;
    this.engine = engine;
    this.guards = guards;
  }

  /** Whether there is a model that may be asked. */
  public boolean isOpen() {
    return gate.open().isPresent();
  }

  /** The rules' suggestion with up to three tables of a model's behind it, where one is set up. */
  public GoldRecipe with(GoldRecipe rules, Source source, List<Rows.Column> silver, Work work) {
    if (!isOpen() || rules.goldTables() == null || rules.goldTables().isEmpty()) {
      return rules;
    }
    Suggested suggested = beside(source, silver, rules.goldTables(), work);
    List<GoldTable> tables = new ArrayList<>(rules.goldTables());
    tables.addAll(suggested.tables());
    List<String> notes = new ArrayList<>(rules.notes() == null ? List.of() : rules.notes());
    notes.addAll(suggested.notes());
    return new GoldRecipe(tables, notes.isEmpty() ? null : notes);
  }

  /** Tables that the rules have not suggested, in the model's order. */
  public Suggested beside(
      Source source, List<Rows.Column> silver, List<GoldTable> rules, Work work) {
    return asked(source, silver, rules, null, work);
  }

  /**
   * The one table that a sentence in any language asks for.
   *
   * @throws UserError that asks, or says why there is none
   */
  public Suggested wished(Source source, List<Rows.Column> silver, String sentence, Work work) {
    if (sentence.isBlank() || sentence.length() > LONGEST) {
      throw UserError.invalid(
          "Say which table is wanted in one sentence of at most " + LONGEST + " characters.");
    }
    Suggested suggested = asked(source, silver, List.of(), sentence, work);
    if (suggested.tables().isEmpty()) {
      throw UserError.invalid(
          suggested.notes().isEmpty()
              ? "The language model made no table of this sentence: say it otherwise."
              : String.join(" ", suggested.notes()));
    }
    List<String> notes = new ArrayList<>(suggested.notes());
    notes.add("This is a language model's interpretation: build it only if it is what you meant.");
    return new Suggested(suggested.tables().subList(0, 1), notes);
  }

  private Suggested asked(
      Source source, List<Rows.Column> silver, List<GoldTable> rules, String sentence, Work work) {
    Optional<ModelSettings> model = gate.open();
    if (model.isEmpty()) {
      return new Suggested(List.of(), List.of());
    }
    GoldBrief brief =
        new GoldBrief(
            model.get().privacy(), veils.apply(source), source, silver, rules, engine, work);
    GoldReply reply = new GoldReply(source, silver, guards.apply(source));
    Prompt prompt = prompt(source, brief, sentence, model.get());
    return switch (new Dialogue(gate, model.get()).ask(prompt, reply::read, work)) {
      case Dialogue.Result.Useless<GoldReply.Said>(Outcome.Failed failed) ->
          new Suggested(
              List.of(),
              List.of(
                  (sentence == null ? "The rules' suggestion stands: " : "") + failed.because()));
      case Dialogue.Result.Usable<GoldReply.Said>(GoldReply.Said said, Outcome.Answered answer) ->
          tried(said, answer, new GoldTrial(engine, silver, brief.rows()), rules, work);
    };
  }

  private Suggested tried(
      GoldReply.Said said,
      Outcome.Answered answer,
      GoldTrial trial,
      List<GoldTable> rules,
      Work work) {
    List<GoldTable> good = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (said.tables().isEmpty() && said.question() != null) {
      notes.add(said.question());
    }
    Set<String> names = new HashSet<>();
    Set<Object> held = new HashSet<>();
    rules.forEach(table -> {
      names.add(table.name().toLowerCase(Locale.ROOT));
      held.add(content(table));
    });
    for (GoldTable table : said.tables()) {
      if (good.size() == MOST_BESIDE || !held.add(content(table))) {
        continue;
      }
      if (!names.add(table.name().toLowerCase(Locale.ROOT))) {
        notes.add(table.name() + " of the language model is left out: its name is taken.");
        continue;
      }
      switch (trial.run(table, work)) {
        case GoldTrial.Tried.Good(GoldTable shown) -> good.add(shown);
        case GoldTrial.Tried.Bad(String because) ->
            notes.add(table.name() + " of the language model is left out: " + because + ".");
      }
    }
    good.stream()
        .filter(table -> table.query() == null)
        .forEach(table ->
            notes.add(
                table.name()
                    + " is SQL that a language model wrote: not routable, and not compared with"
                    + " Silver."));
    gate.judged(answer, "Shown: " + good.size() + " of " + said.tables().size() + " tables.");
    return new Suggested(good, notes);
  }

  /** What a table holds, whatever its columns are called. */
  private static Object content(GoldTable table) {
    Query query = table.query();
    if (query == null) {
      return table.sql();
    }
    return List.of(
        query.dimensions().stream()
            .map(d -> d.column() + "/" + d.grain() + "/" + d.part())
            .sorted()
            .toList(),
        query.measures().stream()
            .map(m -> m.aggregate() + "/" + m.column() + "/" + m.formula() + "/" + m.filters())
            .sorted()
            .toList(),
        query.filters(),
        query.calculations(),
        query.having(),
        query.segment() == null);
  }

  private static Prompt prompt(
      Source source, GoldBrief brief, String sentence, ModelSettings model) {
    String wish = sentence == null ? "" : "\n" + Quotation.words("sentence", sentence);
    String instruction = Instruction.GOLD.text();
    int room = model.tokenBudget() * CHARACTERS_A_TOKEN - instruction.length() - wish.length();
    Detail detail = Detail.ALL;
    for (Detail less : Detail.values()) {
      detail = less;
      if (brief.told(detail).toString().length() <= room) {
        break;
      }
    }
    return new Prompt(
        PURPOSE,
        source.id(),
        List.of(
            new Prompt.Turn.Instruction(instruction),
            new Prompt.Turn.Asked(
                "Silver schema and sample data:\n" + Quotation.data(brief.told(detail)) + wish)),
        "gold",
        Instruction.GOLD.schema());
  }
}
