/** What may happen to a statement. */
@NullMarked
package org.chancery.command.statement;

import org.jspecify.annotations.NullMarked;
