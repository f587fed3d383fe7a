/** What may happen to an official: one comes into the ledger, takes up offices and leaves them. */
@NullMarked
package org.chancery.command.official;

import org.jspecify.annotations.NullMarked;
