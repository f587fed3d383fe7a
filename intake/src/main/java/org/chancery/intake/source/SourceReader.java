package org.chancery.intake.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads one outside source. */
public interface SourceReader {

  /**
   * Reads the source in a fixed order and hands on each reading as soon as it is made. What a
   * command names is registered by a draft before it.
   *
   * @throws IOException where there is no such source at all, or far too much of it; anything less
   *     is {@link RejectedRecord}
   */
  void read(Path source, Consumer<ParsedRecord> into) throws IOException;
}
