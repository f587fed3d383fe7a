/** Accounts of a fact that differ, and what answers say by one of them alone. */
@NullMarked
package org.chancery.query.account;

import org.jspecify.annotations.NullMarked;
