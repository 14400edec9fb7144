/** Lands rows untouched, each with its identity and hash. */
package dev.assay.bronze;
