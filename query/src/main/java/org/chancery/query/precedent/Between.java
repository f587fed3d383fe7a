package org.chancery.query.precedent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.meeting.MeetingView;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.shared.Choice;
import org.chancery.shared.Identifier;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;

/** The two between whom contacts are looked for, by their ids: both officials, or both parties. */
public record Between(Kind kind, String one, String other) {

  public enum Kind {
    OFFICIAL,
    PARTY
  }

  /** A meeting in which both take part and that stands so; a held one is in the list once. */
  Set<FilterAttribute> attributes(FilterAttribute status) {
    String name = Choice.text(kind);
    return new LinkedHashSet<>(
        List.of(status, new FilterAttribute(name, one), new FilterAttribute(name, other)));
  }

  boolean bothIn(MeetingView meeting) {
    Set<String> present = new LinkedHashSet<>(ids(kind, meeting).toList());
    return present.contains(one) && present.contains(other);
  }

  List<Identifier> ids() {
    return switch (kind) {
      case OFFICIAL -> List.of(new OfficialId(one), new OfficialId(other));
      case PARTY -> List.of(new PartyId(one), new PartyId(other));
    };
  }

  /** As summaries name them. */
  String names() {
    String concept =
        switch (kind) {
          case OFFICIAL -> OfficialEvent.CONCEPT;
          case PARTY -> PartyEvent.CONCEPT;
        };
    return "{%s/%s} and {%s/%s}".formatted(concept, one, concept, other);
  }

  static Stream<String> ids(Kind kind, MeetingView meeting) {
    return switch (kind) {
      case OFFICIAL ->
          meeting.participants().stream()
              .map(participant -> participant.official())
              .filter(Objects::nonNull)
              .map(official -> official.value());
      case PARTY -> meeting.parties().stream().map(party -> party.value());
    };
  }
}
