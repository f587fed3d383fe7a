/** How a party comes into the ledger. */
@NullMarked
package org.chancery.command.party;

import org.jspecify.annotations.NullMarked;
