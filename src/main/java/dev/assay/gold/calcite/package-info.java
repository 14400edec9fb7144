/**
 * Asks Calcite whether one table's groups are enough for another question; nothing else touches it.
 */
package dev.assay.gold.calcite;
