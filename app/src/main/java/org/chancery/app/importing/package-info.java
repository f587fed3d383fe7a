/** Taking sources in, whoever asks for it: a verb of the command line, or the desk. */
@NullMarked
package org.chancery.app.importing;

import org.jspecify.annotations.NullMarked;
