/** What may happen to a trip. */
@NullMarked
package org.chancery.command.trip;

import org.jspecify.annotations.NullMarked;
