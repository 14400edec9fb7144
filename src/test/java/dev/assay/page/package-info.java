/** The page as people see it: a real Chromium before the real server. */
package dev.assay.page;
