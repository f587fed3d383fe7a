package org.chancery.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.chancery.journal.text.Sha256;
import org.chancery.query.VersionAdvice;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Tags each answer by its bytes, and sends none again to who has it (RFC 9110, 8.8.3 and 13.1.2).
 * What has a version of its own gets a strong tag that begins with it, for the If-Match of a
 * command; the rest a weak one, since Tomcat packs nothing that has a strong tag. Caches ask again
 * each time: an answer as of a fixed point, too, may come to lack less than it did.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
@ConditionalOnWebApplication
final class AnswerTags extends ShallowEtagHeaderFilter {
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final String FRESH =
      String.valueOf(CacheControl.noCache().cachePrivate().getHeaderValue());
  private static final String OTHERS = "/(actuator|tile|verify|room)(/.*)?";
  private static final int DIGITS = 12;

  /** Neither an export nor a stream of events is kept in memory. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.matches(OTHERS)
        || !READS.contains(request.getMethod())
        || path.matches(".*/(exports|stream)/?");
  }

  @Override
  protected boolean isEligibleForEtag(
      HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
    String kept = response.getHeader(HttpHeaders.CACHE_CONTROL);
    if (status != HttpServletResponse.SC_OK || response.isCommitted()) {
      return false;
    }
    if (kept == null) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, FRESH);
    } else if (kept.contains("no-store")) {
      return false;
    }
    String version = response.getHeader(VersionAdvice.HEADER);
    response.setHeader(HttpHeaders.ETAG, tag(version, digest(body)));
    return true;
  }

  private static String tag(@Nullable String version, String digest) {
    return version == null ? "W/\"%s\"".formatted(digest) : "\"%s-%s\"".formatted(version, digest);
  }

  private static String digest(InputStream body) {
    try {
      byte[] hash = Sha256.digest().digest(body.readAllBytes());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, DIGITS));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
