package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.Profile;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;

/** Suggests how Silver is made from a profiled Bronze table. */
public interface Advisor {
  /** A recipe that runs on the data as it is, each column with its evidence from all rows. */
  SilverRecipe suggest(Source source, Profile profile, Work work);
}
