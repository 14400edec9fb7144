/** Runs plans: status, ledger, logs, publication, recovery. */
package dev.assay.build;
