package org.chancery.query.precedent;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.chancery.shared.meeting.MeetingFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whose contacts are asked for: an official's with another, or a party's with another.
 *
 * @param with an official's id beside {@code official}, a party's id or code beside {@code party}
 * @param office held then by the official, or by someone who took part for the party
 * @param before contacts that began before that day; the day of {@code on} where left out
 */
record PrecedentParameters(
    @Parameter(description = "An official's id; or `party`") @Nullable String official,
    @Parameter(description = "A party by id or code; or `official`", example = "US")
        @Nullable String party,
    @Parameter(description = "The other official, or the other party", example = "RU")
        @Nullable String with,
    @Parameter(
            description = "Held then by the official, or by someone who took part for the party",
            example = "secretary-of-state")
        @Nullable String office,
    @Parameter(schema = @Schema(implementation = MeetingFormat.class)) @Nullable String format,
    @Parameter(description = "A day (EDTF); `on` where left out", example = "2017-02-16")
        @Nullable String before) {}
