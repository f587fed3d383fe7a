package org.chancery.journal;

import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A record of a source by the number that the source gives it. Sources number anew, so a number
 * means little without the release.
 *
 * @param number with which the locator ends; any where null
 * @param release the day on which the source was published; any where null
 */
public record CitedRecord(@Nullable String number, @Nullable EdtfDate release) {}
