/** Who acts: the pages of a party, of an official, and of a mission. */
@NullMarked
package org.chancery.room.actor;

import org.jspecify.annotations.NullMarked;
