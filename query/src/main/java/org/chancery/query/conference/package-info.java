/** Conferences as they are answered, with all that was held at them. */
@NullMarked
package org.chancery.query.conference;

import org.jspecify.annotations.NullMarked;
