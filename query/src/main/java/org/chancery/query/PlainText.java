package org.chancery.query;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are text and nothing else, whatever is accepted. */
public final class PlainText {
  public static final String TYPE = "text/plain;charset=UTF-8";
  public static final MediaType UTF_8 = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private PlainText() {}

  public static ResponseEntity<String> of(String text) {
    return ResponseEntity.ok().contentType(UTF_8).body(text);
  }
}
