/** Expressions, the guard, and a dialect per engine: all SQL text is made here. */
package dev.assay.sql;
