/** Questions over single tables whose answers people wrote down. */
package dev.assay.quality.tables;
