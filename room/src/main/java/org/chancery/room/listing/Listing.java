package org.chancery.room.listing;

import static org.chancery.shared.Choice.texts;

import java.util.List;
import org.chancery.query.agreement.AgreementView.AgreementStatus;
import org.chancery.query.conference.ConferenceView.ConferenceStatus;
import org.chancery.query.cooperation.CooperationView.CooperationStatus;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.query.sanction.SanctionView.SanctionStatus;
import org.chancery.query.statement.StatementView.StatementStatus;
import org.chancery.query.trip.TripStatus;
import org.chancery.room.value.FieldWords;
import org.chancery.shared.agreement.AgreementKind;
import org.chancery.shared.conference.ConferenceKind;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.statement.Stance;
import org.chancery.shared.trip.VisitKind;

/**
 * A list, and by what it may be narrowed.
 *
 * @param name as in its path
 * @param about what is listed, in a sentence
 * @param ofAllDays true where it is of all days unless one is asked for
 */
record Listing(String name, String title, String about, boolean ofAllDays, List<Narrowed> by) {

  /**
   * A filter.
   *
   * @param choices all that may be asked for; empty where any text may
   */
  record Narrowed(String name, String label, List<String> choices) {}

  private static final Narrowed PARTY = text("party", "Party");
  private static final Narrowed OFFICIAL = text("official", "Official");
  private static final Narrowed COUNTRY = text("country", "Country");
  private static final Narrowed PLACE = text("place", "Place");
  private static final Narrowed FROM = text("from", "From");
  private static final Narrowed TO = text("to", "To");

  static final List<Listing> ALL =
      List.of(
          of(
              "meetings",
              "Meetings, by their first day.",
              PARTY,
              OFFICIAL,
              PLACE,
              COUNTRY,
              text("excluded", "Left out"),
              text("conference", "Conference"),
              choice("format", texts(MeetingFormat.class)),
              choice("status", texts(MeetingStatus.class)),
              FROM,
              TO),
          of(
              "conferences",
              "Conferences, by their first day.",
              PARTY,
              OFFICIAL,
              text("host", "Host"),
              PLACE,
              COUNTRY,
              text("series", "Series"),
              choice("kind", texts(ConferenceKind.class)),
              choice("status", texts(ConferenceStatus.class)),
              FROM,
              TO),
          of(
              "trips",
              "Trips, by their first day.",
              OFFICIAL,
              text("office", "Office"),
              COUNTRY,
              PLACE,
              text("conference", "Conference"),
              choice("status", texts(TripStatus.class)),
              FROM,
              TO),
          new Listing(
              "visits",
              "Visits",
              "Trips as their hosts see them, by their first day.",
              true,
              List.of(
                  text("host", "Host"),
                  COUNTRY,
                  text("visitor", "Visitor"),
                  PLACE,
                  choice("kind", texts(VisitKind.class)),
                  FROM,
                  TO)),
          new Listing(
              "stops",
              "Stops",
              "Where officials were on their trips, by the first day there.",
              true,
              List.of(
                  OFFICIAL,
                  text("office", "Office"),
                  COUNTRY,
                  PLACE,
                  text("conference", "Conference"),
                  choice("status", texts(TripStatus.class)),
                  FROM,
                  TO)),
          of(
              "statements",
              "What was said on record, by the day on which it was.",
              PARTY,
              OFFICIAL,
              text("about", "About"),
              text("topic", "Topic"),
              choice("stance", texts(Stance.class)),
              choice("status", texts(StatementStatus.class)),
              FROM,
              TO),
          of(
              "cooperations",
              "Joint work of parties in a field.",
              PARTY,
              text("field", "Field"),
              choice("state", texts(CooperationStatus.class)),
              FROM,
              TO),
          of(
              "agreements",
              "What parties adopted in writing.",
              PARTY,
              text("field", "Field"),
              choice("kind", texts(AgreementKind.class)),
              choice("state", texts(AgreementStatus.class)),
              FROM,
              TO),
          of(
              "sanctions",
              "Measures of parties against others, or against persons.",
              text("by", "By"),
              text("against", "Against"),
              OFFICIAL,
              choice("state", texts(SanctionStatus.class)),
              FROM,
              TO),
          of(
              "missions",
              "Permanent missions, and who heads them on the day.",
              text("sending", "Sending party"),
              text("receiving", "Receiving party"),
              OFFICIAL,
              text("rank", "Rank")),
          of(
              "parties",
              "Who acts: states, organizations and others.",
              text("name", "Name"),
              choice("kind", texts(PartyKind.class)),
              text("code", "ISO code"),
              text("succeeds", "Successors of")),
          of(
              "officials",
              "Persons who act for a party.",
              text("name", "Name"),
              text("office", "Office"),
              PARTY,
              FROM,
              TO),
          of(
              "relationships",
              "Pairs of parties of which anything is recorded.",
              PARTY,
              choice("relations", texts(RelationsStatus.class)),
              FROM,
              TO),
          new Listing(
              "timeline",
              "Timeline",
              "All that happened or is to happen, by the first day on which it may have begun.",
              true,
              List.of(PARTY, OFFICIAL, FROM, TO)),
          new Listing(
              "entries",
              "The journal",
              "All entries in the order of their recording, those that were superseded among them.",
              true,
              List.of(
                  text("subject", "Subject"),
                  text("name", "Event"),
                  text("text", "Words"),
                  text("source", "Source"),
                  text("authority", "Authority"),
                  text("recordedBy", "Recorded by"),
                  choice("superseded", List.of("true", "false")),
                  text("from", "Recorded from"),
                  text("to", "Recorded to"))));

  private static Listing of(String name, String about, Narrowed... by) {
    return new Listing(name, FieldWords.sentence(name), about, false, List.of(by));
  }

  private static Narrowed text(String name, String label) {
    return new Narrowed(name, label, List.of());
  }

  private static Narrowed choice(String name, List<String> choices) {
    return new Narrowed(name, FieldWords.label(name), choices);
  }
}
