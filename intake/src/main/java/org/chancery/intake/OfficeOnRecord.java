package org.chancery.intake;

import java.time.LocalDate;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.jspecify.annotations.Nullable;

/** The days on which the ledger now has an official in office, as the travels attest them. */
record OfficeOnRecord(
    OfficeAttested event, long entry, boolean fromTravels, @Nullable LocalDate release)
    implements OnRecord {}
