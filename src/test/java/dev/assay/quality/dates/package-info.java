/** Columns of dates and times in every common way of writing, and of what only looks like them. */
package dev.assay.quality.dates;
