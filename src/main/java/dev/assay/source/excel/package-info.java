/** Workbooks of Excel, {@code .xlsx}, {@code .xlsm} and {@code .xls}: a table per sheet. */
package dev.assay.source.excel;
