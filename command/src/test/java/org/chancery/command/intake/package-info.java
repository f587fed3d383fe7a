@NullMarked
package org.chancery.command.intake;

import org.jspecify.annotations.NullMarked;
