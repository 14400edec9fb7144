/** The one gate to a language model: every request is recorded before it leaves. */
package dev.assay.llm;
