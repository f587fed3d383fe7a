package org.chancery.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.chancery.app.security.AccessRole;
import org.chancery.app.security.Tokens;
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
  void aTokenThatWasNotWrittenBeforeTheProcessDiedIsMadeAnew() throws IOException {
    Files.createFile(data.resolve("recorder.token"));
    Tokens tokens = new Tokens(data);
    assertThat(token("recorder")).hasSizeGreaterThanOrEqualTo(43);
    assertThat(tokens.holder(token("recorder"))).contains("recorder");
  }

  @Test
  void eachFurtherFileMakesAPrincipal() throws IOException {
    Files.writeString(data.resolve("archivist.token"), "an archivist's secret\n");
    assertThat(new Tokens(data).holder("an archivist's secret")).contains("archivist");
  }

  @Test
  void aTokenIsItsBytesAndNoOthersPassForThem() throws IOException {
    Files.write(data.resolve("clerk.token"), "caf\u00e9".getBytes(UTF_8));
    Tokens tokens = new Tokens(data);

    assertThat(tokens.holder(new String("caf\u00e9".getBytes(UTF_8), ISO_8859_1)))
        .contains("clerk");
    assertThat(tokens.holder("caf\u00e9")).isEmpty();
    assertThat(tokens.holder("caf\uFFFD")).isEmpty();
  }

  @Test
  void aTokenFileThatIsNotUtf8IsNamed() throws IOException {
    Files.write(data.resolve("clerk.token"), new byte[] {(byte) 0xff});

    assertThatThrownBy(() -> new Tokens(data)).hasRootCauseMessage("not UTF-8 at byte 0");
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
    assertThat(Tokens.role("auditor")).isEqualTo(AccessRole.AUDITOR);
    assertThat(Tokens.role("auditor-general")).isEqualTo(AccessRole.AUDITOR);
    assertThat(Tokens.role("recorder")).isEqualTo(AccessRole.RECORDER);
  }
}
