/** Parties and how they stand to each other, as a graph for other programs. */
@NullMarked
package org.chancery.room.graph;

import org.jspecify.annotations.NullMarked;
