/** Finds and measures how the rows of different sources belong together. */
package dev.assay.relationship;
