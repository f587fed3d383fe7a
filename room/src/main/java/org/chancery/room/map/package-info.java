/** Where somebody travelled: the countries of stops on a map, in their order. */
@NullMarked
package org.chancery.room.map;

import org.jspecify.annotations.NullMarked;
