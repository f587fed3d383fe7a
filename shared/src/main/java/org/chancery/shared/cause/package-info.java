/** Who did what is told, and over what. */
@NullMarked
package org.chancery.shared.cause;

import org.jspecify.annotations.NullMarked;
