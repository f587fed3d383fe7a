package org.chancery.app.violations.room;

import org.chancery.app.violations.readmodel.Rows;

/** Reads rows past the answers. */
public record Shelf(Rows rows) {}
