/** What commands take for granted: the parties, officials and conferences that the ledger knows. */
@NullMarked
package org.chancery.command.reference;

import org.jspecify.annotations.NullMarked;
