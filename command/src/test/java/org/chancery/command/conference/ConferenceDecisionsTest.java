package org.chancery.command.conference;

import static org.chancery.command.Examples.FRANCE;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.conference.Attendee.Delegate;
import org.chancery.shared.conference.Attendee.Delegation;
import org.chancery.shared.conference.Attendee.NamedDelegate;
import org.chancery.shared.conference.Attendee.UnnamedDelegates;
import org.chancery.shared.conference.Capacity;
import org.chancery.shared.conference.ConferenceCommand;
import org.chancery.shared.conference.ConferenceCommand.CancelConference;
import org.chancery.shared.conference.ConferenceCommand.InviteParty;
import org.chancery.shared.conference.ConferenceCommand.PostponeConference;
import org.chancery.shared.conference.ConferenceCommand.RecordConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.conference.ConferenceEvent.ConferenceCancelled;
import org.chancery.shared.conference.ConferenceEvent.ConferenceConvened;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent.PartyInvited;
import org.chancery.shared.conference.ConferenceKind;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.precondition.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConferenceDecisionsTest {
  private static final String TABLE =
      """
                           | Unknown            | Convened            | Held                    | Cancelled
      ConveneConference    | ConferenceConvened | ALREADY_EXISTS      | ALREADY_EXISTS          | ALREADY_EXISTS
      PostponeConference   | UNKNOWN_SUBJECT    | ConferencePostponed | CONFERENCE_ALREADY_HELD | CONFERENCE_CANCELLED
      CancelConference     | UNKNOWN_SUBJECT    | ConferenceCancelled | CONFERENCE_ALREADY_HELD | CONFERENCE_CANCELLED
      RecordConferenceHeld | ConferenceHeld     | ConferenceHeld      | CONFERENCE_ALREADY_HELD | CONFERENCE_CANCELLED
      InviteParty          | UNKNOWN_SUBJECT    | PartyInvited        | PartyInvited            | PartyInvited
      """;

  private static final ConferenceId BONN = new ConferenceId("bonn-2017-g20");
  private static final ConferenceId WHOLE = new ConferenceId("g20-2017");
  private static final String NAME = "Meeting of the G-20 foreign ministers";
  private static final String SERIES = "g20-foreign-ministers";
  private static final ConferenceKind KIND = ConferenceKind.MINISTERIAL;
  private static final Place PLACE = new Place(GERMANY, "Bonn");
  private static final List<Attendee> WHO =
      List.of(
          new Delegation(US, Capacity.MEMBER),
          new Delegation(RUSSIA, null),
          new Delegate(TILLERSON, US),
          new NamedDelegate("Sergei Lavrov", RUSSIA),
          new UnnamedDelegates(20, "foreign ministers"));
  private static final List<String> TOPICS = List.of("energy security");
  private static final ConferenceConvened CONVENED =
      new ConferenceConvened(
          BONN, NAME, KIND, GERMANY, GERMANY, PLACE, span("2017-02"), WHO, TOPICS, WHOLE, SERIES);
  private static final ConferenceHeld HELD =
      new ConferenceHeld(
          BONN,
          span("2017-02-16"),
          NAME,
          KIND,
          GERMANY,
          GERMANY,
          PLACE,
          WHO,
          TOPICS,
          WHOLE,
          SERIES);
  private static final ConferenceCancelled CANCELLED =
      new ConferenceCancelled(BONN, on("2017"), "strike");

  private static final DecisionTable<Conference> DECISIONS =
      new DecisionTable<>(Conference.class)
          .state("Unknown")
          .state("Convened", CONVENED)
          .state("Held", CONVENED, HELD)
          .state("Cancelled", CONVENED, CANCELLED)
          .command(CONVENED.command())
          .command(new PostponeConference(BONN, span("2017-03")))
          .command(
              new CancelConference(
                  BONN, on("2017-02-10"), "strike", List.of(US), new CitedCause(7L)))
          .command(HELD.command())
          .command(new InviteParty(BONN, FRANCE, Capacity.GUEST));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(ConferenceCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void whatIsLeftOutStandsAsItWasConvened() {
    given(CONVENED).when(heldOn("2017-02-16")).enters(HELD);
  }

  @Test
  void whatWasNeverConvenedNeedsANameAndAKind() {
    given().when(heldOn("2017-02-16")).isRefused(RefusalCode.INVALID_FIELDS);
  }

  @ParameterizedTest
  @CsvSource({"2017/..", "../2017", "/2017"})
  void whatWasHeldHasBegunAndEnded(String dates) {
    given(CONVENED).when(heldOn(dates)).isRefused(RefusalCode.INVALID_DATE);
  }

  @Test
  void itIsPutOffWithoutAnotherDateToo() {
    PostponeConference indefinitely = new PostponeConference(BONN, null);
    given(CONVENED).when(indefinitely).enters(new ConferenceEvent.ConferencePostponed(BONN, null));
  }

  @Test
  void onItsNewDaysThePartiesExistToo() {
    given(CONVENED)
        .when(new PostponeConference(BONN, span("2018")))
        .takesForGranted(
            new Reference.Extant(US, span("2018")), new Reference.Extant(RUSSIA, span("2018")));
    given(CONVENED)
        .when(heldOn("2017-02-16"))
        .takesForGranted(
            new Reference.Extant(US, span("2017-02-16")),
            new Reference.Extant(RUSSIA, span("2017-02-16")));
  }

  @Test
  void aPartyIsInvitedOnce() {
    PartyInvited invited = new PartyInvited(BONN, FRANCE, Capacity.GUEST);
    given(CONVENED, invited).when(invited.command()).isRefused(RefusalCode.ALREADY_EXISTS, 1);
    given(CONVENED)
        .when(new InviteParty(BONN, US, Capacity.OBSERVER))
        .isRefused(RefusalCode.ALREADY_EXISTS, 0);
  }

  @Test
  void asWhatAParticipantIsInvitedMayComeToBeKnown() {
    InviteParty russia = new InviteParty(BONN, RUSSIA, Capacity.MEMBER);
    given(CONVENED).when(russia).enters(new PartyInvited(BONN, RUSSIA, Capacity.MEMBER));
  }

  private static Scenario<Conference> given(ConferenceEvent... history) {
    return Scenario.of(Conference.class, history);
  }

  private static RecordConferenceHeld heldOn(String dates) {
    return new RecordConferenceHeld(
        BONN, span(dates), null, null, null, null, null, List.of(), List.of(), null, null);
  }
}
