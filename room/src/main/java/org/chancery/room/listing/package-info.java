/** Lists: their filters, their pages, and how one of each concept reads in a row. */
@NullMarked
package org.chancery.room.listing;

import org.jspecify.annotations.NullMarked;
