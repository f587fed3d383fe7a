package org.chancery.query.account;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Whose account an answer follows.
 *
 * @param accordingTo the publisher of a source, or the position of an entry; the account that is
 *     preferred where left out
 */
public record AccordingTo(
    @Parameter(
            description =
                "Follows, wherever it gives one, the account of this source (its publisher) or of"
                    + " this entry (its position)")
        @Nullable String accordingTo) {}
