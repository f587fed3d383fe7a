package org.chancery.shared.meeting;

import org.chancery.shared.Identifier;
import org.chancery.shared.Subject;

/** The id of a meeting, such as {@code bonn-2017-us-ru}. */
public record MeetingId(String value) implements Identifier {

  public MeetingId {
    Identifier.checked(value);
  }

  public Subject subject() {
    return new Subject(MeetingEvent.CONCEPT, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
