/** What may happen to a cooperation. */
@NullMarked
package org.chancery.command.cooperation;

import org.jspecify.annotations.NullMarked;
