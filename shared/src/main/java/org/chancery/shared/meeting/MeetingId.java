package org.chancery.shared.meeting;

import org.chancery.shared.Identifier;

/** The id of a meeting, such as {@code bonn-2017-us-ru}. */
public record MeetingId(String value) implements Identifier {

  public MeetingId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
