/**
 * How well suggestions read columns: generated columns beside their truth, real data beside its
 * clean version, and the scores of both. A generator is a {@link dev.assay.quality.Kind} for each
 * way of writing; {@link dev.assay.quality.QualitySuite} lists them all.
 */
package dev.assay.quality;
