/** The verbs of the product, one facade; web and cli call only this. */
package dev.assay.workspace;
