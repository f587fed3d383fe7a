package org.chancery.intake.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.mission.Appointment.Dated;
import org.chancery.intake.mission.Appointment.Turn;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionCommand.AppointHeadOfMission;
import org.chancery.shared.mission.MissionCommand.DeclarePersonaNonGrata;
import org.chancery.shared.mission.MissionCommand.EndMission;
import org.chancery.shared.mission.MissionCommand.NominateHeadOfMission;
import org.chancery.shared.mission.MissionCommand.PresentCredentials;
import org.chancery.shared.mission.MissionCommand.RecordArrival;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.mission.MissionEvent.OfTerm;
import org.chancery.shared.mission.TermId;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of an appointment says.
 *
 * @param slot which of the turns of its term it is; a term has one of each
 * @param quote the source's note on it, or null
 */
record TermStatement(String slot, LedgerCommand command, EdtfDate on, @Nullable String quote) {
  private static final String TAKEN_UP = "taken-up";
  private static final String LEFT = "left";
  private static final String DECLARED = "persona-non-grata";

  /** Of the head of a mission, in a term. */
  static List<TermStatement> ofHead(
      Appointment appointment, PartyId to, TermId term, @Nullable String rank) {
    Heading heading = new Heading(appointment.person(), to, term, rank);
    boolean isHead = appointment.post().served() || appointment.turns().containsKey(Turn.STARTED);
    List<TermStatement> all = new ArrayList<>();
    appointment
        .turns()
        .forEach(
            (turn, dated) ->
                all.add(
                    turn == Turn.APPOINTED && !isHead
                        ? heading.nominated(dated)
                        : heading.statement(turn, dated)));
    declared(appointment, to).ifPresent(all::add);
    return all;
  }

  /** A term of the United States' head of mission to a party. */
  private record Heading(OfficialId who, PartyId to, TermId term, @Nullable String rank) {
    private static final PartyId US = Gazetteer.UNITED_STATES;

    TermStatement nominated(Dated dated) {
      return new TermStatement(
          slot(HeadStep.NOMINATED),
          new NominateHeadOfMission(US, to, who, null, term, rank, dated.on()),
          dated.on(),
          dated.note());
    }

    TermStatement statement(Turn turn, Dated dated) {
      return new TermStatement(slot(step(turn)), command(turn, dated), dated.on(), dated.note());
    }

    private static HeadStep step(Turn turn) {
      return switch (turn) {
        case APPOINTED -> HeadStep.APPOINTED;
        case ARRIVED -> HeadStep.ARRIVED;
        case STARTED -> HeadStep.CREDENTIALS_PRESENTED;
        case ENDED -> HeadStep.FUNCTIONS_ENDED;
      };
    }

    private LedgerCommand command(Turn turn, Dated dated) {
      EdtfDate on = dated.on();
      return switch (turn) {
        case APPOINTED -> new AppointHeadOfMission(US, to, who, null, term, rank, on);
        case ARRIVED -> new RecordArrival(US, to, who, null, term, on);
        case STARTED -> new PresentCredentials(US, to, who, null, term, on);
        case ENDED ->
            new EndMission(US, to, who, null, term, on, AppointmentNotes.manner(dated.note()));
      };
    }
  }

  /** The receiving party declared the head persona non grata, as the notes alone tell. */
  private static Optional<TermStatement> declared(Appointment appointment, PartyId to) {
    Dated ended = appointment.turns().get(Turn.ENDED);
    if (ended != null
        && AppointmentNotes.manner(ended.note()) == MannerOfEnd.DECLARED_PERSONA_NON_GRATA) {
      return Optional.of(declared(appointment, to, ended.on(), ended.note()));
    }
    return AppointmentNotes.declared(appointment.note())
        .map(on -> declared(appointment, to, on, appointment.note()));
  }

  private static TermStatement declared(
      Appointment appointment, PartyId to, EdtfDate on, @Nullable String note) {
    return new TermStatement(
        DECLARED,
        new DeclarePersonaNonGrata(
            Gazetteer.UNITED_STATES,
            to,
            new DiplomaticAgent(appointment.person(), null),
            to,
            on,
            String.valueOf(note)),
        on,
        note);
  }

  private static String slot(HeadStep step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  /** Of somebody in an office: taken up when it was entered on, or else by the appointment. */
  static List<TermStatement> ofOffice(Appointment appointment, String office) {
    OfficialId who = appointment.person();
    PartyId us = Gazetteer.UNITED_STATES;
    Dated begun = appointment.turns().get(begins(appointment));
    Dated ended = appointment.turns().get(Turn.ENDED);
    return Stream.concat(
            Stream.ofNullable(begun)
                .map(
                    on ->
                        new TermStatement(
                            TAKEN_UP,
                            new AppointOfficial(who, office, us, on.on()),
                            on.on(),
                            on.note())),
            Stream.ofNullable(ended)
                .map(
                    on ->
                        new TermStatement(
                            LEFT,
                            new EndAppointment(who, office, us, on.on()),
                            on.on(),
                            on.note())))
        .toList();
  }

  /** A beginning after the end is a slip of the pen; the appointment then tells it. */
  static Turn begins(Appointment appointment) {
    EdtfDate started = appointment.on(Turn.STARTED);
    EdtfDate ended = appointment.on(Turn.ENDED);
    boolean slipped =
        started != null && ended != null && ended.latest().isBefore(started.earliest());
    return started == null || slipped ? Turn.APPOINTED : Turn.STARTED;
  }

  /** Which turn of which term an entry tells of; null where of none. */
  static @Nullable String slot(LedgerEvent event) {
    return switch (event) {
      case MissionDiscrepancyNoted noted -> slot(noted.stated());
      case MissionEvent mission -> {
        HeadStep step = HeadStep.of(mission);
        yield step == null ? null : slot(step);
      }
      case OfficialAppointed _ -> TAKEN_UP;
      case AppointmentEnded _ -> LEFT;
      default -> null;
    };
  }

  /** Equal of terms of one person in one post. */
  static @Nullable String post(LedgerEvent event) {
    return switch (event) {
      case MissionEvent mission when mission instanceof OfTerm told ->
          post(mission.subject().id(), told.head().key());
      case OfficialAppointed(var who, var office, var party, var _) ->
          post(party + " " + TextForm.folded(office), who.value());
      case AppointmentEnded(var who, var office, var party, var _) ->
          post(party + " " + TextForm.folded(office), who.value());
      default -> null;
    };
  }

  static String post(String post, String person) {
    return post + " " + person;
  }
}
