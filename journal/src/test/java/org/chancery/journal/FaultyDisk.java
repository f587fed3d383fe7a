package org.chancery.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk under H2, found at {@code faulty:}, that fails, fills up or hangs as it is told. */
public final class FaultyDisk extends FilePathWrapper {
  public static final AtomicInteger SYNCS = new AtomicInteger();
  public static final Semaphore WRITING = new Semaphore(1);
  public static final Semaphore SYNCING = new Semaphore(1);
  public static volatile boolean syncFails;
  public static volatile boolean full;

  public static void register() {
    FilePath.register(new FaultyDisk());
    syncFails = false;
    full = false;
    SYNCS.set(0);
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(super.open(mode));
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel base;

    Channel(FileChannel base) {
      this.base = base;
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return base.read(into, position);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // readers do not wait for a write
    public int write(ByteBuffer from, long position) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      WRITING.acquireUninterruptibly();
      try {
        return base.write(from, position);
      } finally {
        WRITING.release();
      }
    }

    @Override
    public void force(boolean metaData) throws IOException {
      SYNCING.acquireUninterruptibly();
      try {
        SYNCS.incrementAndGet();
        if (syncFails) {
          throw new IOException("Input/output error");
        }
        base.force(metaData);
      } finally {
        SYNCING.release();
      }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      base.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }
  }
}
