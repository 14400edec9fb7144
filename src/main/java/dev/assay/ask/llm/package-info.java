/**
 * Reads questions with a language model where rules are not sure; what it says is checked, never
 * trusted.
 */
package dev.assay.ask.llm;
