package dev.assay.ask;

import java.time.LocalDate;

/**
 * A span of days that a question names.
 *
 * @param from first day, or null for open
 * @param to the day after the last, or null for open
 * @param at first word in the question
 * @param words how many words
 */
record Period(LocalDate from, LocalDate to, int at, int words) {}
