/** What somebody claims to be so, in a form in which it can be held against the record. */
@NullMarked
package org.chancery.shared.claim;

import org.jspecify.annotations.NullMarked;
