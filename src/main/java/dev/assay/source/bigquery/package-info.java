/** Reads BigQuery: its tables through the Storage Read API or, failing that, through REST. */
package dev.assay.source.bigquery;
