/** The reading room: pages for people, made from the same answers as the REST API gives. */
@NullMarked
package org.chancery.room;

import org.jspecify.annotations.NullMarked;
