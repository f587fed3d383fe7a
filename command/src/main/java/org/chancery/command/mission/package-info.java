/** What may happen to a mission and to those who are to head it. */
@NullMarked
package org.chancery.command.mission;

import org.jspecify.annotations.NullMarked;
