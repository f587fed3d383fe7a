/** Meetings as they are answered. */
@NullMarked
package org.chancery.query.meeting;

import org.jspecify.annotations.NullMarked;
