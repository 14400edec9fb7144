/** Measures all rows of a table. */
package dev.assay.profile;
