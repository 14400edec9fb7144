/** Checks a silver recipe and plans its build. */
package dev.assay.silver;
