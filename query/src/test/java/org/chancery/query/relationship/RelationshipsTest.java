package org.chancery.query.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.chancery.query.Page;
import org.chancery.query.TestLedger;
import org.chancery.query.account.Following;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.relationship.RelationshipView.Segment;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.PartyId;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RelationshipsTest {
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId CHINA = new PartyId("china");
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
  void sanctionsInForceStrainItAndAreShownFromTheFirstDayOnWhichTheyMayBe() {
    sanction("us-ru-2006", List.of(US), List.of(RUSSIA), "2006");
    sanction("third", List.of(RUSSIA, US), List.of(new PartyId("andorra")), "2001");
    AsOf knowing = ledger.on("2006-06-01");

    RelationshipView view = relationships.of(PAIR, knowing);

    assertThat(view.status()).isEqualTo(RelationshipStatus.INDETERMINATE);
    assertThat(view.between())
        .containsExactly(RelationshipStatus.NORMAL, RelationshipStatus.STRAINED);
    assertThat(view.sanctions())
        .extracting(each -> each.sanction().value())
        .containsExactly("us-ru-2006");
    assertThat(view.entries()).contains(7L).doesNotContain(8L);
    assertThat(relationships.of(PAIR, ledger.on("2007-01-01")).status())
        .isEqualTo(RelationshipStatus.STRAINED);
    assertThat(relationships.history(PAIR, Following.preferred(knowing)))
        .extracting(Segment::status)
        .containsSubsequence(
            RelationshipStatus.NORMAL,
            RelationshipStatus.INDETERMINATE,
            RelationshipStatus.STRAINED);
  }

  @Test
  void aPairThatOnlyHasSanctionsOfOneOnTheOtherIsListed() {
    PartyId andorra = new PartyId("andorra");
    sanction("ad-ru", List.of(andorra), List.of(RUSSIA), "2006-01-01");
    Selection ofAndorra =
        new Selection(Set.of(new FilterAttribute("party", "andorra")), null, null, false, 10, null);

    assertThat(relationships.list(ofAndorra, ledger.on("2005-12-31")).items()).isEmpty();
    assertThat(relationships.list(ofAndorra, ledger.on("2006-01-01")).items())
        .singleElement()
        .isEqualTo(relationships.of(new Pair(andorra, RUSSIA), ledger.on("2006-01-01")))
        .extracting(RelationshipView::status)
        .isEqualTo(RelationshipStatus.STRAINED);
  }

  private void sanction(String id, List<PartyId> by, List<PartyId> against, String on) {
    ledger.record(
        List.of(
            new SanctionsImposed(
                new SanctionId(id),
                by,
                against,
                List.of(),
                List.of(Measure.TRADE),
                null,
                EdtfDate.parse(on),
                "why")));
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
  void ofPartiesWithoutAnyEntryNothingIsKnown() {
    Pair strangers = new Pair(US, new PartyId("andorra"));

    RelationshipView view = relationships.of(strangers, ledger.on("2015-01-01"));

    assertThat(view.status()).isEqualTo(RelationshipStatus.UNKNOWN);
    assertThat(view.entries()).isEmpty();
  }

  @Test
  void itsHistoryIsCutWhereverSomethingOfThePairChanges() {
    List<Segment> history =
        relationships.history(PAIR, Following.preferred(ledger.on("2000-01-01")));

    assertThat(history)
        .extracting(Segment::status)
        .containsExactly(
            RelationshipStatus.UNKNOWN,
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
        new Selection(Set.of(new FilterAttribute("party", "russia")), null, null, false, 10, null);

    Page<RelationshipView> page = relationships.list(ofRussia, asOf);

    assertThat(page.items()).containsExactly(relationships.of(PAIR, asOf));
  }

  @Test
  void whoWasScheduledButTookNoPartHasNoContact() {
    recordSofia();

    assertThat(lastAndNext(US, RUSSIA, "2011-02-10").getFirst()).isNull();
    assertThat(lastAndNext(US, RUSSIA, "2011-01-10").getLast())
        .as("that it came to be held without Russia is known")
        .extracting(Contact::meeting)
        .hasToString("geneva-2014");
    assertThat(lastAndNext(US, CHINA, "2011-02-10").getFirst())
        .extracting(Contact::status)
        .isEqualTo(MeetingStatus.HELD);
  }

  @Test
  void aContactStandsAsTheMeetingStoodOnTheDay() {
    recordSofia();

    assertThat(lastAndNext(US, CHINA, "2011-01-10").getLast())
        .extracting(Contact::status)
        .isEqualTo(MeetingStatus.SCHEDULED);
  }

  @Test
  void whereTheDatesLeaveOpenWhichWasTheLastAllThatMayBeAreNamed() {
    ledger.record(List.of(held("may-2015", "2015-05-05"), held("some-time-2015", "2015")));

    RelationshipView view = on("2016-01-01");

    assertThat(view.lastContact()).isNull();
    assertThat(possible(view)).containsExactly("some-time-2015", "may-2015");
    assertThat(view.nextContact()).extracting(Contact::meeting).hasToString("bonn-2017");
  }

  @Test
  void whereTheDatesLeaveOpenWhichIsTheNextAllThatMayBeAreNamed() {
    ledger.record(List.of(scheduled("some-time-2017", "2017")));

    RelationshipView view = on("2016-01-01");

    assertThat(view.nextContact()).isNull();
    assertThat(possible(view)).containsExactly("some-time-2017", "bonn-2017");
    assertThat(view.lastContact()).extracting(Contact::meeting).hasToString("geneva-2014");
  }

  @Test
  void whatMayHaveBeenBeforeTheDayMayBeTheLastContact() {
    ledger.record(List.of(held("some-time-2015", "2015")));

    RelationshipView view = on("2015-06-01");

    assertThat(view.lastContact()).isNull();
    assertThat(view.nextContact()).isNull();
    assertThat(possible(view)).containsExactly("geneva-2014", "some-time-2015", "bonn-2017");
  }

  @Test
  void whatStandsAsScheduledIsToComeThoughItsMonthHasBegun() {
    ledger.record(List.of(scheduled("some-time-in-may", "2016-05")));

    assertThat(on("2016-05-10").nextContact())
        .extracting(Contact::meeting)
        .hasToString("some-time-in-may");
    assertThat(on("2016-06-01").nextContact())
        .extracting(Contact::meeting)
        .hasToString("bonn-2017");
  }

  @Test
  void whatWasRecordedAsHeldHadBegunByThenWhateverIsRecordedLater() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    ledger.record(List.of(held("some-time-this-year", Integer.toString(today.getYear()))));
    AsOf later =
        new AsOf(
            today, Instant.now().plus(Duration.ofDays(20)), ledger.on("2000-01-01").position());

    assertThat(relationships.of(PAIR, later).lastContact())
        .extracting(Contact::meeting)
        .hasToString("some-time-this-year");
  }

  /** Whoever was scheduled, took part or was left out, at whatever dates. */
  @Test
  void theListSaysOfEveryPairWhatThePairItselfDoes() {
    recordAtRandom(new Random(7));

    for (String day : List.of("2009-12-31", "2010-06-15", "2011-01-01", "2012-03-03")) {
      AsOf asOf = ledger.on(day);
      for (PartyId party : List.of(US, RUSSIA, CHINA)) {
        Set<FilterAttribute> of = Set.of(new FilterAttribute("party", party.value()));
        relationships.list(new Selection(of, null, null, false, 10, null), asOf).items().stream()
            .forEach(item -> assertThat(item).isEqualTo(relationships.of(item.parties(), asOf)));
      }
    }
  }

  private void recordAtRandom(Random random) {
    List<String> dates = List.of("2010", "2010-06", "2010-06-15", "2011-01-01", "201X", "2012-03");
    List<List<PartyId>> present =
        List.of(
            List.of(US, RUSSIA),
            List.of(US, CHINA),
            List.of(RUSSIA, CHINA),
            List.of(US, RUSSIA, CHINA));
    List<LedgerEvent> entries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String id = "random-" + i;
      if (random.nextBoolean()) {
        entries.add(scheduled(id, any(dates, random), any(present, random)));
      }
      if (random.nextBoolean()) {
        entries.add(held(id, any(dates, random), any(present, random)));
      }
    }
    ledger.record(entries);
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  /** Scheduled with Russia, and held without it. */
  private void recordSofia() {
    ledger.record(
        List.of(
            scheduled("sofia-2011", "2011-01-28", List.of(US, RUSSIA, CHINA)),
            held("sofia-2011", "2011-01-29", List.of(US, CHINA))));
  }

  private List<@Nullable Contact> lastAndNext(PartyId one, PartyId other, String day) {
    RelationshipView view = relationships.of(new Pair(one, other), ledger.on(day));
    return Arrays.asList(view.lastContact(), view.nextContact());
  }

  private static List<String> possible(RelationshipView view) {
    return view.possibleContacts().stream().map(contact -> contact.meeting().value()).toList();
  }

  private RelationshipView on(String day) {
    return relationships.of(PAIR, ledger.on(day));
  }

  private static MeetingScheduled scheduled(String id, String day) {
    return scheduled(id, day, List.of(US, RUSSIA));
  }

  private static MeetingScheduled scheduled(String id, String day, List<PartyId> parties) {
    return new MeetingScheduled(
        new MeetingId(id),
        MeetingFormat.PLENARY,
        parties,
        List.of(),
        null,
        EdtfSpan.parse(day),
        List.of());
  }

  private static MeetingHeld held(String id, String day) {
    return held(id, day, List.of(US, RUSSIA));
  }

  private static MeetingHeld held(String id, String day, List<PartyId> parties) {
    return new MeetingHeld(
        new MeetingId(id),
        EdtfSpan.parse(day),
        MeetingFormat.PLENARY,
        parties,
        List.of(),
        null,
        List.of());
  }
}
