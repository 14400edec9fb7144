package dev.assay.source.packed;

/**
 * How far a packed file may expand.
 *
 * @param ratio how many bytes may come out of one, once {@code free} bytes are out
 * @param free bytes for which the ratio is not looked at: short tables may repeat themselves
 * @param total bytes that may come out of one file
 * @param copy bytes that a temporary copy may have
 */
public record UnpackingLimits(long ratio, long free, long total, long copy) {
  /** 200 to 1 after 64 MiB, 1 TiB in all, copies of 8 GiB. */
  public static final UnpackingLimits USUAL =
      new UnpackingLimits(200, 64L << 20, 1L << 40, 8L << 30);
}
