/** Advice by a language model: told what it may know, measured on all rows, never trusted. */
package dev.assay.advice.llm;
