package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  @TempDir Path data = Path.of("");

  private String token(String principal) throws IOException {
    return Files.readString(data.resolve(principal + ".token")).strip();
  }

  @Test
  void theFirstStartMakesTokensThatTheOwnerAloneReads() throws IOException {
    Tokens tokens = new Tokens(data);
    for (String principal : new String[] {"recorder", "auditor"}) {
      Path file = data.resolve(principal + ".token");
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(token(principal)).hasSizeGreaterThanOrEqualTo(43);
      assertThat(tokens.holder(token(principal))).contains(principal);
    }
    assertThat(token("recorder")).isNotEqualTo(token("auditor"));
  }

  @Test
  void theSecondStartKeepsThem() throws IOException {
    new Tokens(data);
    String before = token("recorder");
    assertThat(new Tokens(data).holder(before)).contains("recorder");
    assertThat(token("recorder")).isEqualTo(before);
  }

  @Test
  void eachFurtherFileMakesAPrincipal() throws IOException {
    Files.writeString(data.resolve("archivist.token"), "an archivist's secret\n");
    assertThat(new Tokens(data).holder("an archivist's secret")).contains("archivist");
  }

  @Test
  void anEmptyFileLetsNobodyIn() throws IOException {
    Files.writeString(data.resolve("nobody.token"), "\n");
    assertThat(new Tokens(data).holder("")).isEmpty();
  }

  @Test
  void whatNobodyHoldsIsNobodys() {
    assertThat(new Tokens(data).holder("guess")).isEmpty();
  }

  @Test
  void auditorsDoNotRecord() {
    assertThat(Tokens.mayRecord("auditor")).isFalse();
    assertThat(Tokens.mayRecord("auditor-general")).isFalse();
    assertThat(Tokens.mayRecord("recorder")).isTrue();
  }
}
