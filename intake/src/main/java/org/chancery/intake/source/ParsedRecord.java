package org.chancery.intake.source;

/** What a reader makes of one record of its source. */
public sealed interface ParsedRecord permits Draft, RejectedRecord, UnchangedRecord {}
