package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands about a language model, and sentences that change a recipe. */
class ModelCliTest extends CliStage {
  @BeforeEach
  void add() {
    assertThat(run("add", "orders.csv")).isZero();
  }

  @Test
  void aModelIsSetUpShownAndForgotten() {
    assertThat(run("model")).isZero();
    assertThat(out).contains("the rules advise alone", "assay model --provider");
    environment.put("ASSAY_MODEL_KEY", "sk-secret");
    assertThat(
            run("model", "--provider", "ollama", "--model", "small", "--privacy", "metadata_only"))
        .isZero();
    assertThat(out)
        .contains("ollama", "http://127.0.0.1:11434", "small", "kept, encrypted", "not one value")
        .doesNotContain("sk-secret");
    assertThat(run("--json", "model")).isZero();
    assertThat(out).contains("\"key_stored\":true").doesNotContain("sk-secret");
    assertThat(run("model", "--test")).isZero();
    assertThat(out).contains("small answers.");
    assertThat(run("model", "--off")).isZero();
    assertThat(out).contains("the rules advise alone");
    assertThat(run("model", "--off", "--test")).isEqualTo(2);
  }

  @Test
  void theKeyIsTypedOrGivenByTheEnvironmentAndIsNoArgument() {
    typed = "sk-typed";
    assertThat(run("model", "--provider", "anthropic", "--model", "m", "--key")).isZero();
    assertThat(out).contains("kept, encrypted").doesNotContain("sk-typed");
    typed = null;
    assertThat(run("model", "--key")).isEqualTo(2);
    assertThat(err).contains("ASSAY_MODEL_KEY");
    assertThat(run("model", "--key", "sk-argument")).isEqualTo(2);
  }

  @Test
  void whatWasSentIsListedAndShownWordForWord() {
    assertThat(run("egress")).isZero();
    assertThat(out).contains("suggest silver", "masked_samples", "Used for 1 of 3 columns.");
    assertThat(out).doesNotContain("words");
    assertThat(run("egress", "1")).isZero();
    assertThat(out).contains("{\"words\":1}", "Answer:");
    assertThat(run("egress", "9")).isEqualTo(2);
  }

  @Test
  void aSentenceShowsWhatItWouldDoAndBuildsOnlyOnYes() {
    assertThat(run("change", "orders", "treat 0 as missing in id")).isZero();
    assertThat(out)
        .contains("Understood:", "treat '0' as missing in id", "Nothing has changed yet", "--yes");
    assertThat(run("change", "orders", "what?")).isEqualTo(2);
    assertThat(err).contains("Which column do you mean?");
    assertThat(run("change", "orders", "treat 0 as missing in id", "--yes")).isZero();
    assertThat(out).doesNotContain("Nothing has changed yet");
  }
}
