package org.chancery.intake.travel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.intake.travel.TravelFixture.BONN;
import static org.chancery.intake.travel.TravelFixture.file;
import static org.chancery.intake.travel.TravelFixture.leg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.intake.source.Readings;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that mean harm or are broken: each is refused by itself, its neighbour goes in. */
@Timeout(20)
@Tag("slow")
class HostileTravelsTest {
  @TempDir Path directory;
  private TravelFixture travels = new TravelFixture(Path.of(""));

  @BeforeEach
  void aSoundNeighbour() {
    travels = new TravelFixture(directory).with("sound.xml", file(BONN));
  }

  @Test
  void anExternalEntityIsNeverFetched() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "the secret");
    String entity = "<!DOCTYPE trips [<!ENTITY x SYSTEM '%s'>]>".formatted(secret.toUri());
    onlyTheSoundStands(entity + file(leg(2, "2018-01-01", "2018-01-01", "x", "y", "&x;")));
    assertThat(travels.read().reasons().getFirst()).contains("DOCTYPE").doesNotContain("secret");
  }

  @Test
  void entitiesThatMultiplyAreNeverExpanded() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE trips [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d '&l%d;&l%d;&l%d;'>".formatted(i, i - 1, i - 1, i - 1));
    }
    String remarks = leg(2, "2018-01-01", "2018-01-01", "x", "y", "&l29;");
    onlyTheSoundStands(laughs.append("]>") + file(remarks));
    assertThat(travels.read().reasons().getFirst()).contains("DOCTYPE");
  }

  @Test
  void anUnknownEntityBreaksTheFile() {
    onlyTheSoundStands(file(leg(2, "2018-01-01", "2018-01-01", "x", "y", "&who;")));
  }

  @Test
  void aFieldBeyondAllMeasureIsRefusedWithItsRecordAlone() {
    String huge = leg(2, "2018-01-01", "2018-01-01", "x", "y", "x".repeat(20_000_000));
    String next = leg(3, "2019-01-01", "2019-01-01", "france", "Paris", "");
    travels.with("hostile.xml", file(huge, next));
    Readings read = travels.read();
    assertThat(read.reasons()).containsExactly("remarks is longer than 4000 characters");
    assertThat(read.commands(RecordTrip.class)).hasSize(2);
  }

  @Test
  void aFileLargerThanTheLimitIsReadNoFurther() {
    String padding = "<!--" + "x".repeat(65 << 20) + "-->";
    onlyTheSoundStands("<trips>" + padding + "</trips>");
    assertThat(travels.read().reasons().getFirst()).contains("larger than 64 MiB");
  }

  @Test
  void elementsNestedWithoutEndAreRefused() {
    onlyTheSoundStands("<trips>" + "<trip>".repeat(100_000));
    assertThat(travels.read().reasons().getFirst()).contains("elements more than 12 deep");
  }

  @Test
  void namesAndAttributesWithoutMeasureAreRefused() {
    onlyTheSoundStands("<trips><" + "x".repeat(1_000_000) + "/></trips>");
    StringBuilder trip = new StringBuilder("<trips><trip");
    for (int i = 0; i < 10_000; i++) {
      trip.append(" a%d='1'".formatted(i));
    }
    onlyTheSoundStands(trip + "/></trips>");
  }

  @Test
  void moreLegsThanAnyoneTravelledAreRefused() {
    travels.with("hostile.xml", "<trips>" + "<trip/>".repeat(50_001) + "</trips>");
    assertThat(travels.read().reasons()).hasSize(50_001).last().asString().contains("50000 legs");
  }

  @Test
  void legsBeforeATruncationStandAndAreFlagged() {
    String broken = file(leg(2, "2018-01-01", "2018-01-01", "france", "Paris", ""), BONN);
    travels.with("hostile.xml", broken.substring(0, broken.length() - 40));
    Readings read = travels.read();
    assertThat(read.reasons()).hasSize(1).first().asString().startsWith("unreadable from here on");
    assertThat(read.malformed().getFirst().line()).isGreaterThan(6);
    assertThat(read.named("trips/tillerson-rex-w-2018-01-01").flags())
        .contains("the file could not be read to its end, so legs may be missing");
    assertThat(read.commands(RecordTrip.class)).hasSize(2);
  }

  @Test
  void anotherEncodingIsRefusedNotGuessed() {
    String french = file(leg(2, "2018-01-01", "2018-01-01", "france", "Orléans", ""));
    travels.with("hostile.xml", french.getBytes(ISO_8859_1));
    assertThat(travels.read().reasons()).singleElement().asString().contains("not UTF-8");
  }

  @Test
  void aByteOrderMarkIsNoHarm() {
    travels.with("marked.xml", '\uFEFF' + file(BONN));
    assertThat(travels.read().commands(RecordTrip.class)).hasSize(2);
  }

  @Test
  void whatIsNoXmlOrNoTravelsIsRefused() {
    onlyTheSoundStands("");
    onlyTheSoundStands("Dear Sir,");
    onlyTheSoundStands("<visits/>");
    assertThat(travels.read().reasons().getFirst()).contains("its root is <visits>, not <trips>");
  }

  private void onlyTheSoundStands(String hostile) {
    Readings read = travels.with("hostile.xml", hostile).read();
    assertThat(read.malformed()).hasSize(1).allMatch(m -> m.origin().endsWith("hostile.xml"));
    assertThat(read.commands(RecordTrip.class)).hasSize(1);
  }
}
