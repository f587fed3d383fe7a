/** What a subject's history allows: the decision model, its decider and the aggregate's shell. */
@NullMarked
package org.chancery.command.decision;

import org.jspecify.annotations.NullMarked;
