package org.chancery.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An official's registration as the ledger tells it now. */
record OfficialOnRecord(String name, long entry, boolean fromTravels, @Nullable LocalDate release)
    implements OnRecord {}
