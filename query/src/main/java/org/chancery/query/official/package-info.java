/** Officials and the offices they hold, as of both times. */
@NullMarked
package org.chancery.query.official;

import org.jspecify.annotations.NullMarked;
