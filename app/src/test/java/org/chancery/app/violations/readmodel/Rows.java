package org.chancery.app.violations.readmodel;

import org.chancery.app.violations.query.meeting.MeetingAnswer;

/** Knows what it holds. */
public record Rows(MeetingAnswer answer) {}
