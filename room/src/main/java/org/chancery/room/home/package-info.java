/** Where a reader begins. */
@NullMarked
package org.chancery.room.home;

import org.jspecify.annotations.NullMarked;
