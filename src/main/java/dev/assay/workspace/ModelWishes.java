package dev.assay.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.model.ModelSettings;

/**
 * Settings of the language model of which only some are given; null leaves one as it is.
 *
 * @param url an empty text for the provider's own
 * @param key an empty text forgets it; it is never sent back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelWishes(
    ModelSettings.Provider provider,
    String url,
    String model,
    ModelSettings.Privacy privacy,
    Integer tokenBudget,
    Integer timeoutSeconds,
    Boolean allowPlainHttp,
    String key) {
  /** Without the key, which must not get into a log. */
  @Override
  public String toString() {
    return "ModelWishes[" + provider + ", " + url + ", " + model + ", " + privacy + "]";
  }
}
