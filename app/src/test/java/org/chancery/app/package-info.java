/** The whole ledger, asked from outside as its users ask it; and the rules of the house. */
@NullMarked
package org.chancery.app;

import org.jspecify.annotations.NullMarked;
