package org.chancery.query.trip;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.chancery.query.Filter;
import org.chancery.shared.Choice;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * By what trips and stops may be looked for.
 *
 * @param office in full, as {@code secretary-of-state} or as {@code secretary}
 * @param country by id or ISO code
 * @param place one of the places named
 */
record TripParameters(
    @Parameter(description = "The traveller's id") @Nullable String official,
    @Parameter(
            description = "The traveller's office: in full or by its first word",
            example = "secretary")
        @Nullable String office,
    @Parameter(description = "The country by id or ISO code") @Nullable String country,
    @Parameter(description = "One of the places named") @Nullable String place,
    @Parameter(schema = @Schema(implementation = TripStatus.class)) @Nullable String status) {

  /** The same; fails as INVALID_FIELDS where it asks for a status that trips alone have. */
  TripParameters ofStops() {
    List<TripStatus> ofTrips = List.of(TripStatus.OVERDUE, TripStatus.INDETERMINATE);
    if (ofTrips.stream().anyMatch(none -> Choice.text(none).equalsIgnoreCase(status))) {
      Filter.fail(
          RefusalCode.INVALID_FIELDS,
          List.of(
              new Fault(
                  "/status",
                  "'%s' is told of trips: ask for /api/trips; of stops it is planned or took-place"
                      .formatted(status))));
    }
    return this;
  }
}
