package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Rows that are left out on purpose, such as subtotals or test accounts: counted apart, never lost.
 *
 * @param name in counts and reasons, such as {@code subtotals}
 * @param column a Silver column, else a source column
 * @param keep what the value of a row that stays meets; a missing value meets all but NOT NULL
 * @param asReceived whether the raw text is looked at instead of the Silver value
 * @param because one sentence: why they go
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFilter(
    String name, String column, Validation keep, Boolean asReceived, String because) {}
