/** What happened in a span of days, told over again. */
@NullMarked
package org.chancery.room.replay;

import org.jspecify.annotations.NullMarked;
