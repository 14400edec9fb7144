/**
 * Gold tables that a language model suggests: checked, run on all rows and labelled, or not shown.
 */
package dev.assay.gold.llm;
