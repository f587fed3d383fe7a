package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.relationship.Recognition;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;

/** What older releases of the ledger wrote is read as what it meant. */
class RevisionsTest {
  private static final String FIRST =
      "{\"by\":\"france\",\"of\":\"united-states\",\"on\":\"1778-02-06\",\"mutual\":false}";
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
    String correction =
        """
        {"subject":"relationships/france/united-states","entry":7,"version":0,
         "as":{"name":"relationship.party-recognized","revision":1,"payload":%s},
         "reason":"the treaty bears this day"}"""
            .formatted(FIRST);

    assertThat(serializer.read("entry.corrected", 1, correction))
        .isInstanceOfSatisfying(
            EntryCorrected.class, corrected -> assertThat(corrected.as()).isEqualTo(READ));
  }

  @Test
  void whatIsOfTodayIsLeftAsItIs() {
    String today = FIRST.replace("}", ",\"recognition\":\"de-facto\"}");

    assertThat(Revisions.payload("relationship.party-recognized", 2, today)).contains("de-facto");
  }
}
