/** What may happen to an agreement. */
@NullMarked
package org.chancery.command.agreement;

import org.jspecify.annotations.NullMarked;
