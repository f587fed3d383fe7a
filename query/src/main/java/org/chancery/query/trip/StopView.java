package org.chancery.query.trip;

import java.time.LocalDate;
import java.util.List;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a traveller in a country.
 *
 * @param countryName the country's name as used at the time
 * @param from the first day that may belong to it, or null where no beginning is known
 * @param to the last day that may belong to it, or null where no end is known
 * @param dates both, as the source gives them
 * @param days how many days, both included; null where the dates are not known to the day
 * @param status planned or took-place
 */
public record StopView(
    TripId trip,
    OfficialId traveller,
    @Nullable String office,
    PartyId country,
    @Nullable String countryName,
    List<String> places,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    EdtfSpan dates,
    @Nullable Long days,
    @Nullable String note,
    TripStatus status,
    List<Long> entries) {}
