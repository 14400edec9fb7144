/** Reads common sentences about a recipe by rules; asks or passes where it would have to guess. */
package dev.assay.advice.words;
