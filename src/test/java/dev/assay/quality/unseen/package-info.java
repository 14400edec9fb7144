/**
 * Tables as people really have them, written before anybody looked at the rules: bank statements,
 * registers, logs and invoices of many countries. Each column knows its truth.
 */
package dev.assay.quality.unseen;
