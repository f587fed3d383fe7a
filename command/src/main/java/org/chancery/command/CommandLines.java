package org.chancery.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, none of them longer than the limit, however long it is. */
public final class CommandLines {
  public static final int LIMIT = 1_000_000;

  private final InputStream in;
  private long number;

  public CommandLines(InputStream in) {
    this.in = in;
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param bytes what it says, or null where it is longer than the limit
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  public record Line(long number, byte @Nullable [] bytes) {

    private boolean isBlank() {
      return bytes != null && isBlank(bytes);
    }

    private static boolean isBlank(byte[] bytes) {
      for (byte one : bytes) {
        if (one < 0 || one > ' ') {
          return false;
        }
      }
      return true;
    }
  }

  /** The stream ended within a line, or beyond it could not be read. */
  static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    private BrokenOff(long line, IOException cause) {
      super("broken off in line " + line, cause);
      this.line = line;
    }

    /** The line that was not read to its end, from 1. */
    long line() {
      return line;
    }
  }

  /** The next line that says something, or null at the end. */
  public @Nullable Line next() throws IOException {
    Line line = read();
    while (line != null && line.isBlank()) {
      line = read();
    }
    return line;
  }

  /** True where the next line would have to be waited for. */
  boolean mustWait() throws IOException {
    return in.available() == 0;
  }

  private @Nullable Line read() throws BrokenOff {
    try {
      return readOn();
    } catch (IOException cause) {
      throw new BrokenOff(number + 1, cause);
    }
  }

  private @Nullable Line readOn() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean tooLong = false;
    int next = in.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      tooLong |= text.size() >= LIMIT;
      if (!tooLong) {
        text.write(next);
      }
    }
    return new Line(++number, tooLong ? null : text.toByteArray());
  }
}
