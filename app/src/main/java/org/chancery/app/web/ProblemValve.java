package org.chancery.app.web;

import static jakarta.servlet.http.HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.chancery.journal.json.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells as a problem what fails before a request reaches the application: a path that is none,
 * headers without end. Public, with a constructor that takes nothing, for Tomcat makes it.
 */
public final class ProblemValve extends ErrorReportValve {
  private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

  private final JsonMapper mapper = LedgerJson.mapper();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    if (failure != null && response.getStatus() == SC_INTERNAL_SERVER_ERROR) {
      log.error("a request failed before it was answered", failure);
    }
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(UTF_8);
      response.setHeader("Cache-Control", HttpProblems.NEVER_KEPT);
      PrintWriter out = response.getReporter();
      if (out != null) {
        out.write(mapper.writeValueAsString(HttpProblems.of(response.getStatus())));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      log.debug("nobody is left to be told of status {}", response.getStatus(), gone);
    }
  }
}
