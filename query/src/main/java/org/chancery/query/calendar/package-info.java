/** Meetings and conferences as calendars take them in (RFC 5545). */
@NullMarked
package org.chancery.query.calendar;

import org.jspecify.annotations.NullMarked;
