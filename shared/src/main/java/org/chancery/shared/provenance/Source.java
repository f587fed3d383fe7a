package org.chancery.shared.provenance;

import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that says so.
 *
 * @param title what the document is called
 * @param publisher who issued it
 * @param published when it was issued
 * @param locator where in it: a record number, page or file
 * @param quote its own words, short
 * @param url where it could be read
 */
public record Source(
    String title,
    @Nullable String publisher,
    @Nullable EdtfDate published,
    @Nullable String locator,
    @Nullable String quote,
    @Nullable String url) {

  public Source {
    title = Require.text("title", title);
    publisher = Require.optionalText("publisher", publisher);
    locator = Require.optionalText("locator", locator);
    quote = Require.optionalText("quote", quote);
    url = Require.optionalText("url", url);
  }
}
