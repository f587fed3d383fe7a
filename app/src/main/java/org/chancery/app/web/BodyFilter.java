package org.chancery.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.app.config.LedgerProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Waits for a body no longer than a time in all, and a second more for each kilobyte that came. The
 * time in which the ledger itself is busy with what came is not counted. Stands before all that
 * reads one, forms to sign in with among them.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 2)
@ConditionalOnWebApplication
final class BodyFilter extends OncePerRequestFilter {
  private static final long BYTES_A_SECOND = 1_000;

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

  private final Duration patience;

  BodyFilter(LedgerProperties properties) {
    this.patience = properties.bodyWait();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isUtf8(request)) {
      chain.doFilter(new Limited(request, patience), response);
    } else {
      String detail = "a body is UTF-8, whatever else its type says";
      HttpProblems.write(
          request, response, HttpProblems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail));
    }
  }

  private static boolean isUtf8(HttpServletRequest request) {
    Matcher charset = CHARSET.matcher(String.valueOf(request.getContentType()));
    return !charset.find() || charset.group(1).equalsIgnoreCase("UTF-8");
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final Duration patience;
    private @Nullable ServletInputStream body;

    Limited(HttpServletRequest request, Duration patience) {
      super(request);
      this.patience = patience;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      ServletInputStream kept = body;
      if (kept == null) {
        kept = new Body(super.getInputStream(), patience.toNanos());
        body = kept;
      }
      return kept;
    }
  }

  private static final class Body extends ServletInputStream {
    private final ServletInputStream in;
    private final long patience;
    private long waited;
    private long came;

    Body(ServletInputStream in, long patience) {
      this.in = in;
      this.patience = patience;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      long begun = System.nanoTime();
      int read = in.read(bytes, offset, length);
      waited += System.nanoTime() - begun;
      came += Math.max(0, read);
      if (read >= 0 && waited > patience + Duration.ofSeconds(came / BYTES_A_SECOND).toNanos()) {
        throw new SocketTimeoutException("the body comes too slowly");
      }
      return read;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
