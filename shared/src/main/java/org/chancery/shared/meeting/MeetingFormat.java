package org.chancery.shared.meeting;

/** The form in which parties meet. */
public enum MeetingFormat {
  BILATERAL,
  TRILATERAL,
  PLURILATERAL,
  PLENARY,
  WORKING_SESSION,
  WORKING_LUNCH,
  DINNER,
  PULL_ASIDE,
  PHONE,
  VIDEO
}
