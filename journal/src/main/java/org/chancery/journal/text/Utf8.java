package org.chancery.journal.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one way in which bytes from outside become text. What is not well-formed UTF-8 (RFC 3629: no
 * overlong forms, no surrogates, nothing beyond U+10FFFF) is refused: a ledger that puts U+FFFD in
 * its place records what nobody said.
 */
public final class Utf8 {
  private Utf8() {}

  /** Bytes that are not UTF-8. */
  public static final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String what;

    private Malformed(String what) {
      super(what);
      this.what = what;
    }

    @Override
    public String getMessage() {
      return what;
    }
  }

  /** The text, or {@link Malformed} with the place of the first byte that does not belong. */
  public static String decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException malformed) {
      throw new Malformed("not UTF-8 at byte %d".formatted(in.position()));
    }
  }

  /** The text of a small file; the failure names the file. */
  public static String read(Path file) throws IOException {
    try {
      return decode(Files.readAllBytes(file));
    } catch (Malformed malformed) {
      throw new IOException("%s: %s".formatted(file, malformed.getMessage()), malformed);
    }
  }

  /** Reads on from a stream; fails as {@link MalformedInputException} where it is not UTF-8. */
  public static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
  }

  /** Takes an HTTP answer as text; the exchange fails as an {@link IOException} otherwise. */
  public static BodyHandler<String> body() {
    return _ -> text();
  }

  private static BodySubscriber<String> text() {
    return BodySubscribers.mapping(BodySubscribers.ofByteArray(), Utf8::decode);
  }
}
