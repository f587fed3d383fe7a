/** The immutable log: one gapless line of entries, appended durably, never edited, read by all. */
@NullMarked
package org.chancery.journal;

import org.jspecify.annotations.NullMarked;
