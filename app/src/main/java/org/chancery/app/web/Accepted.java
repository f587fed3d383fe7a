package org.chancery.app.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
          new MediaType("application", "prov+json"));

  private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request)
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
