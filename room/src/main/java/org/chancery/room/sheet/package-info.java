/** What every page has: its frame, the point in both times, what cites it; and how it is sent. */
@NullMarked
package org.chancery.room.sheet;

import org.jspecify.annotations.NullMarked;
