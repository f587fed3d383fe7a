/** Persons and the offices they held. */
@NullMarked
package org.chancery.shared.official;

import org.jspecify.annotations.NullMarked;
