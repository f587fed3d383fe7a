package org.chancery.app.violations.command.trip;

import org.chancery.app.violations.command.meeting.MeetingState;
import org.chancery.app.violations.query.meeting.MeetingAnswer;

/** Called a helper, and asks the answering side. */
public record TripHelper(MeetingState meeting, MeetingAnswer answer) {}
