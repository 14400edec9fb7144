/** The metadata database and its migrations. */
package dev.assay.store;
