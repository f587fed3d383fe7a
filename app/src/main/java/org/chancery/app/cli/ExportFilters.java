package org.chancery.app.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.query.export.ExportParameters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is exported, as options. */
final class ExportFilters {

  @Option(names = "--subject", description = "Such as meetings/bonn-2017-us-ru.")
  @Nullable String subject;

  @Option(names = "--party", description = "All on subjects of which an entry names the party.")
  @Nullable String party;

  @Option(
      names = "--official",
      description = "All on subjects of which an entry names the official.")
  @Nullable String official;

  @Option(names = "--name", description = "Such as meeting.held.")
  @Nullable String name;

  @Option(names = "--recorded-by", description = "The principal.")
  @Nullable String recordedBy;

  @Option(names = "--source", description = "Text that some source contains.")
  @Nullable String source;

  @Option(names = "--from", description = "Recorded at or after the instant, or from that day on.")
  @Nullable String from;

  @Option(
      names = "--to",
      description = "Recorded before the instant, or up to the end of that day.")
  @Nullable String to;

  @Option(names = "--since", description = "The size of a checkpoint that you kept.")
  @Nullable Long since;

  ExportParameters asked() {
    return new ExportParameters(
        subject, party, official, name, recordedBy, source, from, to, since);
  }

  /** As the query of an address. */
  String query() {
    Map<String, String> given = asked().texts();
    if (since != null) {
      given.put("since", since.toString());
    }
    return given.entrySet().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
