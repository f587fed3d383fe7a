package org.chancery.shared.precondition;

import java.util.ArrayList;
import java.util.List;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** Something outside its subject that a command takes for granted. */
public sealed interface Reference {

  /** The party is registered. */
  record Known(PartyId party) implements Reference {}

  /** The party is registered and existed at some time within the span. */
  record Extant(PartyId party, EdtfSpan when) implements Reference {}

  /** The party is registered and had come to be by then, whether or not it still existed. */
  record Arisen(PartyId party, EdtfSpan when) implements Reference {}

  /** The party is registered and may be recognized: it is a state or an organization. */
  record Recognizable(PartyId party) implements Reference {}

  /** No other party goes by these codes. */
  record Unclaimed(PartyId party, List<String> codes) implements Reference {}

  /** What is told as past: its first day has come by now somewhere, and so has its last. */
  record Begun(EdtfSpan when) implements Reference {}

  /** The official is registered. */
  record KnownOfficial(OfficialId official) implements Reference {}

  /** The conference is on record. */
  record KnownConference(ConferenceId conference) implements Reference {}

  /** The whole is on record, and neither is the part nor lies within it. */
  record Within(ConferenceId part, ConferenceId whole) implements Reference {}

  /** The entry that is told as a cause stands in the journal, or stood there. */
  record Recorded(CitedCause cause) implements Reference {}

  /** Where the official's terms in this office are recorded, one of them touches the span. */
  record InOffice(OfficialId official, String office, EdtfSpan when) implements Reference {}

  /**
   * Where it is known whom the official served within the span, it was not the party.
   *
   * @param otherwise why the command is refused where it was
   * @param version the subject's version (from 0) whose entry then stands in the way
   */
  record NotServing(
      OfficialId official, PartyId party, EdtfSpan when, RefusalCode otherwise, long version)
      implements Reference {

    public static List<Reference> eachOf(
        List<OfficialId> officials,
        PartyId party,
        EdtfSpan when,
        RefusalCode otherwise,
        long version) {
      return officials.stream()
          .<Reference>map(official -> new NotServing(official, party, when, otherwise, version))
          .toList();
    }
  }

  static List<Reference> extant(List<PartyId> parties, EdtfSpan when) {
    return parties.stream().<Reference>map(party -> new Extant(party, when)).toList();
  }

  static List<Reference> arisen(List<PartyId> parties, EdtfSpan when) {
    return parties.stream().<Reference>map(party -> new Arisen(party, when)).toList();
  }

  /** Who did it existed on the day, and over what is on record; beside what else is taken. */
  static List<Reference> of(Caused act, List<Reference> others) {
    List<Reference> references = new ArrayList<>(others);
    references.addAll(extant(act.by(), EdtfSpan.of(act.on())));
    if (act.because() != null) {
      references.add(new Recorded(act.because()));
    }
    return references;
  }

  static List<Reference> known(@Nullable PartyId party) {
    return party == null ? List.of() : List.of(new Known(party));
  }

  static List<Reference> known(@Nullable ConferenceId conference) {
    return conference == null ? List.of() : List.of(new KnownConference(conference));
  }

  static List<Reference> within(ConferenceId part, @Nullable ConferenceId whole) {
    return whole == null ? List.of() : List.of(new Within(part, whole));
  }
}
