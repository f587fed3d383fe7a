/** Missions and who headed them, as of both times. */
@NullMarked
package org.chancery.query.mission;

import org.jspecify.annotations.NullMarked;
