package org.chancery.app.config;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What a server of a data folder would be told, for who starts none. */
public final class LedgerSettings {

  /** What a verb finds or answers is told by it, and not by a log beside it. */
  private static final String[] SILENT = {
    "--logging.level.root=off", "--logging.level.org.chancery=off"
  };

  private LedgerSettings() {}

  /** Arguments of a start that logs nothing. */
  public static String[] silent() {
    return SILENT.clone();
  }

  public static LedgerProperties of(Path data) {
    SpringApplication application = new SpringApplication(Bound.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    Map<String, Object> told =
        Map.of("chancery.data", data.toAbsolutePath().normalize().toString());
    application.addInitializers(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("verb", told)));
    try (ConfigurableApplicationContext context = application.run(SILENT)) {
      return context.getBean(LedgerProperties.class);
    }
  }

  /** Not a configuration, so that no server takes it for one of its own. */
  @EnableConfigurationProperties(LedgerProperties.class)
  static class Bound {}
}
