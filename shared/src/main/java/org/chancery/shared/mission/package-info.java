/** Permanent diplomatic missions and those who head them (Vienna Convention 1961). */
@NullMarked
package org.chancery.shared.mission;

import org.jspecify.annotations.NullMarked;
