package dev.assay.workspace;

import dev.assay.model.Drift;
import java.util.List;

/**
 * How an origin's columns differ from Bronze, and what follows.
 *
 * @param breaks what in the recipes downstream would no longer work, a sentence each, naming the
 *     column and what to do
 */
public record DriftReport(Drift drift, List<String> breaks) {}
