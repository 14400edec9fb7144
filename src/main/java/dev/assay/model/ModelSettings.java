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
 * @param allowPlainHttp whether text may go unencrypted to a host that is not private
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
    boolean allowPlainHttp,
    boolean keyStored) {

  /** No model: the rules advise alone and nothing leaves the machine. */
  public static final ModelSettings NONE =
      new ModelSettings(null, null, null, Privacy.NONE, 16_000, 60, false, false);

  /** Whether a model may be asked at all. */
  public boolean on() {
    return provider != null && privacy != Privacy.NONE;
  }

  /** Where requests go. */
  public String address() {
    return url == null && provider != null ? provider.address() : url;
  }

  /** Protocols of language models. */
  public enum Provider {
    OPENAI_COMPATIBLE("https://api.openai.com/v1"),
    ANTHROPIC("https://api.anthropic.com/v1"),
    GEMINI("https://generativelanguage.googleapis.com/v1beta"),
    OLLAMA("http://127.0.0.1:11434");

    private final String address;

    Provider(String address) {
      this.address = address;
    }

    /** Where the provider itself answers. */
    public String address() {
      return address;
    }
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
