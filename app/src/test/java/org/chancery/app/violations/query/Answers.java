package org.chancery.app.violations.query;

import org.chancery.app.violations.query.meeting.MeetingAnswer;

/** At the root of a module, and knows a package that knows it. */
public record Answers(MeetingAnswer first) {}
