package org.chancery.intake.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.intake.Summary;
import org.chancery.intake.TakenIn;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.Readings;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases of the visits, taken into a ledger one after the other. */
@Tag("slow")
class VisitReaderTest {
  private static final String CHURCHILL =
      visit(1, "1941-12-22", "1942-01-14", "Prime Minister Churchill", "united-kingdom", "Met.");
  private static final String ADENAUER =
      visit(2, "1953-04-06", "1953-04-08", "Chancellor Adenauer", "germany", "Official visit.");
  private static final String EDEN =
      visit(3, "1956-01-30", "1956-02-03", "Prime Minister Eden", "united-kingdom", "");

  private final TakenIn ledger = new TakenIn();
  private Path folder = Path.of("");

  @BeforeEach
  void inFolder(@TempDir Path directory) {
    folder = directory;
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static String visit(
      int id, String start, String end, String visitor, String country, String description) {
    return """
    <visit><id>%d</id><start-date>%s</start-date><end-date>%s</end-date>
    <visitor>%s</visitor><from id="%s">%s</from><description>%s</description>
    <last-modified-datetime>EDITED</last-modified-datetime></visit>
    """
        .formatted(id, start, end, visitor, country, country.replace("-", " "), description);
  }

  private Path file(String name, String edited, String... visits) throws IOException {
    String text = "<visits>" + String.join("", visits) + "</visits>";
    return Files.writeString(
        folder.resolve(name), text.replace("EDITED", edited + "T00:00:00-04:00"));
  }

  private Path whole(String edited) throws IOException {
    return file("visits.xml", edited, CHURCHILL, ADENAUER, EDEN);
  }

  @Test
  void eachVisitIsATripWhoseHostAreTheUnitedStates() throws IOException {
    ledger.withVisits(whole("2010-10-25"));

    assertThat(ledger.summary()).isEqualTo(new Summary(3, 3, 0, 0, 0, 0, 0));
    assertThat(ledger.all())
        .filteredOn(entry -> entry.name().equals("trip.recorded"))
        .extracting(entry -> entry.subject().toString())
        .containsExactly(
            "trips/prime-minister-churchill-1941-12-22",
            "trips/chancellor-adenauer-1953-04-06",
            "trips/prime-minister-eden-1956-01-30");
  }

  @Test
  void whatStandsIsNotEnteredAgainThoughItsNumberIsAnother() throws IOException {
    ledger.withVisits(whole("2010-10-25"));
    ledger.withVisits(
        file(
            "visits.xml",
            "2020-01-01",
            EDEN,
            ADENAUER.replace("<id>2<", "<id>1<"),
            CHURCHILL.replace("<id>1<", "<id>7<")));

    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.summary()).isEqualTo(new Summary(3, 0, 0, 0, 3, 0, 0));
  }

  @Test
  void aLaterReleaseCorrectsAndRetracts() throws IOException {
    ledger.withVisits(whole("2010-10-25"));
    ledger.withVisits(
        file("visits.xml", "2020-01-01", CHURCHILL, ADENAUER.replace("1953-04-08", "1953-04-09")));

    assertThat(ledger.names()).containsExactly("entry.corrected", "entry.retracted");
    assertThat(ledger.reasons())
        .containsExactly(
            "visits.xml, as last changed on 2020-01-01, has it otherwise: dates"
                + " \"1953-04-06/1953-04-09\", not \"1953-04-06/1953-04-08\"",
            "visits.xml, as last changed on 2020-01-01, no longer has this visit");
  }

  @Test
  void anEarlierReleaseHasNoWordInWhatALaterOneSaid() throws IOException {
    ledger.withVisits(whole("2020-01-01"));
    ledger.withVisits(
        file("visits.xml", "2010-10-25", CHURCHILL, ADENAUER.replace("1953-04-08", "1953-04-09")));

    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.report()).anyMatch(line -> line.contains("from a later release"));
  }

  @Test
  void ofAFileThatIsNotGivenNothingIsTakenBack() throws IOException {
    ledger.withVisits(whole("2010-10-25"));
    ledger.withVisits(
        file(
            "others.xml",
            "2020-01-01",
            visit(9, "1999-01-01", "1999-01-02", "President Xanana", "timor-leste", "")));

    assertThat(ledger.names()).doesNotContain("entry.retracted").contains("trip.recorded");
  }

  @Test
  void ofAFileThatBreaksOffNothingIsTakenBack() throws IOException {
    ledger.withVisits(whole("2010-10-25"));
    Path broken = file("visits.xml", "2020-01-01", CHURCHILL, "<visit><id>");
    ledger.withVisits(broken);

    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.summary().refused()).isEqualTo(1);
  }

  @Test
  void whatACarefulReaderChecksIsFlaggedAndKept() throws IOException {
    String twice = ADENAUER.replace("<id>2<", "<id>8<");
    String announced =
        EDEN.replace("</visit>", "<created-datetime>1956-01-01</created-datetime></visit>");
    String two = CHURCHILL.replace("Churchill", "Churchill &amp; Mr. Eden");
    ledger.withVisits(file("visits.xml", "2020-01-01", ADENAUER, twice, announced, two));

    assertThat(ledger.summary()).isEqualTo(new Summary(4, 4, 0, 0, 0, 4, 0));
    assertThat(ledger.report())
        .anyMatch(line -> line.endsWith("visits 2 and 8 look like one entered twice"))
        .anyMatch(line -> line.contains("it may only have been announced"))
        .anyMatch(line -> line.contains("names more than one person"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "State visit.|STATE",
        "State Visit. In U.S. June 3-9.|STATE",
        "Official visit.|OFFICIAL",
        "Offical Visit.|OFFICIAL",
        "Official Working Visit.|OFFICIAL",
        "Working visit at Camp David.|WORKING",
        "Private Visit.|PRIVATE",
        "Met with President Clinton during a private visit.|PRIVATE",
        "In transit to London.|TRANSIT",
        "En route to London.|TRANSIT",
        "Unofficial visit.|UNSPECIFIED",
        "Informal visit.|UNSPECIFIED",
        "Made a state visit later.|UNSPECIFIED",
        "Officials met.|UNSPECIFIED",
        "''|UNSPECIFIED"
      })
  void theKindIsReadFromTheBeginningOfTheDescription(String description, String kind)
      throws IOException {
    String visit =
        visit(1, "1953-04-06", "1953-04-08", "Chancellor Adenauer", "germany", description);
    assertThat(read(file("visits.xml", "2020-01-01", visit)).commands(RecordTrip.class))
        .extracting(RecordTrip::visitKind)
        .extracting(String::valueOf)
        .containsExactly(kind);
  }

  private static Readings read(Path file) {
    return Readings.of(new VisitReader(VisitsOnRecord::none, List.of()), file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<visit><id>1</id></visit>",
        "<visit><id>x</id><start-date>1953-04-06</start-date></visit>",
        "<stay/>",
        "<visit><id>1</id><start-date>1953-04-06</start-date><end-date>1950-04-06</end-date>"
            + "<visitor>A</visitor><from id=\"germany\">Germany</from></visit>",
        "<visit><id>1</id><id>2</id></visit>"
      })
  void aFaultyVisitIsRefusedByItself(String faulty) throws IOException {
    Readings read = read(file("visits.xml", "2020-01-01", faulty, ADENAUER));

    assertThat(read.malformed()).hasSize(1);
    assertThat(read.commands(RecordTrip.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE visits [<!ENTITY a \"b\">]><visits>&a;</visits>",
        "<!DOCTYPE visits SYSTEM \"file:///etc/passwd\"><visits/>",
        "<visits><visit><a><b><c><d><e><f><g><h/></g></f></e></d></c></b></a></visit></visits>",
        "<visits><visit><id>1</id>",
        "\uFFFFno xml"
      })
  void hostileXmlIsRefused(String text) throws IOException {
    Readings read = read(Files.writeString(folder.resolve("visits.xml"), text));

    assertThat(read.malformed()).isNotEmpty();
    assertThat(read.commands(RecordTrip.class)).isEmpty();
  }

  @Test
  void aFileOfAnotherKindIsNotRead() throws IOException {
    Path trips = Files.writeString(folder.resolve("trips.xml"), "<trips/>");
    assertThatThrownBy(() -> read(trips)).hasRootCauseInstanceOf(OtherKind.class);
  }
}
