package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Which language model advises, and what it may see.
 *
 * @param provider whose protocol is spoken; null while there is none
 * @param url where it answers; null for the provider's own
 * @param model its name there
 * @param privacy what leaves the machine
 * @param tokenBudget the longest prompt, in tokens; longer ones are asked in parts
 * @param timeoutSeconds how long one answer may take
 * @param keyStored whether a key is kept; the key itself is never sent back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelSettings(
    Provider provider,
    String url,
    String model,
    Privacy privacy,
    int tokenBudget,
    int timeoutSeconds,
    boolean keyStored) {

  /** No model: the rules advise alone and nothing leaves the machine. */
  public static final ModelSettings NONE =
      new ModelSettings(null, null, null, Privacy.NONE, 16_000, 60, false);

  /** Protocols of language models. */
  public enum Provider {
    OPENAI_COMPATIBLE,
    ANTHROPIC,
    GEMINI,
    OLLAMA
  }

  /** What a prompt may hold. */
  public enum Privacy {
    /** No prompt is made. */
    NONE,
    /** Names, types and counts; not one value. */
    METADATA_ONLY,
    /** Values too, personal data masked. */
    MASKED_SAMPLES,
    /** Values as they are. */
    FULL
  }
}
