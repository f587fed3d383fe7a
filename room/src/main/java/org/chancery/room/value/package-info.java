/**
 * How the values of an answer read on a page: dates in words, ids as names with links, doubt as
 * doubt.
 */
@NullMarked
package org.chancery.room.value;

import org.jspecify.annotations.NullMarked;
