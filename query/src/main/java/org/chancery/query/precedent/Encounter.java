package org.chancery.query.precedent;

import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.MeetingView;

/**
 * A held meeting that is, or may be, one of those asked for.
 *
 * @param sure true where it is one whatever its date, and the terms of those present, turn out to
 *     be
 */
record Encounter(MeetingView meeting, Began began, boolean sure) {}
