/**
 * Where rows come from: files of every kind and databases, each kind in a package of its own. This
 * one holds what they share.
 */
package dev.assay.source;
