/** Server-sent events: who listens, how many may, and how they are sent away. */
@NullMarked
package org.chancery.query.stream;

import org.jspecify.annotations.NullMarked;
