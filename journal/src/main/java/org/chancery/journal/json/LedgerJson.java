package org.chancery.journal.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one way in which the ledger writes and reads JSON. */
public final class LedgerJson {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_TEXT = 1_000_000;
  private static final int MAX_NUMBER = 30;

  private LedgerJson() {}

  /** A mapper that knows the shared types and takes nothing that it does not know. */
  public static JsonMapper mapper() {
    return builder().build();
  }

  /** The same, to be adapted further. */
  public static JsonMapper.Builder builder() {
    JsonMapper.Builder builder =
        JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION) // it is UTF-8 (RFC 8259)
                .build());
    return configure(builder);
  }

  /** True of a type that is written as one text or list, never as an object of its parts. */
  public static boolean isOneValue(Class<?> type) {
    return SharedTypes.isOneValue(type);
  }

  /** Teaches a mapper under construction the shared types. */
  public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
    return builder
        .annotationIntrospector(new SharedTypes())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
  }
}
