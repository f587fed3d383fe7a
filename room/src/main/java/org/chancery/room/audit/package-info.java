/** Why answers were what they were, and what shows that the journal is as it was written. */
@NullMarked
package org.chancery.room.audit;

import org.jspecify.annotations.NullMarked;
