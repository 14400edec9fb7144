/** Wires everything; nothing depends on it. */
package dev.assay;
