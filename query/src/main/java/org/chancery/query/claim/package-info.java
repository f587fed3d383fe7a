/** What others claim, held against what is on record: what speaks for it, what against it. */
@NullMarked
package org.chancery.query.claim;

import org.jspecify.annotations.NullMarked;
