/** Suggests and checks gold recipes and plans their builds. */
package dev.assay.gold;
