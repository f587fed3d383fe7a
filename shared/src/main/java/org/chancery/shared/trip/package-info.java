/** Journeys of officials, stop by stop. */
@NullMarked
package org.chancery.shared.trip;

import org.jspecify.annotations.NullMarked;
