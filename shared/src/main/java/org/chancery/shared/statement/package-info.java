/** What somebody said on record: to whom it is attributed, what stance it takes, and its end. */
@NullMarked
package org.chancery.shared.statement;

import org.jspecify.annotations.NullMarked;
