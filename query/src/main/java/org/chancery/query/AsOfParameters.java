package org.chancery.query;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * As of when an answer is asked; the same parameters on every read.
 *
 * @param on the day in the world, EDTF; today where left out
 * @param knownAt an instant, a day (its end in UTC), {@code position:N}, {@code release:NAME} or
 *     {@code import:N}; all that is known where left out
 * @param minPosition wait until the read models have taken in this position
 */
public record AsOfParameters(
    @Parameter(description = "Valid as-of: a day (EDTF)", example = "2017-02-16")
        @Nullable String on,
    @Parameter(
            description =
                "Known as-of: an instant, a day (its end, UTC), position:N, release:NAME (when that"
                    + " release was first taken in) or import:N",
            example = "position:42")
        @Nullable String knownAt,
    @Parameter(description = "Wait until the read models have taken in this position")
        @Nullable Long minPosition) {}
