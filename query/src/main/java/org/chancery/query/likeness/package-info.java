/** What on record looks like what a command is about to tell, and may be the same. */
@NullMarked
package org.chancery.query.likeness;

import org.jspecify.annotations.NullMarked;
