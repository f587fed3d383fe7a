package org.chancery.app;

import java.io.IOException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps what Spring reads of classes for all ledgers that a process of tests starts, where it would
 * read them for each: that is a quarter of a start.
 */
public final class ClassesReadOnce
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** By this name Spring Boot looks for one before it makes its own. */
  private static final String NAME =
      "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory";

  private static final int MOST = 10_000;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ((GenericApplicationContext) context)
        .registerBean(NAME, MetadataReaderFactory.class, Kept::new);
  }

  /** Not itself one that caches: Spring would clear it at the end of each start. */
  private static final class Kept implements MetadataReaderFactory {
    private static final CachingMetadataReaderFactory CLASSES = new CachingMetadataReaderFactory();

    static {
      CLASSES.setCacheLimit(MOST);
    }

    @Override
    public ResourceLoader getResourceLoader() {
      return CLASSES.getResourceLoader();
    }

    @Override
    public MetadataReader getMetadataReader(String className) throws IOException {
      return CLASSES.getMetadataReader(className);
    }

    @Override
    public MetadataReader getMetadataReader(Resource resource) throws IOException {
      return CLASSES.getMetadataReader(resource);
    }
  }
}
