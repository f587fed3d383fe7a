package org.chancery.query.likeness;

import java.util.List;

/**
 * A subject on record that may be what a command tells of.
 *
 * @param subject its path, such as {@code meetings/bonn-2017}
 * @param entries the positions that it rests on
 * @param detail what they share, in words
 */
public record LookAlike(String subject, List<Long> entries, String detail) {}
