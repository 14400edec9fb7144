/** REST: parse, call the workspace, print. */
package dev.assay.web;
