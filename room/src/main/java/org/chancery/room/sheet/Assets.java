package org.chancery.room.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.journal.text.Sha256;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Style sheets, scripts and pictures. Each is asked for by its content, so a browser keeps it until
 * another takes its place.
 */
@RestController
@Hidden
public final class Assets {
  private static final String FOLDER = "/room/";
  private static final String NAME = "{name:[a-z0-9-]+\\.(?:css|js|svg)}";
  private static final int DIGITS = 12;
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
          "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
          "svg", MediaType.parseMediaType("image/svg+xml;charset=UTF-8"));
  private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

  private record Asset(String content, String digest) {}

  /** The address under which it is kept for good. */
  public static String address(String name) {
    return FOLDER + name + "?v=" + asset(name).digest();
  }

  @GetMapping(FOLDER + NAME)
  ResponseEntity<String> one(
      @PathVariable String name, @RequestParam(required = false) @Nullable String v) {
    if (Assets.class.getResource(FOLDER + name) == null) {
      throw new ProblemException(Problem.of(RequestCode.NOT_FOUND, "there is no such file"));
    }
    Asset asset = asset(name);
    CacheControl kept =
        asset.digest().equals(v)
            ? CacheControl.maxAge(Duration.ofDays(365)).immutable()
            : CacheControl.noCache();
    MediaType type = TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), MediaType.ALL);
    return ResponseEntity.ok().cacheControl(kept).contentType(type).body(asset.content());
  }

  private static Asset asset(String name) {
    return KNOWN.computeIfAbsent(name, Assets::read);
  }

  private static Asset read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + name);
      }
      byte[] content = in.readAllBytes();
      String digest =
          Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.digest().digest(content));
      return new Asset(new String(content, UTF_8), digest.substring(0, DIGITS));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
