package contested.web;

import java.util.Arrays;
import java.util.Optional;

/** What a field of a form or a parameter of an address means; empty where it means nothing. */
final class TypedValue {

    private TypedValue() {}

    /** An id, as our own pages write it. */
    static Optional<Long> number(String written) {
        return Optional.of(written).filter(n -> n.matches("[0-9]{1,18}")).map(Long::parseLong);
    }

    /** One of several, by its own name. */
    static <E extends Enum<E>> Optional<E> choice(Class<E> among, String name) {
        return Arrays.stream(among.getEnumConstants())
                .filter(e -> e.name().equals(name))
                .findFirst();
    }
}
