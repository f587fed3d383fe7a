/** Cooperations and how they stand, as of both times. */
@NullMarked
package org.chancery.query.cooperation;

import org.jspecify.annotations.NullMarked;
