/** What may happen to sanctions. */
@NullMarked
package org.chancery.command.sanction;

import org.jspecify.annotations.NullMarked;
