package org.chancery.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A wire to a PostgreSQL on which what is sent can be kept back a while. */
final class HeldWire implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ServerSocket door;
  private final int port;
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  private HeldWire(int port) throws IOException {
    this.port = port;
    this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  static HeldWire to(PGSimpleDataSource source) throws IOException {
    return new HeldWire(source.getPortNumbers()[0]);
  }

  /** The same database, at the end of this wire. */
  DataSource around(PGSimpleDataSource source) {
    PGSimpleDataSource through = new PGSimpleDataSource();
    through.setUrl(source.getUrl());
    through.setUser(source.getUser());
    through.setPassword(source.getPassword());
    through.setServerNames(new String[] {door.getInetAddress().getHostAddress()});
    through.setPortNumbers(new int[] {door.getLocalPort()});
    return through;
  }

  /** From now on nothing arrives; until the one who held it lets it go. */
  void hold() {
    gate.writeLock().lock();
  }

  /** What was kept back arrives. */
  void release() {
    gate.writeLock().unlock();
  }

  private void serve() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.ofVirtual().start(() -> carry(client, server, true));
        Thread.ofVirtual().start(() -> carry(server, client, false));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void carry(Socket from, Socket to, boolean held) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[BUFFER];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (held) {
          pass();
        }
        out.write(bytes, 0, read);
      }
    } catch (IOException ended) {
      return;
    }
  }

  private void pass() {
    gate.readLock().lock();
    try {
      Thread.onSpinWait(); // whoever holds the gate shut is waited for, and nothing else is done
    } finally {
      gate.readLock().unlock();
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
