package org.chancery.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.ProblemSheet;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells every failure as a problem (RFC 9457), and never more than that. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> known(ProblemException failure) {
    return answer(failure.problem(), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(InvalidValue failure) {
    return answer(Problem.of(failure.code(), failure.detail()), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(Refusal failure) {
    return answer(Problem.of(failure.code(), failure.detail()), HttpHeaders.EMPTY);
  }

  /** What does not come in time; Tomcat itself tells whoever stops sending at all. */
  @ExceptionHandler
  ResponseEntity<Object> tooSlow(SocketTimeoutException failure) {
    return answer(
        HttpProblems.of(HttpStatus.REQUEST_TIMEOUT, "the body did not come in time"),
        HttpHeaders.EMPTY);
  }

  /** What is read from the network and ends early; the databases' failures are of other types. */
  @ExceptionHandler({IOException.class, InvalidParameterException.class})
  @Nullable ResponseEntity<Object> cutShort(Exception failure) {
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return null;
    }
    return failure instanceof FileNotFoundException || failure instanceof FileSystemException
        ? unexpected(failure) // the request was read; what is missing is the ledger's own
        : answer(
            HttpProblems.of(HttpStatus.BAD_REQUEST, "the request cannot be read to its end"),
            HttpHeaders.EMPTY);
  }

  /** A database that cannot even compare with a value (NUL, on PostgreSQL) does not hold it. */
  @ExceptionHandler
  ResponseEntity<Object> unheld(DataIntegrityViolationException failure) {
    log.debug("a value that no entry can hold", failure);
    return answer(
        Problem.of(RefusalCode.INVALID_FIELDS, "a value that no entry can hold"),
        HttpHeaders.EMPTY);
  }

  /** Not of entries on their way into the journal: what becomes of those, their command tells. */
  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    RecoverableDataAccessException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<Object> unreached(DataAccessException failure) {
    log.error("a database cannot be reached", failure);
    return answer(
        Problem.of(
            RequestCode.DATABASE_UNAVAILABLE,
            "a database of the ledger cannot be reached; send the request again"),
        HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception failure) {
    log.error("a request failed", failure);
    return answer(
        HttpProblems.of(
            HttpStatus.INTERNAL_SERVER_ERROR, "the ledger failed; the cause is in its log"),
        HttpHeaders.EMPTY);
  }

  /** Parameters that stand together in a record; each that cannot be read is named. */
  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return unreadable(
        failure.getBindingResult().getFieldErrors().stream().map(FieldError::getField).toList());
  }

  /** A parameter that stands alone. */
  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name = failure.getPropertyName();
    return unreadable(name == null ? List.of() : List.of(name));
  }

  private static ResponseEntity<Object> unreadable(List<String> fields) {
    String detail = "cannot be read: " + String.join(", ", fields);
    List<Fault> faults =
        fields.stream().map(field -> new Fault("/" + field, "cannot be read")).toList();
    return answer(HttpProblems.of(HttpStatus.BAD_REQUEST, detail).with(faults), HttpHeaders.EMPTY);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        HttpProblems.of(
            HttpStatus.BAD_REQUEST, "the body is not a JSON object of the form expected here"),
        headers);
  }

  @Override
  protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail =
        "not by %s; there is %s"
            .formatted(failure.getMethod(), names(failure.getSupportedHttpMethods()));
    return answer(HttpProblems.of(status, detail), headers);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    MediaType given = failure.getContentType();
    String detail =
        "the body is %s, and is taken as %s"
            .formatted(
                given == null ? "of no type that can be read" : given,
                names(failure.getSupportedMediaTypes()));
    return answer(HttpProblems.of(status, detail), headers);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
      HttpMediaTypeNotAcceptableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail = "there is %s".formatted(names(failure.getSupportedMediaTypes()));
    return answer(HttpProblems.of(status, detail), headers);
  }

  private static String names(@Nullable Collection<?> known) {
    return known == null || known.isEmpty()
        ? "nothing else"
        : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  @Override
  protected ResponseEntity<Object> handleServletRequestBindingException(
      ServletRequestBindingException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return failure instanceof MissingRequestHeaderException missing
        ? lacking(missing.getHeaderName())
        : answer(HttpProblems.of(status, "a part of the request is missing"), headers);
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return lacking(failure.getParameterName());
  }

  private static ResponseEntity<Object> lacking(String name) {
    List<Fault> faults = List.of(new Fault("/" + name, "is missing"));
    return answer(
        HttpProblems.of(HttpStatus.BAD_REQUEST, name + " is missing").with(faults),
        HttpHeaders.EMPTY);
  }

  @Override
  protected ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String path = ((ServletWebRequest) request).getRequest().getRequestURI();
    String detail =
        "there is nothing at %s; /api lists what there is".formatted(InvalidValue.excerpt(path));
    return answer(HttpProblems.of(status, detail), headers);
  }

  /** Whatever else Spring refuses is told by its status alone: its words are not ours. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(HttpProblems.of(status.value()), headers);
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
            && ProblemSheet.isFor(asked.getRequest())
        ? page(problem, headers, asked.getRequest())
        : data(problem, headers);
  }

  private static ResponseEntity<Object> page(
      Problem problem, HttpHeaders headers, HttpServletRequest request) {
    HttpHeaders all = new HttpHeaders(headers);
    Press.HEADERS.forEach(all::set);
    all.set(HttpHeaders.CACHE_CONTROL, HttpProblems.NEVER_KEPT);
    all.set(HttpHeaders.CONTENT_TYPE, Press.TYPE);
    return ResponseEntity.status(problem.status())
        .headers(all)
        .body(ProblemSheet.of(request, problem));
  }

  private static ResponseEntity<Object> data(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .header(HttpHeaders.CACHE_CONTROL, HttpProblems.NEVER_KEPT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
