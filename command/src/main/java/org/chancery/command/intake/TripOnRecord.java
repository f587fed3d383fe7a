package org.chancery.command.intake;

import java.time.LocalDate;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.jspecify.annotations.Nullable;

/** A trip as the ledger tells it now. */
record TripOnRecord(TripRecorded trip, long entry, boolean fromTravels, @Nullable LocalDate release)
    implements OnRecord {}
