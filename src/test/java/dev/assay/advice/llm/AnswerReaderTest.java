package dev.assay.advice.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.RecipeEdit;
import dev.assay.model.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What models put around their JSON. */
class AnswerReaderTest {
  private static final String EDITS =
      "{\"edits\":[{\"edit\":\"remove_column\",\"column\":\"a\"}],\"question\":null}";

  @Test
  void thoughtsAndFencesAreNoPartOfAnAnswer() {
    for (String answer :
        List.of(
            EDITS,
            "```json\n" + EDITS + "\n```",
            "```" + EDITS + "```\n",
            "<think>\n{not this}\n</think>\n\n```json\n" + EDITS + "\n  ```  ")) {
      assertThat(AnswerReader.change(answer).edits())
          .as(answer)
          .containsExactly(new RecipeEdit.RemoveColumn("a"));
    }
  }

  /** A pattern that is tried at every blank would be at this for hours. */
  @Test
  void anAnswerOfBlanksIsReadOnce() {
    String blanks = " ".repeat(4_000_000);
    assertThat(AnswerReader.change("```json" + blanks + EDITS + blanks + "```").edits()).hasSize(1);
    assertThatThrownBy(() -> AnswerReader.change("{" + blanks + "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not one whole JSON object");
  }
}
