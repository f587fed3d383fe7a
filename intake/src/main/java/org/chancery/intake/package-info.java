/** Readers of outside sources: each turns files into drafts of commands, one by one. */
@NullMarked
package org.chancery.intake;

import org.jspecify.annotations.NullMarked;
