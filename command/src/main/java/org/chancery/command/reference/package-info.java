/** What commands take for granted: the parties and officials that the ledger knows. */
@NullMarked
package org.chancery.command.reference;

import org.jspecify.annotations.NullMarked;
