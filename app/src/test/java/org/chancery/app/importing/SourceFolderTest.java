package org.chancery.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.app.config.UsageException;
import org.chancery.app.importing.SourceFolder.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {
  @TempDir private Path folder;

  @Test
  void eachPartComesAfterThoseThatItRestsOnAndAnOlderReleaseFirst() throws IOException {
    for (String directory :
        new String[] {
          "travels/secretary-travels",
          "travels/presidents",
          "travels-2020-11-19/president-travels",
          "travels-notes",
          "visits/data",
          "pocom",
          "reference"
        }) {
      Files.createDirectories(folder.resolve(directory));
    }
    for (String file :
        new String[] {
          "reference/countries.csv",
          "travels/presidents/presidents.xml",
          "us-relations.csv",
          "visits/data/1950s.xml",
          "README.md"
        }) {
      Files.writeString(folder.resolve(file), "");
    }

    assertThat(SourceFolder.parts(folder))
        .extracting(part -> part.format() + " " + folder.relativize(part.sources().getFirst()))
        .containsExactly(
            "parties reference",
            "travels travels-2020-11-19",
            "travels travels",
            "presidents travels/presidents/presidents.xml",
            "relations us-relations.csv",
            "visits visits/data/1950s.xml",
            "missions pocom");
  }

  @Test
  void aPartThatIsNotThereIsLeftOut() throws IOException {
    Files.writeString(folder.resolve("us-relations.csv"), "");
    assertThat(SourceFolder.parts(folder)).extracting(Part::format).hasSize(1);
  }

  @Test
  void aFolderWithoutASourceIsRefused() {
    assertThatThrownBy(() -> SourceFolder.parts(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds none of reference/countries.csv");
  }
}
