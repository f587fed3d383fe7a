package org.chancery.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.chancery.journal.json.LedgerJson;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.ProblemSheet;
import org.chancery.shared.Problem;
import org.chancery.shared.RequestCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Problems that HTTP itself has words for. */
public final class HttpProblems {

  /** What a cache does with a problem. */
  static final String NEVER_KEPT = "no-store";

  private static final JsonMapper MAPPER = LedgerJson.mapper();

  private HttpProblems() {}

  static Problem of(HttpStatusCode status, String detail) {
    return Problem.of(code(status), detail).at(status.value());
  }

  /** The same, where nothing more is known than the status. */
  static Problem of(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    HttpStatus told = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    return of(told, told.getReasonPhrase());
  }

  /** Answers with a problem, before a request reaches the endpoints; a browser with a page. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    response.setStatus(problem.status());
    response.setHeader(HttpHeaders.CACHE_CONTROL, NEVER_KEPT);
    if (ProblemSheet.isFor(request)) {
      Press.HEADERS.forEach(response::setHeader);
      response.setContentType(Press.TYPE);
      response.getOutputStream().write(ProblemSheet.of(request, problem).getBytes(UTF_8));
    } else {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(MAPPER.writeValueAsBytes(problem));
    }
  }

  /** The code that HTTP's own name of the status is, or else the nearest. */
  private static RequestCode code(HttpStatusCode status) {
    return switch (status.value()) {
      case 413 -> RequestCode.TOO_LARGE;
      default ->
          Arrays.stream(RequestCode.values())
              .filter(
                  code -> status instanceof HttpStatus known && code.name().equals(known.name()))
              .findFirst()
              .orElse(
                  status.is5xxServerError() ? RequestCode.INTERNAL_ERROR : RequestCode.UNREADABLE);
    };
  }
}
