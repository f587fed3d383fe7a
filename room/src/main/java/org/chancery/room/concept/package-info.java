/** A page for one of each concept: what is held of it, on what ground, and what follows from it. */
@NullMarked
package org.chancery.room.concept;

import org.jspecify.annotations.NullMarked;
