package org.chancery.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chancery.intake.source.Draft;
import org.chancery.shared.PartyId;
import org.chancery.shared.cooperation.CooperationCommand.EstablishCooperation;
import org.chancery.shared.cooperation.CooperationCommand.ResumeCooperation;
import org.chancery.shared.cooperation.CooperationCommand.SuspendCooperation;
import org.chancery.shared.cooperation.CooperationCommand.TerminateCooperation;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;

/** Subjects of several concepts whose stories go on side by side, as they do in a journal. */
final class Stories {
  private static final int SIDE_BY_SIDE = 1_000;
  private static final int FARTHEST = Invented.PARTIES / 2 - 1;
  private static final int PAIRS = Invented.PARTIES * FARTHEST;

  private final Random random = new Random(1);
  private final List<Deque<Draft>> going = new ArrayList<>();
  private int begun;

  /** So many drafts: of ten stories four are trips, three meetings, the rest relations. */
  List<Draft> next(int count) {
    List<Draft> drafts = new ArrayList<>(count);
    while (drafts.size() < count) {
      while (going.size() < SIDE_BY_SIDE) {
        going.add(new ArrayDeque<>(begin(begun++)));
      }
      int chosen = random.nextInt(going.size());
      drafts.add(going.get(chosen).removeFirst());
      if (going.get(chosen).isEmpty()) {
        going.remove(chosen);
      }
    }
    return drafts;
  }

  private static List<Draft> begin(int number) {
    return switch (number % 10) {
      case 0, 1, 2, 3 -> Invented.trips(number, 1);
      case 4, 5, 6 -> numbered(meeting(number));
      case 7, 8 -> numbered(relations(number, number / 10 * 2 + number % 10 - 7));
      default -> numbered(cooperation(number));
    };
  }

  private static List<Draft> numbered(List<LedgerCommand> commands) {
    return IntStream.range(0, commands.size())
        .mapToObj(step -> Invented.draft(commands.get(step), step))
        .toList();
  }

  private static List<LedgerCommand> meeting(int number) {
    MeetingId id = new MeetingId("meeting-" + number);
    EdtfSpan on = EdtfSpan.parse(Invented.day(number, 0));
    Place place = new Place(Invented.party(number % Invented.PARTIES), "Capital");
    List<Participant> participants =
        List.of(new Participant(Invented.official(number % Invented.OFFICIALS), null, null));
    List<PartyId> parties = pair(number);
    return List.of(
        new ScheduleMeeting(
            id, MeetingFormat.BILATERAL, parties, participants, place, on, List.of("Trade")),
        new RecordMeetingHeld(
            id, on, MeetingFormat.BILATERAL, parties, participants, place, List.of("Trade")));
  }

  /** Once all pairs have had their story, they cooperate instead. */
  private static List<LedgerCommand> relations(int story, int number) {
    if (number >= PAIRS) {
      return cooperation(story);
    }
    List<PartyId> pair = pair(number);
    return List.of(
        new EstablishRelations(pair, on(number, 0)),
        new ChangeRepresentation(pair, Representation.EMBASSY, on(number, 1), null),
        new InterruptRelations(pair, on(number, 2), "war"),
        new ResumeRelations(pair, on(number, 3), "peace"));
  }

  private static List<LedgerCommand> cooperation(int number) {
    CooperationId id = new CooperationId("cooperation-" + number);
    return List.of(
        new EstablishCooperation(id, pair(number), "fisheries", on(number, 0)),
        new SuspendCooperation(id, on(number, 1), "a dispute over quotas"),
        new ResumeCooperation(id, on(number, 2), "the dispute is settled"),
        new TerminateCooperation(id, on(number, 3), "the stocks are gone"));
  }

  /** A pair of its own for each number. */
  private static List<PartyId> pair(int number) {
    int first = number % Invented.PARTIES;
    int distance = 1 + number / Invented.PARTIES % FARTHEST;
    return List.of(Invented.party(first), Invented.party((first + distance) % Invented.PARTIES));
  }

  private static EdtfDate on(int number, int later) {
    return EdtfDate.parse(Invented.day(number, later));
  }
}
