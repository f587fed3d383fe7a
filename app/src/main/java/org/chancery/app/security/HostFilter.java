package org.chancery.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.web.HttpProblems;
import org.chancery.shared.Problem;
import org.chancery.shared.RequestCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers to the names of this machine, and to those that are set. Reads are open on loopback, and
 * a page of another site could otherwise read them by pointing its own name here (DNS rebinding).
 * Ports are not compared: they are mapped and forwarded. No browser leaves the host out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication
final class HostFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(HostFilter.class);
  private static final String LOOPBACK = "localhost";

  private final Set<String> names = new TreeSet<>(Set.of(LOOPBACK));
  private final boolean unreachable;

  HostFilter(LedgerProperties properties, @Value("${server.address}") String bound) {
    names.add(plain(bound));
    properties.hosts().forEach(name -> names.add(plain(name)));
    unreachable = isWildcard(bound) && properties.hosts().isEmpty();
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    if (unreachable) {
      log.warn(
          "listening everywhere, and answering by the names of this machine alone: set"
              + " chancery.hosts to those by which it is reached");
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean named = request.getHeader("Host") != null;
    if (!named || isOurs(plain(request.getServerName()))) {
      chain.doFilter(request, response);
    } else {
      String detail = "this ledger does not answer by the name of that host: set chancery.hosts";
      HttpProblems.write(request, response, Problem.of(RequestCode.WRONG_HOST, detail));
    }
  }

  private boolean isOurs(String host) {
    return names.contains(host) || isLoopback(host);
  }

  /** Without brackets, and without the dot that ends a full name. */
  private static String plain(String host) {
    String lower = host.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("[")
        ? lower.substring(1).replaceFirst("].*$", "")
        : lower.replaceFirst("\\.$", "");
  }

  /** Looks up no name. Java reads "2130706433" as an address, too. */
  private static boolean isLoopback(String host) {
    try {
      boolean plain = host.contains(":") || host.matches("\\d+(\\.\\d+){3}");
      return plain && InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  private static boolean isWildcard(String bound) {
    try {
      return InetAddress.ofLiteral(plain(bound)).isAnyLocalAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }
}
