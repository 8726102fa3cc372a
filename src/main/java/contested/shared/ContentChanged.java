package contested.shared;

/** What public pages show has changed. Fired inside the changing transaction; kept pages go when it has committed. */
public record ContentChanged() {}
