package org.chancery.app.violations.intake;

import org.chancery.app.violations.room.Shelf;

/** Knows where it is shown. */
public record Delivery(Shelf to) {}
