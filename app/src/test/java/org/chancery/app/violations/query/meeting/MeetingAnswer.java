package org.chancery.app.violations.query.meeting;

import org.chancery.app.violations.command.meeting.MeetingState;

/** Asks the deciding side. */
public record MeetingAnswer(MeetingState state) {}
