package org.chancery.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.readmodel.MissingEntries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Timeout(60)
@Tag("slow")
class SseBroadcasterTest {
  private static final long PATIENCE = 20_000;
  private static final int MANY = 1_001;

  private SseBroadcaster streams = new SseBroadcaster();

  @AfterEach
  void stop() {
    streams.stop();
  }

  /** Tells whoever comes the same. An inner class, or other tests' contexts would find it. */
  @RestController
  final class Api {
    private final EventSource telling;

    Api(EventSource telling) {
      this.telling = telling;
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(HttpMethod method) {
      return streams.open(telling, method);
    }
  }

  private MvcResult ask(EventSource telling, RequestBuilder request) throws Exception {
    MockMvc mvc = MockMvcBuilders.standaloneSetup(new Api(telling)).build();
    return mvc.perform(request).andReturn();
  }

  private static void waitForEver(Subscriber listener) throws InterruptedException {
    while (listener.isThere()) {
      listener.staysFor(Duration.ofMillis(10));
    }
  }

  @Test
  void whoAsksByHeadIsNoListener() throws Exception {
    streams.start();
    for (int asked = 0; asked < MANY; asked++) {
      MvcResult answer = ask(SseBroadcasterTest::waitForEver, head("/stream"));
      assertThat(answer.getResponse().getStatus()).isEqualTo(200);
      answer.getAsyncResult(PATIENCE);
    }

    ask(listener -> {}, get("/stream")).getAsyncResult(PATIENCE);
  }

  @Test
  void nobodyListensForLongerThanTheLongestLife() throws Exception {
    streams = new SseBroadcaster(Duration.ofMillis(200));
    streams.start();
    MvcResult answer = ask(SseBroadcasterTest::waitForEver, get("/stream"));

    assertThat(answer.getAsyncResult(PATIENCE)).isNull();
  }

  @Test
  void anErrorEndsTheStreamOfItsListener() throws Exception {
    streams.start();
    Error broken = new NoClassDefFoundError("broken");
    MvcResult answer =
        ask(
            _ -> {
              throw broken;
            },
            get("/stream"));

    assertThat(answer.getAsyncResult(PATIENCE)).isSameAs(broken);
  }

  @Test
  void whatAnswersLackIsNotedWhileTheyAreTold() throws Exception {
    streams.start();
    AtomicBoolean watched = new AtomicBoolean();
    ask(_ -> watched.set(MissingEntries.isWatched()), get("/stream")).getAsyncResult(PATIENCE);

    assertThat(watched).isTrue();
  }
}
