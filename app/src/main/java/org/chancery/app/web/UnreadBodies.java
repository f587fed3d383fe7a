package org.chancery.app.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Waits only a moment for what is left of a body that nobody reads: Tomcat would go on reading for
 * as long as something comes. Not to wait at all would lose the answer to whoever is still sending.
 */
final class UnreadBodies extends ValveBase {
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final Duration GLANCE = Duration.ofMillis(10);
  private static final int MOST = 2 * 1024 * 1024;

  UnreadBodies() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    org.apache.coyote.Request body = request.getCoyoteRequest();
    if (!request.isAsync() && !response.isErrorReportRequired() && isUnread(body)) {
      response.finishResponse();
      passOver(body);
      if (isUnread(body)) {
        body.action(ActionCode.DISABLE_SWALLOW_INPUT, null); // and so the connection is closed
      }
    }
  }

  private static boolean isUnread(org.apache.coyote.Request body) {
    AtomicBoolean read = new AtomicBoolean();
    body.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
    return !read.get();
  }

  private static void passOver(org.apache.coyote.Request body) throws IOException {
    Bytes bytes = new Bytes();
    long end = System.nanoTime() + MOMENT.toNanos();
    int passed = 0;
    try {
      while (isUnread(body) && passed < MOST && System.nanoTime() < end) {
        body.action(ActionCode.AVAILABLE, true);
        if (body.getAvailable() > 0) {
          passed += Math.max(0, body.doRead(bytes));
        } else {
          Thread.sleep(GLANCE);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** What nobody looks at. */
  private static final class Bytes implements ApplicationBufferHandler {
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer read) {
      buffer = read;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {}
  }
}
