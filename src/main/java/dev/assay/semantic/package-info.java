/** Infers what a Silver table is about: its dimensions, measures, times, grain and hierarchies. */
package dev.assay.semantic;
