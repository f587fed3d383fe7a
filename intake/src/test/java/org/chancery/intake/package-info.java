@NullMarked
package org.chancery.intake;

import org.jspecify.annotations.NullMarked;
