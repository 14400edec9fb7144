/**
 * Clean tables made dirty in the ways that files in the wild are, each with the truth beside it,
 * and a score of what landing recovers. The truth is what a person who knows tables would recover;
 * where a pollution destroys something, the pollution says what that is.
 */
package dev.assay.pollution;
