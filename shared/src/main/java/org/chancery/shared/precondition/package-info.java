/** What a command takes for granted: of its own values, and of parties and officials. */
@NullMarked
package org.chancery.shared.precondition;

import org.jspecify.annotations.NullMarked;
