/** Sanctions: who imposes which measures against whom, and when they are in force. */
@NullMarked
package org.chancery.shared.sanction;

import org.jspecify.annotations.NullMarked;
