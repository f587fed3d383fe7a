/** Who asks: tokens, the hosts that are answered, and the proof that a server is the one meant. */
@NullMarked
package org.chancery.app.security;

import org.jspecify.annotations.NullMarked;
