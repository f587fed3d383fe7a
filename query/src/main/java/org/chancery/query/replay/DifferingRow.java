package org.chancery.query.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that came out otherwise, with all its columns as text; what is null is left out, and so is
 * {@code known_to} where it is open, or ends beyond the position of the comparison.
 *
 * @param subject what the row is about
 * @param before as the old table has it; null where it has none
 * @param rebuilt as the journal leads to it; null where it leads to none
 */
@Schema(name = "Difference")
public record DifferingRow(
    String model,
    String subject,
    @Nullable Map<String, String> before,
    @Nullable Map<String, String> rebuilt) {}
