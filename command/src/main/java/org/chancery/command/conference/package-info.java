/** What may happen to a conference. */
@NullMarked
package org.chancery.command.conference;

import org.jspecify.annotations.NullMarked;
