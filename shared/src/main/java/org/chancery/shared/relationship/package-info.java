/** Diplomatic relations between two parties (Vienna Convention on Diplomatic Relations, 1961). */
@NullMarked
package org.chancery.shared.relationship;

import org.jspecify.annotations.NullMarked;
