/** Suggests recipes with evidence from all rows. */
package dev.assay.advice;
