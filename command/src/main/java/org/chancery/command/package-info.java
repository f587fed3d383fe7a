/** Decides: takes commands over REST, judges them against history, and answers with entries. */
@NullMarked
package org.chancery.command;

import org.jspecify.annotations.NullMarked;
