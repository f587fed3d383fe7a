package org.chancery.intake.source;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A source is not of the kind that it was given as, so that nothing in it was read. */
public final class OtherKind extends FileSystemException {
  private static final long serialVersionUID = 1L;

  public OtherKind(Path source, String reason) {
    super(source.toString(), null, reason);
  }
}
