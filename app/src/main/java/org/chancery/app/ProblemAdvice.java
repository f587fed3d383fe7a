package org.chancery.app;

import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells every failure as a problem (RFC 9457), and never more than that. */
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Problem> known(ProblemException failure) {
    return answer(failure.problem(), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Problem> invalid(InvalidValue failure) {
    return answer(Problem.of(failure.code(), failure.detail()), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(Refusal failure) {
    return answer(Problem.of(failure.code(), failure.detail()), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Problem> other(Exception failure) {
    if (failure instanceof ErrorResponse response) {
      HttpStatusCode status = response.getStatusCode();
      ProblemDetail body = response.getBody();
      String detail = body.getDetail() == null ? String.valueOf(body.getTitle()) : body.getDetail();
      return answer(Problem.of(status.value(), code(status), detail), response.getHeaders());
    }
    log.error("a request failed", failure);
    return answer(
        Problem.of(500, "INTERNAL_ERROR", "the ledger failed; the cause is in its log"),
        new HttpHeaders());
  }

  private static String code(HttpStatusCode status) {
    return switch (status.value()) {
      case 400 -> "UNREADABLE";
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 406 -> "NOT_ACCEPTABLE";
      case 413 -> "TOO_LARGE";
      case 415 -> "UNSUPPORTED_MEDIA_TYPE";
      default -> "HTTP_" + status.value();
    };
  }

  private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
