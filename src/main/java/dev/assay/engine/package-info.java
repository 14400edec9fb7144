/**
 * Connections to engines: runs statements, reads rows, lands rows. Only this package and {@code
 * store} know JDBC.
 */
package dev.assay.engine;
