/** Agreements of parties in the words of the law of treaties (Vienna Convention 1969). */
@NullMarked
package org.chancery.shared.agreement;

import org.jspecify.annotations.NullMarked;
