package org.chancery.journal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c3", // cut off
        "80", // begins nothing
        "c328", // followed by what does not belong
        "c0af", // overlong "/"
        "e080af",
        "eda080", // half of a surrogate pair
        "f4908080", // beyond U+10FFFF
        "ff",
        "e9" // Latin-1
      })
  void whatIsNotWellFormedIsRefusedByEveryReader(String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex("6161" + hex);
    Path file = Files.write(folder.resolve("f"), bytes);

    assertThatThrownBy(() -> Utf8.decode(bytes)).hasMessage("not UTF-8 at byte 2");
    assertThatThrownBy(() -> Utf8.read(file)).hasMessage(file + ": not UTF-8 at byte 2");
    assertThatThrownBy(() -> Utf8.reader(new ByteArrayInputStream(bytes)).readLine())
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void whatIsWellFormedIsReadAsItIs() {
    String text = "Türkiye, Bogotá, 北京, \uD83C\uDDE9\uD83C\uDDEA, \uFFFD";
    assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }
}
