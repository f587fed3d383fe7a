/** The command line: one class a verb, and what several verbs share. */
@NullMarked
package org.chancery.app.cli;

import org.jspecify.annotations.NullMarked;
