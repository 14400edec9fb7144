/** A question becomes a typed query, finds its layer and becomes an answer. */
package dev.assay.ask;
