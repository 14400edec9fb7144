package dev.assay.advice.llm;

import dev.assay.engine.Work;
import dev.assay.llm.ModelGate;
import dev.assay.llm.Outcome;
import dev.assay.llm.Prompt;
import dev.assay.model.ModelSettings;
import dev.assay.model.ModelTrial;
import java.util.List;
import java.util.Optional;

/** Asks a language model for a word, without any data. */
public final class ModelProbe {
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"answer\":{\"type\":\"string\"}},"
          + "\"required\":[\"answer\"],\"additionalProperties\":false}";

  private final ModelGate gate;

  public ModelProbe(ModelGate gate) {
    this.gate = gate;
  }

  public ModelTrial test(Work work) {
    Optional<ModelSettings> model = gate.open();
    if (model.isEmpty()) {
      return new ModelTrial(false, Sentences.MODEL_NOTHING_SENT.with());
    }
    Prompt prompt =
        new Prompt(
            "test",
            null,
            List.of(
                new Prompt.Turn.Instruction("Answer with JSON only."),
                new Prompt.Turn.Asked("Return {\"answer\": \"ready\"}.")),
            "test",
            SCHEMA);
    return switch (gate.ask(prompt, model.get(), work)) {
      case Outcome.Answered answer -> {
        gate.judged(answer, "A test: it answers.");
        yield new ModelTrial(true, Sentences.MODEL_ANSWERS.with(model.get().model()));
      }
      case Outcome.Failed failed -> new ModelTrial(false, failed.because(), failed.facts());
    };
  }
}
