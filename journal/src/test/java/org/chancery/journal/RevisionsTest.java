package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.relationship.Recognition;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What older releases of the ledger wrote is read as what it meant. */
class RevisionsTest {
  private static final String FIRST =
      "{\"by\":\"france\",\"of\":\"united-states\",\"on\":\"1778-02-06\",\"mutual\":false}";
  private static final String TODAY = FIRST.replace("}", ",\"recognition\":\"de-facto\"}");
  private static final EventUpcaster UPCASTERS = new Revisions();
  private static final PartyRecognized READ =
      new PartyRecognized(
          new PartyId("france"),
          new PartyId("united-states"),
          EdtfDate.parse("1778-02-06"),
          false,
          Recognition.UNSPECIFIED);

  private final JournalSerializer serializer = new JournalSerializer();

  @Test
  void aRecognitionOfWhichNothingMoreWasAskedIsUnspecified() {
    assertThat(serializer.read("relationship.party-recognized", 1, FIRST)).isEqualTo(READ);
  }

  @Test
  void anOldShapeWithinACorrectionIsReadAlike() {
    assertThat(serializer.read("entry.corrected", 1, correctedBy(1, FIRST)))
        .isInstanceOfSatisfying(
            EntryCorrected.class, corrected -> assertThat(corrected.as()).isEqualTo(READ));
  }

  @Test
  void aTripOfWhichOnlyAnOfficialCouldBeTheTravellerIsOfThatOfficial() {
    String told = "{\"trip\":\"bonn\",\"traveller\":\"tillerson-rex-w\",\"stops\":[]}";
    assertThat(serializer.read("trip.planned", 1, told))
        .isEqualTo(
            new TripPlanned(
                new TripId("bonn"), new OfficialId("tillerson-rex-w"), null, null, List.of()));
    assertThat(serializer.read("trip.recorded", 1, told))
        .isEqualTo(
            new TripRecorded(
                new TripId("bonn"), new OfficialId("tillerson-rex-w"), null, null, List.of()));
  }

  @Test
  void whatIsOfTodayIsLeftAsItIs() {
    assertThat(fromTheJournal("relationship.party-recognized", 2, TODAY))
        .isEqualTo(serializer.read("relationship.party-recognized", 2, TODAY))
        .extracting("recognition")
        .isEqualTo(Recognition.DE_FACTO);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 9})
  void aRevisionThatNoStepLeadsToTodayFromIsIllegible(int revision) {
    assertIllegible("relationship.party-recognized", revision, TODAY);
    assertIllegible("relationship.party-recognized", revision, FIRST);
  }

  @ParameterizedTest
  @CsvSource({
    "meeting.cancelled, 9, '{\"meeting\":\"bonn\",\"on\":\"2017-02-15\",\"reason\":\"war\"}'",
    "entry.retracted, 2,"
        + " '{\"subject\":\"meetings/y\",\"entry\":7,\"version\":0,\"reason\":\"no\"}'",
    "meeting.unheard-of, 1, '{}'"
  })
  void whatAnEventThatNeverChangedSaysInARevisionToComeIsIllegible(
      String name, int revision, String payload) {
    assertIllegible(name, revision, payload);
  }

  @Test
  void aCorrectionOfARevisionToComeIsIllegible() {
    assertIllegible("entry.corrected", 2, correctedBy(2, TODAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "9", "null", "\"2\"", "{}", "2.5", "99999999999"})
  void aCorrectionByAnEventOfARevisionToComeIsIllegible(String revision) {
    assertIllegible("entry.corrected", 1, correctedBy(revision, TODAY));
    assertIllegible("entry.corrected", 1, correctedBy(revision, FIRST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "7", "\"a\"", "{}", "{\"by\":[]}", "[[[["})
  void aDamagedPayloadIsIllegibleWhateverItsRevision(String payload) {
    assertIllegible("relationship.party-recognized", 1, payload);
    assertIllegible("relationship.party-recognized", 2, payload);
    assertIllegible("entry.corrected", 1, payload);
    assertIllegible("meeting.cancelled", 1, payload);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "{}"})
  void aDamagedPayloadWithinACorrectionIsIllegible(String payload) {
    assertIllegible("entry.corrected", 1, correctedBy(1, payload));
    assertIllegible("entry.corrected", 1, correctedBy(2, payload));
  }

  private void assertIllegible(String name, int revision, String payload) {
    assertIllegible(() -> serializer.read(name, revision, payload));
    assertIllegible(() -> fromTheJournal(name, revision, payload));
  }

  private static void assertIllegible(ThrowingCallable reading) {
    assertThatExceptionOfType(SerializationException.class).isThrownBy(reading);
  }

  /** As Axon reads it. */
  private LedgerEvent fromTheJournal(String name, int revision, String payload) {
    Entry entry = TestJournal.entry(name, revision, payload);
    return EventUtils.upcastAndDeserializeTrackedEvents(
            Stream.of(new EntryData(entry, serializer)), serializer, UPCASTERS)
        .map(message -> (LedgerEvent) message.getPayload())
        .findFirst()
        .orElseThrow();
  }

  private static String correctedBy(Object revision, String payload) {
    return """
    {"subject":"relationships/france/united-states","entry":7,"version":0,
     "as":{"name":"relationship.party-recognized","revision":%s,"payload":%s},
     "reason":"the treaty bears this day"}\
    """
        .formatted(revision, payload);
  }
}
