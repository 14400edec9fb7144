package dev.assay.workspace;

import java.nio.file.Path;

/** A file that has arrived in the workspace's {@code uploads/}, and what its sender called it. */
public record Upload(Path stored, String fileName) {}
