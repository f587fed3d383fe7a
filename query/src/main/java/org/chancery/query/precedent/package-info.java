/** Whether a contact is the first, and if not, the first since when; always in this ledger. */
@NullMarked
package org.chancery.query.precedent;

import org.jspecify.annotations.NullMarked;
