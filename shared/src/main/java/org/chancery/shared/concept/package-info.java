/** The concepts of the ledger, listed once: what goes over all of them starts here. */
@NullMarked
package org.chancery.shared.concept;

import org.jspecify.annotations.NullMarked;
