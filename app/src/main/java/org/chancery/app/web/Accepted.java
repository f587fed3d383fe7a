package org.chancery.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.CsvTable;
import org.chancery.query.GeoJson;
import org.chancery.query.TableForm;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What a client accepts, in the types that the ledger has: what is like JSON means JSON, and no
 * parameter, such as another charset, gets into an answer.
 */
final class Accepted implements ContentNegotiationStrategy {
  /** Forms of answers that are JSON, and not the JSON of any other answer. */
  private static final Set<MediaType> OWN =
      Set.of(
          new MediaType("application", "cloudevents-batch+json"),
          new MediaType("application", "prov+json"),
          MediaType.parseMediaType(GeoJson.TYPE));

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Map<String, MediaType> FORMS =
      Map.of(
          "json",
          MediaType.APPLICATION_JSON,
          "csv",
          MediaType.parseMediaType(CsvTable.TYPE),
          GeoJson.CHOICE,
          MediaType.parseMediaType(GeoJson.TYPE));

  private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    MediaType asked = FORMS.get(form(request));
    return asked == null ? accepted(request) : List.of(asked);
  }

  /** Asked for in a parameter, for who cannot say what is accepted; lists of all have "as". */
  private static String form(NativeWebRequest request) {
    boolean answer =
        request.getNativeRequest() instanceof HttpServletRequest http
            && READS.contains(http.getMethod()) // of others a body would be read for parameters
            && http.getServletPath().startsWith("/api/");
    return !answer
        ? ""
        : Stream.of(TableForm.PARAMETER, "format")
            .map(request::getParameter)
            .filter(Objects::nonNull)
            .map(String::strip)
            .findFirst()
            .orElse("");
  }

  private List<MediaType> accepted(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    List<MediaType> accepted =
        header.resolveMediaTypes(request).stream()
            .filter(type -> type.getQualityValue() > 0)
            .flatMap(Accepted::meant)
            .distinct()
            .toList();
    return accepted.isEmpty() ? MEDIA_TYPE_ALL_LIST : accepted;
  }

  /** Whatever will do, JSON does first, so that no other choice is made by chance. */
  private static Stream<MediaType> meant(MediaType type) {
    if (type.isWildcardType()) {
      return Stream.of(MediaType.APPLICATION_JSON, MediaType.ALL);
    }
    MediaType plain = new MediaType(type.getType(), type.getSubtype());
    if (OWN.contains(plain)) {
      return Stream.of(plain, MediaType.APPLICATION_JSON);
    }
    boolean json = type.getType().equals("application") && isJson(type);
    return Stream.of(json ? MediaType.APPLICATION_JSON : plain);
  }

  private static boolean isJson(MediaType type) {
    return type.getSubtype().equals("*")
        || type.getSubtype().equals("json")
        || type.getSubtype().endsWith("+json");
  }
}
