/** Conferences that parties convene: planned, postponed, cancelled, held, and who was invited. */
@NullMarked
package org.chancery.shared.conference;

import org.jspecify.annotations.NullMarked;
