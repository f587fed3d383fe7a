package org.chancery.intake.relation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.Readings;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.PartyId;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.StatedChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class RelationsReaderTest {
  private static final String HEADER = String.join(",", RelationsRow.HEADER);
  private static final String SEVERED =
      "cuba-04,cuba,Cuba,relations_severed,1961-01-03,day,false,high,prose,cuba.xml,4,\"Severed.\"";
  private static final String ESTABLISHED =
      "cuba-02,cuba,Cuba,relations_established,1902,year,true,medium,prose,cuba.xml,2,\"Begun.\"";

  @TempDir Path directory;

  @Test
  void factsAreHandedOnInTheOrderOfHistory() throws IOException {
    Readings read = read(HEADER, SEVERED, ESTABLISHED);
    assertThat(read.facts())
        .extracting(Draft::origin)
        .containsExactly("us-relations.csv, line 3, cuba-02", "us-relations.csv, line 2, cuba-04");
    assertThat(read.drafts())
        .extracting(draft -> draft.command().subject().toString())
        .startsWith("parties/hawaii", "parties/texas", "parties/united-states");
  }

  /** The embassy in Taipei was closed in February, that in Beijing opened in some month. */
  @Test
  void missionsOfOneYearAreTakenInTheOrderOfTheGuide() throws IOException {
    String china = "china-%s,china,China,embassy_%s,%s,false,high,prose,china.xml,%s,\"Told.\"";
    Readings read =
        read(
            HEADER,
            china.formatted("21", "established", "1979,year", "21"),
            china.formatted("20", "closed", "1979-02-28,day", "20"));
    assertThat(read.facts())
        .extracting(Draft::origin)
        .containsExactly(
            "us-relations.csv, line 3, china-20", "us-relations.csv, line 2, china-21");
  }

  @Test
  void aDateKeepsItsPrecisionAndMediumConfidenceIsTold() throws IOException {
    Draft draft = read(HEADER, ESTABLISHED).facts().getFirst();
    RelationshipCommand command = (RelationshipCommand) draft.command();
    assertThat(command.on().text()).isEqualTo("1902~");
    assertThat(draft.provenance().rationale()).startsWith("confidence medium: ");
    assertThat(draft.provenance().sources())
        .singleElement()
        .satisfies(source -> assertThat(source.locator()).isEqualTo("cuba.xml timeline 2"))
        .satisfies(source -> assertThat(source.quote()).isEqualTo("Begun."));
  }

  @Test
  void whatHistoryRefusesIsNotedUnderTheSameKey() throws IOException {
    Draft draft = read(HEADER, SEVERED).facts().getFirst();
    Draft noted = draft.asDiscrepancy("nothing to sever").orElseThrow();
    assertThat(noted.key()).isEqualTo(draft.key());
    assertThat(noted.command())
        .isEqualTo(
            new NoteDiscrepancy(
                List.of(new PartyId("cuba"), new PartyId("united-states")),
                StatedChange.SEVERANCE,
                ((RelationshipCommand) draft.command()).on(),
                "nothing to sever"));
  }

  @Test
  void aRegistrationIsNoDiscrepancy() throws IOException {
    Draft registration = read(HEADER, SEVERED).drafts().getFirst();
    assertThat(registration.asDiscrepancy("it is there already")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          relations_severed | war_declared  | kind 'war_declared' is not known
          1961-01-03        | 1961-13-03    | '1961-13-03' is not a date
          ,day,             | ,year,        | date '1961-01-03' is not a year
          false             | maybe         | circa 'maybe' is not true or false
          high              | none          | confidence 'none' is not high or medium
          cuba-04           | cuba 04       | id 'cuba 04' is not 1 to 90
          ,cuba,            | ,Cuba,        | 'Cuba' is not an id
          ,cuba,            | ,united-states, | united-states has no relations with itself
          ,4,               | ,four,        | source_timeline_no 'four' is no number
          ,high             | ``            | 11 cells, not 12
          Severed.          | ``            | source_head: must say something
          """)
  void aFaultRefusesItsRowAlone(String sound, String faulty, String reason) throws IOException {
    Readings read = read(HEADER, SEVERED.replace(sound, faulty), ESTABLISHED);
    assertThat(read.malformed()).hasSize(1).first().extracting(RejectedRecord::line).isEqualTo(2);
    assertThat(read.reasons().getFirst()).contains(reason);
    assertThat(read.facts()).hasSize(1);
  }

  @Test
  void anIdThatStandsTwiceIsRefusedTheSecondTime() throws IOException {
    Readings read = read(HEADER, SEVERED, ESTABLISHED, SEVERED);
    assertThat(read.malformed())
        .containsExactly(
            new RejectedRecord(
                "us-relations.csv", 4, "id 'cuba-04' stands already in us-relations.csv, line 2"));
    assertThat(read.facts()).hasSize(2);
  }

  @Test
  void anotherHeaderIsRefusedAsAWhole() {
    assertThatThrownBy(() -> read("id,when", SEVERED))
        .hasRootCauseInstanceOf(OtherKind.class)
        .hasMessageContaining("header");
    assertThatThrownBy(() -> read("")).hasRootCauseInstanceOf(OtherKind.class);
  }

  @Test
  void rowsBeforeABrokenPointStand() throws IOException {
    Readings quoted = read(HEADER, SEVERED, "\"never closed");
    assertThat(quoted.facts()).hasSize(1);
    assertThat(quoted.malformed()).hasSize(1).first().extracting(RejectedRecord::line).isEqualTo(3);
  }

  @Test
  void anotherEncodingIsRefusedNotGuessed() throws IOException {
    write(ISO_8859_1, HEADER, SEVERED.replace("Cuba", "Curaçao"));
    assertThat(read().reasons()).singleElement().asString().contains("not UTF-8");
  }

  @Test
  void aCellBeyondAllMeasureIsRefusedByItself() throws IOException {
    Readings read = read(HEADER, SEVERED.replace("Severed", "x".repeat(5_000_000)), ESTABLISHED);
    assertThat(read.reasons()).containsExactly("source_head: at most 4000 characters");
    assertThat(read.facts()).hasSize(1);
  }

  @Test
  void noFileIsNoSource() {
    assertThatThrownBy(() -> new RelationsReader().read(directory.resolve("none.csv"), _ -> {}))
        .isInstanceOf(OtherKind.class);
  }

  private Readings read(String... lines) throws IOException {
    if (lines.length > 0) {
      write(UTF_8, lines);
    }
    return Readings.of(new RelationsReader(), directory.resolve("us-relations.csv"));
  }

  private void write(Charset charset, String... lines) throws IOException {
    Files.writeString(
        directory.resolve("us-relations.csv"), String.join("\n", lines) + "\n", charset);
  }
}
