/** What the ledger learnt between two points of recorded time. */
@NullMarked
package org.chancery.room.change;

import org.jspecify.annotations.NullMarked;
