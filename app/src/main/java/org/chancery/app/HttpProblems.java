package org.chancery.app;

import org.chancery.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Problems that HTTP itself has words for. */
final class HttpProblems {

  private HttpProblems() {}

  static Problem of(HttpStatusCode status, String detail) {
    return Problem.of(status.value(), code(status), detail);
  }

  /** The same, where nothing more is known than the status. */
  static Problem of(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    HttpStatus told = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    return of(told, told.getReasonPhrase());
  }

  private static String code(HttpStatusCode status) {
    return switch (status.value()) {
      case 400 -> "UNREADABLE";
      case 413 -> "TOO_LARGE";
      case 500 -> "INTERNAL_ERROR";
      default -> status instanceof HttpStatus known ? known.name() : "HTTP_" + status.value();
    };
  }
}
