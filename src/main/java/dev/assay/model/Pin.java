package dev.assay.model;

/**
 * Where a kept question stands on the dashboard.
 *
 * @param position from 0; null in a wish: where it is, or last where it is pinned anew
 * @param wide whether it takes two columns; null in a wish: as it is, or not
 */
public record Pin(Integer position, Boolean wide) {}
