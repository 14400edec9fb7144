package dev.assay.advice.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.advice.EditWords;
import dev.assay.advice.RecipeEditor;
import dev.assay.advice.words.SentenceReader;
import dev.assay.advice.words.Understanding;
import dev.assay.engine.Work;
import dev.assay.llm.Dialogue;
import dev.assay.llm.Instruction;
import dev.assay.llm.ModelGate;
import dev.assay.llm.Outcome;
import dev.assay.llm.Prompt;
import dev.assay.llm.Quotation;
import dev.assay.model.Author;
import dev.assay.model.Json;
import dev.assay.model.ModelSettings;
import dev.assay.model.Profile;
import dev.assay.model.RecipeEdit;
import dev.assay.model.Revision;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns a sentence into edits of a recipe: common ones by rules, others by a language model where
 * there is one. What is not clear is asked, never guessed.
 */
public final class Reviser {
  private static final String PURPOSE = "change silver";
  private static final int LONGEST = 2_000;
  private static final String KNOWN =
      " Say it plainly, such as: treat 0 as missing in price; drop column notes; rename a to b; keep"
          + " zip as text; mask email; reject rows where price is negative; drop rows where name"
          + " contains test.";

  private final ModelGate gate;
  private final RecipeTrial trial;
  private final Function<Source, Set<String>> masked;

  /**
   * @param masked source columns that the recipe in force masks
   */
  public Reviser(ModelGate gate, RecipeTrial trial, Function<Source, Set<String>> masked) {
    this.gate = gate;
    this.trial = trial;
    this.masked = masked;
  }

  /** Throws {@link UserError} that asks, or says why the sentence cannot be followed. */
  public Revision revise(
      Source source, Profile profile, SilverRecipe recipe, String sentence, Work work) {
    return switch (read(recipe, sentence)) {
      case Understanding.Clear(List<RecipeEdit> edits) -> clear(source, recipe, sentence, edits);
      case Understanding.Unclear(String question) ->
          gate.open()
              .map(model -> byModel(source, profile, recipe, sentence, question, model, work))
              .orElseGet(() -> unclear(question));
      case Understanding.Unknown _ ->
          gate.open()
              .map(model -> byModel(source, profile, recipe, sentence, null, model, work))
              .orElseGet(() ->
                  unclear("This sentence is not understood without a language model." + KNOWN));
    };
  }

  /** The same for a caller who may not have a model asked: where one would be, that is said. */
  public Revision byRules(Source source, SilverRecipe recipe, String sentence) {
    return switch (read(recipe, sentence)) {
      case Understanding.Clear(List<RecipeEdit> edits) -> clear(source, recipe, sentence, edits);
      case Understanding.Unclear(String question) -> unclear(notAsked(question));
      case Understanding.Unknown _ ->
          unclear(notAsked("This sentence is not understood without a language model." + KNOWN));
    };
  }

  private String notAsked(String otherwise) {
    if (gate.open().isPresent()) {
      throw new UserError(
          UserError.Kind.FORBIDDEN,
          "This sentence is not understood by rules alone, and only a caller with this workspace's"
              + " token may have the language model asked; use 'assay revise' instead.");
    }
    return otherwise;
  }

  private static Understanding read(SilverRecipe recipe, String sentence) {
    if (sentence.isBlank() || sentence.length() > LONGEST) {
      throw UserError.invalid(
          "Say what is to change in one sentence of at most " + LONGEST + " characters.");
    }
    return new SentenceReader(recipe).read(sentence);
  }

  private Revision clear(
      Source source, SilverRecipe recipe, String sentence, List<RecipeEdit> edits) {
    SilverRecipe revised = RecipeEditor.apply(recipe, edits);
    trial.check(source, revised);
    return revision(sentence, edits, Author.RULES, List.of(), revised);
  }

  private static Revision unclear(String question) {
    throw UserError.invalid(question);
  }

  private Revision byModel(
      Source source,
      Profile profile,
      SilverRecipe recipe,
      String sentence,
      String question,
      ModelSettings model,
      Work work) {
    Prompt prompt = prompt(source, profile, recipe, sentence, model);
    Dialogue.Result<AnswerReader.Change> result =
        new Dialogue(gate, model).ask(prompt, text -> read(text, source, recipe), work);
    return switch (result) {
      case Dialogue.Result.Useless<AnswerReader.Change>(Outcome.Failed failed) ->
          unclear(
              (question == null
                      ? "This sentence is not understood by rules alone. "
                      : question + " ")
                  + failed.because());
      case Dialogue.Result.Usable<AnswerReader.Change>(
              AnswerReader.Change change,
              Outcome.Answered answer) -> {
        if (change.question() != null) {
          gate.judged(answer, "It asks: " + change.question());
          yield unclear(change.question());
        }
        gate.judged(answer, "Used: shown to a person, who decides.");
        yield revision(
            sentence,
            change.edits(),
            Author.MODEL,
            List.of(
                "This is a language model's interpretation: agree only if it is what you meant."),
            RecipeEditor.apply(recipe, change.edits()));
      }
    };
  }

  private AnswerReader.Change read(String text, Source source, SilverRecipe recipe) {
    AnswerReader.Change change = AnswerReader.change(text);
    if (!change.edits().isEmpty()) {
      trial.check(source, RecipeEditor.apply(recipe, change.edits()));
    }
    return change;
  }

  private Prompt prompt(
      Source source, Profile profile, SilverRecipe recipe, String sentence, ModelSettings model) {
    Briefing briefing = new Briefing(model.privacy(), profile, recipe, masked.apply(source));
    ObjectNode data = briefing.table();
    List<ObjectNode> columns = recipe.columns().stream().map(briefing::column).toList();
    int spent = Instruction.CHANGE.text().length() + sentence.length() + data.toString().length();
    boolean all =
        columns.stream().mapToInt(column -> column.toString().length()).sum() + spent
            <= model.tokenBudget() * 3L;
    var listed = data.putArray("columns");
    for (ObjectNode column : columns) {
      // Of a table that is too wide for one prompt, the names must do.
      listed.add(
          all
              ? column
              : Json.mapper()
                  .createObjectNode()
                  .put("silver_name", column.path("silver_name").asText())
                  .put("target_type", column.path("target_type").asText()));
    }
    return new Prompt(
        PURPOSE,
        source.id(),
        List.of(
            new Prompt.Turn.Instruction(Instruction.CHANGE.text()),
            new Prompt.Turn.Asked(
                Quotation.data(data) + "\n" + Quotation.words("sentence", sentence))),
        "change",
        Instruction.CHANGE.schema());
  }

  private static Revision revision(
      String sentence,
      List<RecipeEdit> edits,
      Author author,
      List<String> notes,
      SilverRecipe revised) {
    List<String> words = edits.stream().map(EditWords::of).toList();
    return new Revision(sentence.strip(), edits, words, author, notes, revised);
  }
}
