package org.chancery.query.search;

import java.nio.file.Path;

/** Where the index is kept. Whoever names no such folder has it in memory. */
public record SearchFolder(Path path) {}
