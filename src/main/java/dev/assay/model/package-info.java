/** The vocabulary that every other package speaks; depends on none of them. */
package dev.assay.model;
