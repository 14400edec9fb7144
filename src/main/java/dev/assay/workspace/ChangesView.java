package dev.assay.workspace;

import dev.assay.model.SilverChanges.Fate;

/**
 * Which rows of Bronze somebody looks at beside Silver.
 *
 * @param fate null for all
 * @param reason one that the rows were left out for; null for any
 * @param cells the most characters of a text; one more comes where there is more; null for all
 */
public record ChangesView(Fate fate, String reason, Integer cells) {}
