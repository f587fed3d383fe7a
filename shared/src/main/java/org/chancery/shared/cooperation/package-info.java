/** Fields in which parties work together, and when that began, paused and ended. */
@NullMarked
package org.chancery.shared.cooperation;

import org.jspecify.annotations.NullMarked;
