package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What must hold between the Silver values of one row, such as {@code shipped_at >= ordered_at} or
 * {@code total = price * quantity}; a row in which one of them is missing meets it.
 *
 * @param name in counts and reasons
 * @param condition Silver columns, numbers, {@code + - * /} and brackets on both sides of one
 *     comparison
 * @param tolerance how far the sides of an equation may be apart; 0 when not given
 * @param onViolation REJECT when not given
 * @see RowCondition what a condition means
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowRule(String name, String condition, Double tolerance, Severity onViolation) {}
