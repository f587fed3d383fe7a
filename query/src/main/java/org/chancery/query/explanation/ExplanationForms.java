package org.chancery.query.explanation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.chancery.query.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Writes explanations in the forms that they have beside JSON: in words, and as PROV-JSON. */
@Component
public final class ExplanationForms extends AbstractHttpMessageConverter<Object> {
  static final String PROV = "application/prov+json";
  private static final MediaType PROV_JSON = MediaType.parseMediaType(PROV);

  ExplanationForms() {
    super(MediaType.TEXT_PLAIN, PROV_JSON);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == Explanation.class;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType media) {
    return false;
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("an explanation is only written", message);
  }

  @Override
  protected void writeInternal(Object answer, HttpOutputMessage message) throws IOException {
    Explanation explanation = (Explanation) answer;
    boolean prov = PROV_JSON.isCompatibleWith(message.getHeaders().getContentType());
    message.getHeaders().setContentType(prov ? PROV_JSON : PlainText.UTF_8);
    String text =
        prov
            ? ProvDocument.of(
                explanation, ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri())
            : explanation.text();
    message.getBody().write(text.getBytes(UTF_8));
  }
}
