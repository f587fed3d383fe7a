/** How two parties stood to each other: in words, as a picture over time, and as a table. */
@NullMarked
package org.chancery.room.relationship;

import org.jspecify.annotations.NullMarked;
