package contested.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Puts services and repositories together as the server does, without a server: one of each, fields filled, events
 * delivered to whoever of them observes. Transactions are the {@link Database}'s.
 */
public final class Wiring {

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<Object> events = new CopyOnWriteArrayList<>();

    /** Uses {@code part} wherever {@code type} is asked for. */
    public synchronized <T> void put(Class<T> type, T part) {
        parts.put(type, part);
    }

    /** The one part of that type, made with all it needs; of two threads that ask for it first, one makes it. */
    public synchronized <T> T get(Class<T> type) {
        Object known = parts.get(type);
        return type.cast(known == null ? make(type) : known);
    }

    /** What has been fired so far. */
    public List<Object> events() {
        return List.copyOf(events);
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object part = constructor.newInstance();
            parts.put(type, part);
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(PersistenceContext.class)) {
                    field.setAccessible(true);
                    field.set(part, valueOf(field));
                }
            }
            return part;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be wired", e);
        }
    }

    private Object valueOf(Field field) {
        if (field.getType() == EntityManager.class) {
            return Objects.requireNonNull(parts.get(EntityManager.class), "no database was put in");
        }
        return field.getType() == Event.class ? event() : get(field.getType());
    }

    private Object event() {
        return Proxy.newProxyInstance(
                Wiring.class.getClassLoader(), new Class<?>[] {Event.class}, (self, method, args) -> {
                    if (!method.getName().equals("fire")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    deliver(args[0]);
                    return null;
                });
    }

    /** In the order of the observers' priorities, as the server does. */
    private void deliver(Object event) throws ReflectiveOperationException {
        events.add(event);
        List<Observer> observers = new ArrayList<>();
        for (Object part : made()) {
            for (Method method : part.getClass().getDeclaredMethods()) {
                if (observes(method, event)) {
                    observers.add(new Observer(part, method));
                }
            }
        }
        observers.sort(Comparator.comparing(Observer::priority));
        for (Observer observer : observers) {
            observer.tell(event);
        }
    }

    private record Observer(Object part, Method method) {

        int priority() {
            Priority named = method.getParameters()[0].getAnnotation(Priority.class);
            return named == null ? ObserverMethod.DEFAULT_PRIORITY : named.value();
        }

        void tell(Object event) throws ReflectiveOperationException {
            method.setAccessible(true);
            try {
                method.invoke(part, event);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException fault) {
                    throw fault;
                }
                throw e;
            }
        }
    }

    private synchronized List<Object> made() {
        return List.copyOf(parts.values());
    }

    private static boolean observes(Method method, Object event) {
        return method.getParameterCount() == 1
                && method.getParameters()[0].isAnnotationPresent(Observes.class)
                && method.getParameterTypes()[0].isInstance(event);
    }
}
