/** Files as they lie on the disk, plain or packed, alone or with others in an archive. */
package dev.assay.source.packed;
