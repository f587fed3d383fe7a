package org.chancery.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands before a part of the driver, and sees each call. */
final class Wrapped {

  private Wrapped() {}

  /** What becomes of a call. */
  @FunctionalInterface
  interface Behaviour {
    @Nullable Object on(Method method, Object @Nullable [] args) throws Throwable;
  }

  static <T> T proxy(Class<T> type, Behaviour behaviour) {
    return type.cast(
        Proxy.newProxyInstance(
            Wrapped.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> behaviour.on(method, args)));
  }

  /** The call as it is. */
  static @Nullable Object invoke(Object target, Method method, Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
