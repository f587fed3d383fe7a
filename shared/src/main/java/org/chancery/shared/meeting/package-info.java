/** Meetings between parties: planned, moved, cancelled, held, and who was left out. */
@NullMarked
package org.chancery.shared.meeting;

import org.jspecify.annotations.NullMarked;
