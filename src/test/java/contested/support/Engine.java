package contested.support;

/** The databases that the portal runs on. */
public enum Engine {
    H2,
    POSTGRESQL
}
