/** The command line: parse, call the workspace, print. */
package dev.assay.cli;
