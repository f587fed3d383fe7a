package org.chancery.query.point;

import java.time.Instant;
import org.chancery.query.change.ChangeCounts;
import org.jspecify.annotations.Nullable;

/**
 * A point of recorded time: where an import ended, as far as its entries were known.
 *
 * @param name what may be asked for, such as {@code import:2}
 * @param release another name of the same point, where the import was the first of its source; null
 *     elsewhere, and where sources of several formats are called so
 * @param source what the source is called, such as {@code travels-2020-11-19}
 * @param format how it was read, such as {@code travels}
 * @param first the position of the import's first entry
 * @param position that of its last one, for which the name stands
 * @param recordedAt when that was recorded
 * @param counts how many entries it made of each kind; what others entered meanwhile is not counted
 * @param changes where all that changed from its first entry to its last is told
 */
record NamedPoint(
    String name,
    @Nullable String release,
    String source,
    String format,
    long first,
    long position,
    Instant recordedAt,
    ChangeCounts counts,
    String changes) {}
