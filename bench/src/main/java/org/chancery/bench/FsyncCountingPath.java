package org.chancery.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2's door to its files, with a count of how often each is forced to the disk. H2 makes them. */
public final class FsyncCountingPath extends FilePathWrapper {
  static final String SCHEME = "counted";
  private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

  static void register() {
    FilePath.register(new FsyncCountingPath());
  }

  /** How often files whose names contain the text were forced. */
  static long count(String name) {
    return COUNTS.entrySet().stream()
        .filter(count -> count.getKey().contains(name))
        .mapToLong(count -> count.getValue().sum())
        .sum();
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    LongAdder count = COUNTS.computeIfAbsent(toString(), name -> new LongAdder());
    return new Counting(super.open(mode), count);
  }

  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the file knows how to be shared
  private static final class Counting extends FileBase {
    private final FileChannel file;
    private final LongAdder count;

    Counting(FileChannel file, LongAdder count) {
      this.file = file;
      this.count = count;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      count.increment();
      file.force(metaData);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return file.read(into);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return file.read(into, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      return file.write(from);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      return file.write(from, position);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
