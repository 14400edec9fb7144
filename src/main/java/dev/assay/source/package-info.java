/** Origins of rows and their readers; here, delimited text files. */
package dev.assay.source;
