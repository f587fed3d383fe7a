/** Search over all that is on record: what is found, by what it may be narrowed, and what not. */
@NullMarked
package org.chancery.room.search;

import org.jspecify.annotations.NullMarked;
