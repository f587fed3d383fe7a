/** One entry of the journal: what it says, on what ground, and what became of it. */
@NullMarked
package org.chancery.room.entry;

import org.jspecify.annotations.NullMarked;
