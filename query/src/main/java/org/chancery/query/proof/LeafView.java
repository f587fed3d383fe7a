package org.chancery.query.proof;

import org.jspecify.annotations.Nullable;

/**
 * An entry as it was hashed.
 *
 * @param leaf RFC 8785
 * @param leafHash base64
 * @param content RFC 8785, null where it was erased
 * @param salt hexadecimal, null where it was destroyed
 */
record LeafView(
    long position, String leaf, String leafHash, @Nullable String content, @Nullable String salt) {}
