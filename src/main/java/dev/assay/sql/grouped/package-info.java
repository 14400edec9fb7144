/**
 * SELECTs over one table taken apart into keys, figures and conditions, so that two can be
 * compared.
 */
package dev.assay.sql.grouped;
