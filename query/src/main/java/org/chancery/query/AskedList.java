package org.chancery.query;

import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;

/** What a list was asked for, so that it can be seen whom it would have by other accounts. */
public record AskedList(ReadModel<?> model, Selection selection) {}
