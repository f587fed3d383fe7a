/**
 * How drafts get into a ledger, of this process or of another one that runs, and what it holds
 * already: no kind of source need know which of the two it is.
 */
@NullMarked
package org.chancery.intake.ledger;

import org.jspecify.annotations.NullMarked;
