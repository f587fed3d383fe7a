/** What may happen to a meeting. */
@NullMarked
package org.chancery.command.meeting;

import org.jspecify.annotations.NullMarked;
