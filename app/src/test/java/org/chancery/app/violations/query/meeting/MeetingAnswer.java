package org.chancery.app.violations.query.meeting;

import org.chancery.app.violations.command.meeting.MeetingState;
import org.chancery.app.violations.query.Answers;

/** Asks the deciding side, and knows the root of its module. */
public record MeetingAnswer(MeetingState state, Answers all) {}
