/** What every concept speaks: subjects, commands, events, refusals and the names things go by. */
@NullMarked
package org.chancery.shared;

import org.jspecify.annotations.NullMarked;
