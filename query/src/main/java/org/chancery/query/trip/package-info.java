/** Trips and their stops, as of both times. */
@NullMarked
package org.chancery.query.trip;

import org.jspecify.annotations.NullMarked;
