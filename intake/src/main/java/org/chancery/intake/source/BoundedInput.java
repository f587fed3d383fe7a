package org.chancery.intake.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.journal.text.Utf8;

/** A file of at most 64 MiB; what comes after is not read. */
final class BoundedInput extends FilterInputStream {
  private static final long LIMIT = 64L << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private long left = LIMIT;

  private BoundedInput(InputStream in) {
    super(in);
  }

  /** Opens the file as UTF-8. Other bytes are an error, never replaced. */
  static Reader open(Path file) throws IOException {
    InputStream in = new BoundedInput(Files.newInputStream(file));
    Reader text = Utf8.reader(in);
    try {
      skipByteOrderMark(text);
      return text;
    } catch (IOException broken) {
      text.close();
      throw broken;
    }
  }

  private static void skipByteOrderMark(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read < 0 ? read : counted(1);
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    return counted(super.read(into, start, length));
  }

  private int counted(int read) throws IOException {
    left -= Math.max(read, 0);
    if (left < 0) {
      throw new IOException("the file is larger than 64 MiB");
    }
    return read;
  }
}
