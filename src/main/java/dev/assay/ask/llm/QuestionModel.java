package dev.assay.ask.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.engine.Work;
import dev.assay.llm.Dialogue;
import dev.assay.llm.Instruction;
import dev.assay.llm.ModelGate;
import dev.assay.llm.Outcome;
import dev.assay.llm.Prompt;
import dev.assay.llm.Quotation;
import dev.assay.llm.ToldColumn.Detail;
import dev.assay.llm.Veil;
import dev.assay.model.ModelSettings;
import dev.assay.model.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Has a language model read a question, three rounds at most, and believes nothing unchecked. */
public final class QuestionModel {
  /** The ledger's word for it. */
  public static final String PURPOSE = "ask";

  /** Characters of JSON in a token, few rather than many. */
  private static final int CHARACTERS_A_TOKEN = 3;

  /** What came of asking. */
  public sealed interface Consulted {
    /** It answered usably. */
    record Said(Reply reply, Outcome.Answered answer) implements Consulted {}

    /**
     * It did not.
     *
     * @param because one sentence for people
     */
    record Failed(String because) implements Consulted {}
  }

  private final ModelGate gate;
  private final Function<Source, Veil> veils;

  /**
   * @param veils the columns whose values no model is told
   */
  public QuestionModel(ModelGate gate, Function<Source, Veil> veils) {
    this.gate = gate;
    this.veils = veils;
  }

  /** Whether there is a model that may be asked. */
  public boolean isOpen() {
    return gate.open().isPresent();
  }

  /** Asks; never within a transaction, since it may take a minute. */
  public Consulted ask(Inquiry inquiry, Checks checks, Work work) {
    Optional<ModelSettings> model = gate.open();
    if (model.isEmpty()) {
      return new Consulted.Failed("No language model is set up.");
    }
    Prompt prompt = prompt(inquiry, model.get());
    return switch (new Dialogue(gate, model.get())
        .ask(prompt, new ReplyReader(checks)::read, work)) {
      case Dialogue.Result.Usable<Reply>(Reply reply, Outcome.Answered answer) ->
          new Consulted.Said(reply, answer);
      case Dialogue.Result.Useless<Reply>(Outcome.Failed failed) ->
          new Consulted.Failed(failed.because());
    };
  }

  /** Notes in the ledger what became of an answer. */
  public void judged(Consulted.Said said, String outcome) {
    gate.judged(said.answer(), outcome);
  }

  private Prompt prompt(Inquiry inquiry, ModelSettings model) {
    StringBuilder asked = new StringBuilder("Today is ");
    asked.append(inquiry.today()).append(" in ").append(inquiry.zone()).append(".\n");
    if (inquiry.context() != null && inquiry.context().question() != null) {
      asked.append(Quotation.words("earlier_question", inquiry.context().question())).append('\n');
    }
    asked.append(Quotation.words("question", inquiry.question()));
    String instruction = Instruction.ASK.text();
    int room = model.tokenBudget() * CHARACTERS_A_TOKEN - instruction.length() - asked.length();
    return new Prompt(
        PURPOSE,
        inquiry.subjects().size() == 1 ? inquiry.subjects().getFirst().source().id() : null,
        List.of(
            new Prompt.Turn.Instruction(instruction),
            new Prompt.Turn.Asked(Quotation.data(fitting(inquiry, model, room)) + "\n" + asked)),
        PURPOSE,
        Instruction.ASK.schema());
  }

  /** As much as there is room for; of too many tables, the likeliest. */
  private ObjectNode fitting(Inquiry inquiry, ModelSettings model, int room) {
    Brief brief = new Brief(model.privacy(), veils, inquiry);
    int all = inquiry.subjects().size();
    for (Detail detail : Detail.values()) {
      ObjectNode told = brief.told(detail, all);
      if (told.toString().length() <= room) {
        return told;
      }
    }
    int tables = all;
    ObjectNode told = brief.told(Detail.NAMES, tables);
    while (tables > 1 && told.toString().length() > room) {
      tables = Math.max(1, tables * 3 / 4);
      told = brief.told(Detail.NAMES, tables);
    }
    return told;
  }
}
