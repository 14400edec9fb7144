/** Reads Parquet files, apart from the warehouse. */
package dev.assay.source.parquet;
