package dev.assay.workspace;

/**
 * How to sync this once.
 *
 * @param verify compare the content of an origin that seems unchanged
 * @param accept say yes to what the last sync waited for
 * @param full read everything, though the source has a cursor
 */
public record SyncWishes(boolean verify, boolean accept, boolean full) {
  public static final SyncWishes NONE = new SyncWishes(false, false, false);
}
