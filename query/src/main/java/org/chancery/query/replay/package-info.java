/** Builds read models anew from the journal while the old ones answer, compares, and switches. */
@NullMarked
package org.chancery.query.replay;

import org.jspecify.annotations.NullMarked;
