package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.seal.merkle.Hash;
import org.chancery.shared.Subject;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The format that docs/PROOFS.md tells; proofs given out rest on it, so it never changes. */
class LeafTest {
  private static final String CONTENT =
      "{\"authority\":\"U.S. \\\"State\\\"\",\"causation\":\"cause\",\"commandId\":\"key\","
          + "\"correlation\":\"whole\",\"digest\":\"0f\",\"payload\":\"{\\\"on\\\":\\\"2017\\\"}\","
          + "\"sources\":\"[]\"}";

  private static final Salt SALT =
      Salt.at(HexFormat.of().parseHex("0123456789abcdef".repeat(4)), 0);

  private static Entry entry(String authority, String recordedAt) {
    return new Entry(
        42,
        "0d3c0b1e-0000-4000-8000-000000000000",
        new Subject("meetings", "bonn-2017-us-ru"),
        3,
        "meeting.held",
        1,
        Instant.parse(recordedAt),
        0,
        new Attribution(
            "key", "RecordMeetingHeld", "0f", "recorder", authority, null, "[]", "whole", "cause"),
        "{\"on\":\"2017\"}");
  }

  private static final Entry ENTRY = entry("U.S. \"State\"", "2026-01-02T03:04:05.0006Z");

  @Test
  void theContentIsTheSaltAndACanonicalText() throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(SALT.bytes());

    assertThat(Content.text(ENTRY)).asString(StandardCharsets.UTF_8).isEqualTo(CONTENT);
    assertThat(Content.hash(ENTRY, SALT))
        .isEqualTo(Hash.of(sha256.digest(CONTENT.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void theLeafIsACanonicalText() throws Exception {
    Hash content = Content.hash(ENTRY, SALT);
    String leaf =
        "{\"command\":\"RecordMeetingHeld\",\"content\":\""
            + content
            + "\",\"id\":\"0d3c0b1e-0000-4000-8000-000000000000\",\"leaf\":1,"
            + "\"name\":\"meeting.held\",\"ordinal\":0,\"position\":42,"
            + "\"recordedAt\":\"2026-01-02T03:04:05.000600Z\",\"recordedBy\":\"recorder\","
            + "\"revision\":1,\"subject\":\"meetings/bonn-2017-us-ru\",\"version\":3}";
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) 0);

    assertThat(Leaf.text(ENTRY, content)).asString(StandardCharsets.UTF_8).isEqualTo(leaf);
    assertThat(Leaf.hash(ENTRY, content))
        .isEqualTo(Hash.of(sha256.digest(leaf.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aWholeSecondIsWrittenWithSixDigits() {
    assertThat(Leaf.text(entry("a", "2026-01-02T03:04:05Z"), Content.hash(ENTRY, SALT)))
        .asString(StandardCharsets.UTF_8)
        .contains("\"2026-01-02T03:04:05.000000Z\"");
  }

  /** Another writer of JSON reads it, and RFC 8785's rules for escapes hold. */
  @Property
  void anyTextIsReadBackByOthers(@ForAll String text) {
    String storable =
        text.codePoints()
            .filter(Character::isDefined)
            .filter(LeafTest::isWhole)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    byte[] json = new CanonicalJson().put("a", storable).put("b", 1).bytes();

    var read = JsonMapper.shared().readTree(json);
    assertThat(read.path("a").asString()).isEqualTo(storable);
    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("\\/", "\\u007f");
  }

  private static boolean isWhole(int character) {
    return character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE;
  }

  @Test
  void controlCharactersAreEscapedAsRfc8785Says() {
    assertThat(new CanonicalJson().put("a", "\b\t\n\f\r\u0001\u001f\"\\/\u007fé").bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"a\":\"\\b\\t\\n\\f\\r\\u0001\\u001f\\\"\\\\/\u007fé\"}");
  }
}
