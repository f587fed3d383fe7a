package org.chancery.query.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.chancery.query.TestDatabases;
import org.chancery.query.TestLedger;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.Page;
import org.chancery.query.asof.Selection;
import org.chancery.query.relationship.RelationshipView.Segment;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationshipsTest {
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final Pair PAIR = new Pair(US, RUSSIA);
  private static final CooperationId MILITARY = new CooperationId("us-ru-military");

  private final TestLedger ledger = new TestLedger(TestDatabases.h2());
  private final Relationships relationships = ledger.bean(Relationships.class);

  @BeforeEach
  void aStory() {
    ledger.record(
        List.of(
            new RelationsEstablished(PAIR, EdtfDate.parse("1991-12-25")),
            new CooperationEstablished(
                MILITARY, List.of(RUSSIA, US), "military", EdtfDate.parse("1994")),
            new CooperationSuspended(MILITARY, EdtfDate.parse("2014-03-03"), "Crimea"),
            held("geneva-2014", "2014-04-17"),
            scheduled("bonn-2017", "2017-02-16"),
            scheduled("hamburg-2017", "2017-07-07")));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aSuspendedCooperationStrainsNormalRelations() {
    assertThat(on("2013-01-01").status()).isEqualTo(RelationshipStatus.NORMAL);
    assertThat(on("2014-03-03").status()).isEqualTo(RelationshipStatus.STRAINED);
    assertThat(on("2014-03-03").entries()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void theContactsNearestToTheDayAreTold() {
    RelationshipView view = on("2017-02-20");

    assertThat(view.lastContact())
        .as("the meeting in Bonn was only ever scheduled")
        .extracting(Contact::meeting)
        .hasToString("geneva-2014");
    assertThat(view.nextContact()).extracting(Contact::meeting).hasToString("hamburg-2017");
    assertThat(on("2014-01-01").nextContact())
        .extracting(Contact::meeting)
        .hasToString("geneva-2014");
  }

  @Test
  void whatWasNotYetKnownIsNotTold() {
    AsOf early = new AsOf(ledger.on("2015-01-01").on(), null, 2);

    assertThat(relationships.of(PAIR, early).status()).isEqualTo(RelationshipStatus.NORMAL);
    assertThat(relationships.of(PAIR, early).lastContact()).isNull();
  }

  @Test
  void betweenPartiesWithoutAnyEntryThereIsNothing() {
    Pair strangers = new Pair(US, new PartyId("andorra"));

    RelationshipView view = relationships.of(strangers, ledger.on("2015-01-01"));

    assertThat(view.status()).isEqualTo(RelationshipStatus.NONE);
    assertThat(view.entries()).isEmpty();
  }

  @Test
  void itsHistoryIsCutWhereverSomethingOfThePairChanges() {
    List<Segment> history = relationships.history(PAIR, ledger.on("2000-01-01"));

    assertThat(history)
        .extracting(Segment::status)
        .containsExactly(
            RelationshipStatus.NONE,
            RelationshipStatus.NORMAL,
            RelationshipStatus.NORMAL,
            RelationshipStatus.NORMAL,
            RelationshipStatus.STRAINED);
    assertThat(history.getFirst().from()).isNull();
    assertThat(history.getLast().from()).hasToString("2014-03-03");
    assertThat(history.getLast().to()).isNull();
  }

  @Test
  void anItemOfTheListSaysWhatThePairItselfDoes() {
    AsOf asOf = ledger.on("2017-02-20");
    Selection ofRussia =
        new Selection(Set.of(new Facet("party", "russia")), null, null, false, 10, null);

    Page<RelationshipView> page = relationships.list(ofRussia, asOf);

    assertThat(page.items()).containsExactly(relationships.of(PAIR, asOf));
  }

  private RelationshipView on(String day) {
    return relationships.of(PAIR, ledger.on(day));
  }

  private static MeetingScheduled scheduled(String id, String day) {
    return new MeetingScheduled(
        new MeetingId(id),
        MeetingFormat.BILATERAL,
        List.of(US, RUSSIA),
        List.of(),
        null,
        EdtfSpan.parse(day),
        List.of());
  }

  private static MeetingHeld held(String id, String day) {
    return new MeetingHeld(
        new MeetingId(id),
        EdtfSpan.parse(day),
        MeetingFormat.BILATERAL,
        List.of(US, RUSSIA),
        List.of(),
        null,
        List.of());
  }
}
