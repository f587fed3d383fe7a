package org.chancery.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.command.CommandReader;
import org.chancery.command.reference.Directory;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.Readings;
import org.chancery.intake.source.RejectedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsReaderTest {
  private static final String LINE =
      "{\"command\":\"RegisterOfficial\",\"official\":\"o\",\"name\":\"Jos\u00e9\","
          + "\"provenance\":{\"sources\":[{\"title\":\"a roll\"}]}}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aByteOrderMarkAtItsHeadMakesItNoFileOfAnotherKind(int lines) throws IOException {
    Path file = folder.resolve("marked.ndjson");
    Files.writeString(file, "\ufeff" + LINE.repeat(lines));
    List<ParsedRecord> read = new ArrayList<>();

    new CommandsReader(new CommandReader(new Directory())).read(file, read::add);

    assertThat(read).hasSize(lines).hasOnlyElementsOfType(Draft.class);
  }

  @Test
  void aLineThatIsNotUtf8IsRefusedAndTheNextIsRead() throws IOException {
    Path file = folder.resolve("latin.ndjson");
    Files.write(file, (LINE + LINE.replace("\u00e9", "e")).getBytes(ISO_8859_1));
    List<ParsedRecord> read = new ArrayList<>();

    new CommandsReader(new CommandReader(new Directory())).read(file, read::add);

    assertThat(read.getFirst())
        .isInstanceOfSatisfying(
            RejectedRecord.class, line -> assertThat(line.toString()).contains("not UTF-8"));
    assertThat(read.getLast()).isInstanceOf(Draft.class);
  }

  @Test
  void charactersOfACommandThatDoNotShowAreFlagged() throws IOException {
    String line =
        "{\"command\":\"RegisterOfficial\",\"official\":\"o\",\"name\":\"A\\u202E B\","
            + "\"provenance\":{\"sources\":[{\"title\":\"a\\u0007 roll\"}]}}\n";
    List<ParsedRecord> read = new ArrayList<>();
    new CommandsReader(new CommandReader(new Directory()))
        .read(Files.writeString(folder.resolve("c.ndjson"), line), read::add);
    assertThat(new Readings(read).facts().getFirst().flags())
        .containsExactly(
            "has characters in its name that do not show",
            "has characters in its title that do not show");
  }

  @Test
  void aFileWithoutAnyCommandIsOfAnotherKind() throws IOException {
    CommandsReader reader = new CommandsReader(new CommandReader(new Directory()));
    for (String text : List.of("", "id,country_id\ncuba-02,cuba", "no\n".repeat(101) + "{}")) {
      Path file = Files.writeString(folder.resolve("r.csv"), text);
      assertThatThrownBy(() -> reader.read(file, _ -> {})).isInstanceOf(OtherKind.class);
    }
  }
}
