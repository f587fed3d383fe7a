package org.chancery.journal;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An H2 database in a file, which can be opened again, or begun anew, under those who use it.
 *
 * <p>After a write that failed H2 closes a database by itself, and the next connection opens what
 * the file then holds, which may be less than was committed. Nobody is given such a connection
 * before {@link #reopen}: who keeps in mind what was committed would write on beyond a gap.
 */
public final class EmbeddedDatabase extends AbstractDataSource implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String SUFFIX = ".mv.db";
  private static final String SET_ASIDE = ".damaged-";
  private static final String PROBE = ".probe";
  private static final int KEPT = 2;
  private static final int BLOCK = 1 << 20;
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
  private static final long STEP = Duration.ofMillis(2).toNanos();

  private final String file;
  private final DataSource direct;
  private final UnaryOperator<DataSource> pools;
  private final ReadWriteLock gate = new ReentrantReadWriteLock();
  private volatile @Nullable Opened opened;
  private volatile @Nullable Throwable suspicion;
  private long room = Long.MAX_VALUE;

  /**
   * Kept with their anchors: the last connection to be closed, or collected, would strike the name
   * of the database from H2's list, by which the one that was opened since is found.
   */
  private final List<Opened> forsaken = new ArrayList<>();

  /**
   * A database that is open.
   *
   * @param anchor keeps it open, and is never used
   * @param database H2's own, by which it is told from what is opened later
   * @param unnamed true once H2 does not find it by its name: whoever still uses a session of an
   *     earlier one, which is closed, strikes the name that both have from H2's list
   */
  private record Opened(
      DataSource pool, Connection anchor, org.h2.engine.Database database, AtomicBoolean unnamed) {

    boolean isOpen() {
      return !unnamed.get()
          && !database.isClosing()
          && !database.getStore().getMvStore().isClosed();
    }
  }

  private EmbeddedDatabase(DriverManagerDataSource direct, UnaryOperator<DataSource> pools) {
    this.file = requireUrl(direct).replaceFirst("^jdbc:h2:", "").replaceFirst(";.*$", "");
    this.direct = direct;
    this.pools = pools;
  }

  /** True where the address is that of a database in a file that H2 opens in this process. */
  public static boolean isAt(String url) {
    return url.startsWith("jdbc:h2:") && !url.matches("jdbc:h2:(mem|tcp|ssl|zip):.*");
  }

  /**
   * Opens a database, making it where there is none. When it is closed, it gives back its space.
   *
   * @param direct opens a connection each time, at an address as of {@link #isAt}
   * @param pools makes a pool over a source of connections, each time that it is opened
   */
  public static EmbeddedDatabase open(
      DriverManagerDataSource direct, UnaryOperator<DataSource> pools) throws SQLException {
    EmbeddedDatabase database = new EmbeddedDatabase(direct, pools);
    database.open();
    database.room = FileSpace.size(database);
    return database;
  }

  /** The same, for what is not kept for long; where the file is damaged, it is set aside. */
  public static EmbeddedDatabase openOrBegin(
      DriverManagerDataSource direct, UnaryOperator<DataSource> pools) throws SQLException {
    EmbeddedDatabase database = new EmbeddedDatabase(direct, pools);
    try {
      database.open();
    } catch (SQLException | RuntimeException failure) {
      if (Ailment.of(failure) != Ailment.DAMAGED) {
        throw failure;
      }
      database.setAside(failure);
    }
    return database;
  }

  private static String requireUrl(DriverManagerDataSource direct) {
    return Objects.requireNonNull(direct.getUrl(), "an address");
  }

  private void open() throws SQLException {
    Connection anchor = direct.getConnection();
    try {
      org.h2.engine.Database database = databaseOf(anchor);
      opened = new Opened(pools.apply(new Gate()), anchor, database, new AtomicBoolean());
    } catch (SQLException | RuntimeException failure) {
      release(anchor);
      throw failure;
    }
  }

  /** Connections for the pool: to what is open, and never opening it anew. */
  private final class Gate extends AbstractDataSource {

    @Override
    public Connection getConnection() throws SQLException {
      gate.readLock().lock();
      try {
        Opened now = stillOpen();
        Connection connection = connect(now);
        if (databaseOf(connection) == now.database()) {
          return connection;
        }
        connection.close();
        throw lost();
      } finally {
        gate.readLock().unlock();
      }
    }

    private Connection connect(Opened now) throws SQLException {
      try {
        return direct.getConnection();
      } catch (SQLException failure) {
        if (failure.getErrorCode() == DATABASE_ALREADY_OPEN_1) {
          now.unnamed().set(true);
        }
        throw failure;
      }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }

  private Opened stillOpen() throws SQLException {
    Opened now = opened;
    if (now == null || !now.isOpen()) {
      throw lost();
    }
    return now;
  }

  private static org.h2.engine.Database databaseOf(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    if (session == null) {
      throw lost();
    }
    return session.getDatabase();
  }

  private static SQLException lost() {
    return new SQLException("the database has closed itself, and is to be opened again", "08006");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return stillOpen().pool().getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  /** True where the database has closed itself, or was never opened again. */
  public boolean isLost() {
    Opened now = opened;
    return now == null || !now.isOpen();
  }

  /**
   * What somebody met who read, and that is the file's fault; null once it has been opened anew.
   */
  public @Nullable Throwable suspicion() {
    return suspicion;
  }

  /** Notes a failure; true where it is the file's fault, and not of what was asked. */
  public boolean suspects(Throwable failure) {
    if (Ailment.of(failure) == Ailment.NONE) {
      return false;
    }
    suspicion = failure;
    return true;
  }

  /**
   * Opens the database again, with what its file holds. What the system may falsely take for
   * written, since it has reported once that it could not write it, is written again before.
   */
  public synchronized void reopen() throws SQLException {
    try {
      probe(FilePath.get(file + PROBE));
      forsake();
      writeAgain(FilePath.get(file + SUFFIX));
    } catch (IOException unwritten) {
      throw new SQLException(unwritten.getMessage(), "58030", unwritten);
    }
    open();
    suspicion = null;
  }

  /** While the disk does not take or confirm anything, what is still open is left to readers. */
  private static void probe(FilePath path) throws IOException {
    try (FileChannel channel = path.open("rw")) {
      writeFully(channel, ByteBuffer.allocate(BLOCK), 0);
      channel.force(true);
    } finally {
      path.delete();
    }
  }

  /** After a sync that failed, Linux keeps pages as if they were written; those are read here. */
  private static void writeAgain(FilePath path) throws IOException {
    if (!path.exists()) {
      return;
    }
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    try (FileChannel channel = path.open("rw")) {
      long at = 0;
      for (int read = channel.read(block, at); read > 0; read = channel.read(block, at)) {
        writeFully(channel, block.flip(), at);
        block.clear();
        at += read;
      }
      channel.force(true);
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer block, long at)
      throws IOException {
    while (block.hasRemaining()) {
      channel.write(block, at + block.position());
    }
  }

  /** Renames the file, of which the last few are kept, and opens an empty one in its place. */
  public synchronized void setAside(Throwable why) throws SQLException {
    forsake();
    FilePath path = FilePath.get(file + SUFFIX);
    if (path.exists()) {
      String stamp = Instant.now().truncatedTo(MILLIS).toString().replaceAll("[-:]", "");
      FilePath aside = FilePath.get(file + SET_ASIDE + stamp + SUFFIX);
      path.moveTo(aside, true);
      log.error(
          "{} IS DAMAGED ({}). It is kept as {}, and what it held is made anew.",
          path.getName(),
          why.toString(),
          aside.getName(),
          why);
      deleteAllButTheLast(path.getParent());
    }
    open();
    suspicion = null;
  }

  private void deleteAllButTheLast(FilePath folder) {
    String begin = FilePath.get(file).getName() + SET_ASIDE;
    List<FilePath> aside =
        folder.newDirectoryStream().stream()
            .filter(path -> path.getName().startsWith(begin))
            .sorted((one, other) -> other.getName().compareTo(one.getName()))
            .toList();
    aside.stream().skip(KEPT).forEach(FilePath::delete);
  }

  /** Without writing anything: what is in memory may be what cannot be written. */
  private void forsake() {
    Opened last = shut();
    if (last != null) {
      close(last.pool());
    }
  }

  /** Whoever opens connections for the pool finds it shut, and does not open the file again. */
  private @Nullable Opened shut() {
    gate.writeLock().lock();
    try {
      Opened last = withhold();
      if (last != null) {
        forsaken.add(last);
        last.database().shutdownImmediately();
      }
      return last;
    } finally {
      gate.writeLock().unlock();
    }
  }

  private static void close(DataSource pool) {
    if (pool instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception broken) {
        log.debug("a pool of connections was broken", broken);
      }
    }
  }

  /** Closes the database in good order: its users first, so that none of them is cut off. */
  @Override
  public synchronized void close() {
    Opened last = withhold();
    if (last != null) {
      close(last.pool());
      awaitLastOf(last.database());
      giveBack(last.anchor());
      release(last.anchor());
    }
  }

  private @Nullable Opened withhold() {
    gate.writeLock().lock();
    try {
      Opened last = opened;
      opened = null;
      return last;
    } finally {
      gate.writeLock().unlock();
    }
  }

  /** A pool that is closed may still be setting up a connection that it was just making. */
  private static void awaitLastOf(org.h2.engine.Database database) {
    long end = System.nanoTime() + PATIENCE;
    while (database.getSessions(false).length > 1 && System.nanoTime() < end) {
      LockSupport.parkNanos(STEP);
    }
  }

  private void giveBack(Connection anchor) {
    try {
      if (room < Long.MAX_VALUE) {
        FileSpace.giveBack(anchor, room);
      }
    } catch (SQLException left) {
      log.warn("{} keeps its gaps", file, left);
    }
  }

  private static void release(Connection anchor) {
    try {
      anchor.close();
    } catch (SQLException broken) {
      log.debug("a connection was broken", broken);
    }
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    Opened now = opened;
    return super.isWrapperFor(type) || (now != null && now.pool().isWrapperFor(type));
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    Opened now = opened;
    return type.isInstance(this) || now == null ? super.unwrap(type) : now.pool().unwrap(type);
  }
}
