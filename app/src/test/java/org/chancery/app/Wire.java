package org.chancery.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;

/** A bare connection, to say what no well-behaved client would. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final BufferedReader in;

  Wire(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  Wire write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** Sends nothing more, and still listens. */
  Wire end() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  Wire writeChunk(String text) throws IOException {
    return write(Integer.toHexString(text.getBytes(ISO_8859_1).length) + "\r\n" + text + "\r\n");
  }

  /** The next line, or an empty one where the server has closed. */
  String line() throws IOException {
    String line = in.readLine();
    return line == null ? "" : line;
  }

  /** The head of an answer, up to the empty line. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  /** All that follows, to the end of the connection. */
  String rest() throws IOException {
    StringWriter rest = new StringWriter();
    in.transferTo(rest);
    return rest.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
